import { addDays, decimalOf, millionths, startOfDay, type Day } from '../../kernel/index.ts';
import { OWN, type Mechanism } from '../../mechanism/index.ts';
import type { Caller } from '../../platform/identity/contract.ts';
import type { Tx } from '../../platform/postgres/index.ts';
import { newestMechanisms } from '../mechanisms/mechanism.store.ts';
import { short } from '../targets/target-rows.rules.ts';
import { firstSites } from './sites.ts';
import type { TargetSum, WorksView } from './works.contract.ts';
import { sumAreas, type AreaSum } from './works.store.ts';

/** All that is built under one mechanism: what is promised and measured in all and by area, and the first of the sites. */
export async function viewWorks(
  tx: Tx,
  caller: Caller,
  asked: { mechanism?: string | undefined; asOf?: Day | undefined; limit: number },
  now: Date,
): Promise<Omit<WorksView, 'tiles' | 'lines' | 'names'>> {
  const { city } = caller;
  const all = (await newestMechanisms(tx, city)).filter(({ mechanism }) =>
    Object.values(mechanism.targets ?? {}).some((target) => target.in !== OWN),
  );
  const mechanisms = all.map(({ key, mechanism: { name } }) => ({ key, name }));
  const shown = all.find(({ key }) => key === asked.mechanism) ?? all[0];
  if (!shown) return { mechanism: null, mechanisms, sums: [], areas: [], rows: [], next: null };
  const { key, mechanism } = shown;
  const end = asked.asOf && new Date(startOfDay(addDays(asked.asOf, 1)).getTime() - 1);
  const at = end && end < now ? end : null;
  const [parts, sites] = await Promise.all([
    sumAreas(tx, key, at),
    firstSites(tx, caller, { mechanism: key, limit: asked.limit }, now),
  ]);
  const counts = parts.filter(({ target }) => target === null);
  return {
    mechanism: { key, name: mechanism.name, ranked: mechanism.ranking !== undefined },
    mechanisms,
    sums: sumsOf(mechanism, parts),
    areas: counts
      .toSorted((a, b) => b.matters - a.matters)
      .map(({ area, matters }) => ({
        area,
        matters,
        sums: sumsOf(
          mechanism,
          parts.filter((part) => part.area === area),
        ),
      })),
    ...sites,
  };
}

/** One sum for each target of the file that anybody has promised, in the file's order. */
const sumsOf = ({ targets = {} }: Mechanism, parts: readonly AreaSum[]): TargetSum[] =>
  Object.entries(targets).flatMap(([target, { name, in: unit }]) => {
    // Each in its own unit, they make no sum.
    if (unit === OWN) return [];
    const own = parts.filter((part) => part.target === target);
    if (own.length === 0) return [];
    const exact = (field: 'promised' | 'measured' | 'planned' | 'of') =>
      decimalOf(own.reduce((sum, part) => sum + millionths(short(part[field])), 0n));
    return [
      {
        target,
        name,
        in: unit,
        promised: exact('promised'),
        measured: exact('measured'),
        planned: exact('planned'),
        of: exact('of'),
        matters: own.reduce((sum, part) => sum + part.matters, 0),
        unread: own.reduce((sum, part) => sum + part.unread, 0),
      },
    ];
  });
