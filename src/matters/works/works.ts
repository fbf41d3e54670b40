import { decimalOf, endOfDay, millionths, type Day } from '../../kernel/index.ts';
import { OWN, type Mechanism } from '../../mechanism/index.ts';
import type { Caller } from '../../platform/identity/contract.ts';
import type { Tx } from '../../platform/postgres/index.ts';
import { newestMechanisms } from '../mechanisms/mechanism.store.ts';
import { short } from '../targets/target-rows.rules.ts';
import { firstSites } from './sites.ts';
import type { TargetSum, WorksSums, WorksView } from './works.contract.ts';
import { sumAreas, type AreaSum } from './works.store.ts';

/** The mechanisms that have targets, and which of them is shown: the one that is asked for, else the first. */
async function built(tx: Tx, city: number, asked: string | undefined) {
  const all = (await newestMechanisms(tx, city)).filter(({ mechanism }) =>
    Object.values(mechanism.targets ?? {}).some((target) => target.in !== OWN),
  );
  return { all, shown: all.find(({ key }) => key === asked) ?? all[0] };
}

/** All that is built under one mechanism: the first of the sites. */
export async function viewWorks(
  tx: Tx,
  caller: Caller,
  asked: { mechanism?: string | undefined; limit: number },
  now: Date,
): Promise<Omit<WorksView, 'tiles' | 'lines' | 'names'>> {
  const { all, shown } = await built(tx, caller.city, asked.mechanism);
  const mechanisms = all.map(({ key, mechanism: { name } }) => ({ key, name }));
  if (!shown) return { mechanism: null, mechanisms, rows: [], next: null };
  const { key, mechanism } = shown;
  return {
    mechanism: { key, name: mechanism.name, ranked: mechanism.ranking !== undefined },
    mechanisms,
    ...(await firstSites(tx, caller, { mechanism: key, limit: asked.limit }, now)),
  };
}

/** What is promised and measured under one mechanism, in all and by area: now, or at the end of a day that is over. */
export async function sumWorks(
  tx: Tx,
  caller: Caller,
  asked: { mechanism?: string | undefined; asOf?: Day | undefined },
  now: Date,
): Promise<WorksSums> {
  const { shown } = await built(tx, caller.city, asked.mechanism);
  if (!shown) return { sums: [], areas: [] };
  const { key, mechanism } = shown;
  const end = asked.asOf && new Date(endOfDay(asked.asOf).getTime() - 1);
  const parts = await sumAreas(tx, key, end && end < now ? end : null);
  const counts = parts.filter(({ target }) => target === null);
  return {
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
  };
}

/** One sum for each target of the file that anybody has promised, in the file's order. */
const sumsOf = ({ targets = {} }: Mechanism, parts: readonly AreaSum[]): TargetSum[] =>
  Object.entries(targets).flatMap(([target, { name, in: unit }]) => {
    // Each in its own unit, they make no sum.
    if (unit === OWN) return [];
    const own = parts.filter((part) => part.target === target);
    if (own.length === 0) return [];
    const exact = (field: 'promised' | 'measured' | 'planned' | 'of' | 'beyond') =>
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
        beyond: exact('beyond'),
        matters: own.reduce((sum, part) => sum + part.matters, 0),
        unread: own.reduce((sum, part) => sum + part.unread, 0),
      },
    ];
  });
