import { findUnits, isCategory } from '../../directory/index.ts';
import { problem, refuse, type Problem } from '../../kernel/index.ts';
import type { Tx } from '../../platform/postgres/index.ts';
import { findRoundNames } from '../rounds/round.store.ts';
import { newestMechanisms } from '../mechanisms/mechanism.store.ts';
import { findMechanismKeys, hasStage } from './choices.store.ts';
import type { LedgerQuery } from './list.contract.ts';

type Filter = 'unit' | 'round' | 'mechanism' | 'stage' | 'category' | 'person';

/**
 * Refuses filters that name what the city has not (`matter.filters-unknown`, 400, each by its place in the query): nothing found
 * would read as if there were no such matters. `isPerson` says whether the person asked for is somebody's account.
 */
export async function refuseUnknown(tx: Tx, city: number, query: LedgerQuery, isPerson: boolean): Promise<void> {
  const { unit, round, mechanism, stage, category, person } = query;
  const errors: Problem[] = [];
  const values: string[] = [];
  const unknown = (filter: Filter, value: string) => {
    values.push(value);
    errors.push(problem(`matter.filter-${filter}`, { value }, { status: 400, pointer: `?${filter}` }));
  };
  if (unit && !(await findUnits(tx, city)).has(unit)) unknown('unit', unit);
  if (round && !(await findRoundNames(tx, city, [round])).has(round)) unknown('round', round);
  if (mechanism && !(await findMechanismKeys(tx, city)).includes(mechanism)) unknown('mechanism', mechanism);
  if (stage && !(await isStage(tx, city, stage))) unknown('stage', stage);
  if (category && !(await isCategory(tx, city, category))) unknown('category', category);
  if (person && !isPerson) unknown('person', person);
  if (errors.length) refuse('matter.filters-unknown', { values }, { status: 400, errors });
}

/** Whether any mechanism has the stage, as it is or, for a matter that was opened under an earlier version, was. */
const isStage = async (tx: Tx, city: number, stage: string): Promise<boolean> =>
  (await newestMechanisms(tx, city)).some(({ mechanism }) => Object.hasOwn(mechanism.stages, stage)) ||
  (await hasStage(tx, city, stage));
