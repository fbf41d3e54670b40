import { addDays, decimalOf, millionths, startOfDay, type Day } from '../../kernel/index.ts';
import { OWN, type Mechanism } from '../../mechanism/index.ts';
import type { Caller } from '../../platform/identity/contract.ts';
import type { Tx } from '../../platform/postgres/index.ts';
import { calendarOf } from '../calendars/calendar.store.ts';
import { findChildren } from '../children/child.store.ts';
import { viewGates } from '../gates/gate.view.ts';
import type { MatterState } from '../life/state.rules.ts';
import { whyNot } from '../matter.policy.ts';
import { getMechanism, newestMechanisms } from '../mechanisms/mechanism.store.ts';
import { short } from '../targets/target-rows.rules.ts';
import { viewTargets, type Today } from '../targets/target.view.ts';
import type { TargetSum, WorkRow, WorksView } from './works.contract.ts';
import { countAreas, findSites, sumTargets, type AreaSum } from './works.store.ts';

/** Sites on one map; what is beyond them is counted and found in the ledger. */
const MOST = 500;

/** All that is built under one mechanism: what is promised and measured in all and by area, and the sites. */
export async function viewWorks(
  tx: Tx,
  caller: Caller,
  asked: { mechanism?: string | undefined; asOf?: Day | undefined },
  now: Date,
): Promise<Omit<WorksView, 'tiles' | 'lines' | 'names'>> {
  const { city } = caller;
  const all = (await newestMechanisms(tx, city)).filter(({ mechanism }) =>
    Object.values(mechanism.targets ?? {}).some((target) => target.in !== OWN),
  );
  const mechanisms = all.map(({ key, mechanism: { name } }) => ({ key, name }));
  const shown = all.find(({ key }) => key === asked.mechanism) ?? all[0];
  if (!shown) return { mechanism: null, mechanisms, sums: [], areas: [], rows: [], more: 0 };
  const { key, mechanism } = shown;
  const end = asked.asOf && new Date(startOfDay(addDays(asked.asOf, 1)).getTime() - 1);
  const at = end && end < now ? end : now;
  const [parts, counts, sites] = await Promise.all([
    sumTargets(tx, city, key, at),
    countAreas(tx, city, key, at),
    findSites(tx, city, key, MOST),
  ]);
  const below = await findChildren(
    tx,
    sites.filter(({ state }) => state.children.length).map(({ id }) => id),
  );
  const today = { now, calendar: await calendarOf(tx, city, now) };
  const rows: WorkRow[] = [];
  for (const { id, state } of sites)
    rows.push({
      ...rowOf(id, state, await getMechanism(tx, city, state.mechanism, state.version), caller, today),
      open: below(id).filter(({ phase }) => phase !== 'closed').length,
    });
  const n = counts.reduce((sum, one) => sum + one.n, 0);
  return {
    mechanism: { key, name: mechanism.name, ranked: mechanism.ranking !== undefined },
    mechanisms,
    sums: sumsOf(mechanism, parts),
    areas: counts
      .toSorted((a, b) => b.n - a.n)
      .map(({ area, n: matters }) => ({
        area,
        matters,
        sums: sumsOf(
          mechanism,
          parts.filter((part) => part.area === area),
        ),
      })),
    rows,
    more: asked.asOf ? 0 : Math.max(0, n - rows.length),
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

function rowOf(
  id: string,
  state: MatterState,
  mechanism: Mechanism,
  caller: Caller,
  today: Today,
): Omit<WorkRow, 'open'> {
  const may = (kind: 'measure' | 'inspect') => whyNot(mechanism, state, caller, kind, today.now) === null;
  return {
    id,
    number: state.number,
    text: state.text,
    area: state.area,
    stage: mechanism.stages[state.stage]!.name,
    phase: state.phase,
    lead: state.units.find(({ part }) => part === 'lead')?.unit ?? null,
    place: state.place,
    targets: viewTargets(mechanism, state, today) ?? { rows: [], known: [] },
    gates: viewGates(mechanism, state) ?? [],
    may: { measure: may('measure'), inspect: may('inspect') },
  };
}
