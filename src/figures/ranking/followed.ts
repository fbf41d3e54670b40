import { createHash } from 'node:crypto';
import { uuidv7, type Uuid } from '../../kernel/index.ts';
import { findMatters, mayRead } from '../../matters/index.ts';
import type { RankingRule } from '../../mechanism/index.ts';
import type { Caller } from '../../platform/identity/contract.ts';
import type { Tx } from '../../platform/postgres/index.ts';
import type { Span } from '../counts/period.rules.ts';
import { findHeld } from './held.store.ts';
import { periodOf } from './ranking-period.rules.ts';
import type { RankedGroup } from './ranking.rules.ts';

/** The same whoever holds it, so that it is found again from the ranking that it followed from. */
export const idOf = (key: string, { from }: Span, unit: Uuid, held: Date): Uuid =>
  uuidv7(held, createHash('sha256').update(`${key}/${from}/${unit}`).digest().subarray(0, 10));

/** What the last units of a ranking were given when it was held, by the unit: of those matters that the caller may read. */
export async function followedFrom(
  tx: Tx,
  caller: Caller,
  { key, ranking, days, groups }: { key: string; ranking: RankingRule; days: Span; groups: readonly RankedGroup[] },
): Promise<ReadonlyMap<Uuid, { id: Uuid; number: string }>> {
  const { city } = caller;
  const period = periodOf(ranking, days);
  const held = period && (await findHeld(tx, city, { mechanism: key, ...period }));
  if (!held) return new Map();
  const units = groups.flatMap(({ ranked }) => ranked.filter(({ last }) => last).map(({ unit }) => unit));
  const ids = new Map(units.map((unit) => [unit, idOf(key, period, unit, held)]));
  const found = await findMatters(tx, city, [...ids.values()]);
  const followed = [...ids].flatMap(([unit, id]) => {
    const matter = found.get(id);
    return matter && mayRead(caller, matter) ? [[unit, { id, number: matter.number }] as const] : [];
  });
  return new Map(followed);
}
