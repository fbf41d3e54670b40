import type { Caller } from '../../platform/identity/contract.ts';
import type { Tx } from '../../platform/postgres/index.ts';
import { findAreas, findMechanismKeys } from './choices.store.ts';
import type { LedgerChoices } from './list.contract.ts';
import { getNewestMechanism } from '../mechanisms/mechanism.store.ts';

const AREAS = 200;

/** What the ledger may be filtered by in this city: its mechanisms with what each of them has, and the areas in use. */
export async function ledgerChoices(tx: Tx, caller: Caller): Promise<LedgerChoices> {
  const [keys, areas] = await Promise.all([findMechanismKeys(tx, caller.city), findAreas(tx, caller.city, AREAS)]);
  const mechanisms = await Promise.all(keys.map((key) => getNewestMechanism(tx, caller.city, key)));
  return {
    mechanisms: mechanisms.map(({ key, mechanism }) => ({
      key,
      ...mechanism.name,
      stages: Object.entries(mechanism.stages).map(([stage, { phase, name }]) => ({ key: stage, ...name, phase })),
      channels: Object.entries(mechanism.channels ?? {}).map(([channel, name]) => ({ key: channel, ...name })),
      scheme: mechanism.scheme ?? null,
    })),
    areas,
  };
}
