import { createHash } from 'node:crypto';
import { uuidv7, type Uuid } from '../../kernel/index.ts';
import { findMatters, mayRead } from '../../matters/index.ts';
import type { Caller } from '../../platform/identity/contract.ts';
import type { Tx } from '../../platform/postgres/index.ts';
import type { Span } from '../counts/period.rules.ts';
import type { RankedGroup } from './ranking.rules.ts';

/** The same whoever holds it, so that it is found again from the ranking that it followed from. */
export const idOf = (key: string, { from }: Span, unit: Uuid, held: Date): Uuid =>
  uuidv7(held, createHash('sha256').update(`${key}/${from}/${unit}`).digest().subarray(0, 10));

/** A ranking that was held: of which period, and when. */
export type Held = { readonly period: Span; readonly at: Date };

/** What the last units of a ranking were given when it was held, by the unit: of those matters that the caller may read. */
export async function followedFrom(
  tx: Tx,
  caller: Caller,
  { key, held, groups }: { key: string; held: Held; groups: readonly RankedGroup[] },
): Promise<ReadonlyMap<Uuid, { id: Uuid; number: string }>> {
  const { city } = caller;
  const units = groups.flatMap(({ ranked }) => ranked.filter(({ last }) => last).map(({ unit }) => unit));
  const ids = new Map(units.map((unit) => [unit, idOf(key, held.period, unit, held.at)]));
  const found = await findMatters(tx, city, [...ids.values()]);
  const followed = [...ids].flatMap(([unit, id]) => {
    const matter = found.get(id);
    return matter && mayRead(caller, matter) ? [[unit, { id, number: matter.number }] as const] : [];
  });
  return new Map(followed);
}
