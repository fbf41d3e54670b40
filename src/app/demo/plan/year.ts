import {
  addDays,
  addWorkdays,
  dayOf,
  decimalOf,
  millionths,
  monthEnd,
  nationalCalendar,
  uuidv7,
  type Day,
  type Uuid,
} from '../../../kernel/index.ts';
import { act, findMatters, plantTree, type TreeItem } from '../../../matters/index.ts';
import type { Caller } from '../../../platform/identity/index.ts';
import { transact, type Pool } from '../../../platform/postgres/index.ts';
import { workHour } from '../calendar.ts';
import { CITY, UNITS } from '../city.ts';
import type { DemoPeople } from '../people.ts';
import { EFFORTS, PRINCIPLE, type DemoIndicator } from './tree.ts';

type Stage = { readonly pool: Pool; readonly people: DemoPeople };
/** How much of a year is planned by the end of each quarter but the last, in percent: work begins slowly. */
const QUARTERS = [
  ['03-31', 18],
  ['06-30', 45],
  ['09-30', 74],
] as const;
/** Working days back from today on which the indicators that nobody has read were given to their units. */
const LATELY = 3;

/**
 * Plays the year's plan: seven efforts and their measures, whose indicators are read month by month; some lag, some were not read lately
 * and some never. The plan is the one of the year in which its last month ended.
 */
export async function planTheYear({ pool, people }: Stage, now: Date): Promise<void> {
  const ended = addDays(`${dayOf(now).slice(0, 7)}-01`, -1);
  const year = ended.slice(0, 4);
  const begun = workHour(`${year}-01-01`, 1, 9);
  const play: Playing = { pool, people, now, year, ended, begun };
  const items: TreeItem[] = [];
  const put = (item: Omit<TreeItem, 'id'>): Uuid => {
    const id = uuidv7(begun);
    items.push({ id, ...item });
    return id;
  };
  const due = `${year}-12-31`;
  const node = (text: string, parent: Uuid | null, weight: string | undefined, level?: number): Uuid => {
    const register = { text, due, ...(weight ? { weight } : {}), ...(level ? { level } : {}) };
    return put({ parent, mechanism: 'annual-plan', register });
  };
  const top = node(`${year}年度目标任务`, null, undefined);
  const guiding = node(PRINCIPLE, top, undefined, 1);
  const grown: [Uuid, DemoIndicator][] = [];
  for (const effort of EFFORTS) {
    const above = node(effort.text, guiding, effort.weight);
    for (const measure of effort.measures) {
      const over = node(measure.text, above, measure.weight);
      for (const indicator of measure.indicators) {
        const register = { text: indicator.text, due, targets: [targetOf(indicator, year)] };
        const assign = indicator.pace === null ? null : { lead: people.units.get(indicator.lead)!, co: [], due };
        grown.push([put({ parent: over, mechanism: 'plan-indicator', register, assign }), indicator]);
      }
    }
  }
  await transact(pool, people.supervisor, (tx) => plantTree(tx, people.supervisor, { items }, begun));
  for (const [id, indicator] of grown) await lead(play, id, indicator);
}

type Playing = Stage & { readonly now: Date; readonly year: string; readonly ended: Day; readonly begun: Date };
type Promised = Pick<DemoIndicator, 'quantity' | 'in' | 'start' | 'sense'>;

/** What is promised for a year: counts by quarter, levels evenly. */
function targetOf({ quantity, in: unit, start, sense }: Promised, year: string) {
  const whole = millionths(quantity);
  const counted = start === undefined && sense === undefined;
  const plan = QUARTERS.map(([on, percent]) => ({
    on: `${year}-${on}`,
    quantity: decimalOf(grained((whole * BigInt(percent)) / 100n, unit)),
  }));
  return {
    target: 'indicator',
    quantity,
    in: unit,
    from: `${year}-01-01`,
    by: `${year}-12-31`,
    ...(start === undefined ? {} : { start }),
    ...(sense === undefined ? {} : { sense }),
    ...(counted ? { plan } : {}),
  };
}

/** What comes of an indicator: accepted, divided where it is, and read; one that nobody has read was given to its unit only lately. */
async function lead(play: Playing, id: Uuid, indicator: DemoIndicator): Promise<void> {
  const { pool, people, year, begun, now } = play;
  const unit = people.handlers.get(indicator.lead)!;
  const does = (who: Caller, kind: 'assign' | 'accept' | 'divide', given: Record<string, unknown>, at: Date) =>
    act(pool, who, id, { id: uuidv7(at), kind, given }, at);
  const lately = workHour(dayOf(begun) > backFrom(now) ? dayOf(begun) : backFrom(now), 0, 10);
  const from = indicator.pace === null ? lately : workHour(`${year}-01-01`, 2, 10);
  if (indicator.pace === null)
    await does(
      people.supervisor,
      'assign',
      { lead: people.units.get(indicator.lead)!, co: [], due: `${year}-12-31` },
      from,
    );
  await does(unit, 'accept', {}, new Date(from.getTime() + 3_600_000));
  if (indicator.pace !== null) await readOn(play, id, unit, indicator, indicator.pace, indicator.old ?? 0);
  for (const [key, quantity, pace] of indicator.shares ?? []) {
    const share = { ...indicator, quantity };
    const at = new Date((pace === null ? lately : from).getTime() + 7_200_000);
    const given = {
      text: `${indicator.text}（${UNITS.find((one) => one.key === key)!.shortName}）`,
      lead: people.units.get(key)!,
      due: `${year}-12-31`,
      targets: [targetOf(share, year)],
    };
    await does(people.supervisor, 'divide', given, at);
    const divided = await transact(pool, people.supervisor, (tx) => findMatters(tx, CITY, [id]));
    const part = divided.get(id)!.children.at(-1)!.matter;
    const owner = people.handlers.get(key)!;
    await act(pool, owner, part, { id: uuidv7(at), kind: 'accept', given: {} }, new Date(at.getTime() + 600_000));
    if (pace !== null) await readOn(play, part, owner, share, pace, 0);
  }
}

/** The readings of a unit, month by month; the newest left out where it was read no more. */
async function readOn(
  { pool, year, ended, begun, now }: Playing,
  id: Uuid,
  who: Caller,
  promised: Promised,
  pace: number,
  old: number,
): Promise<void> {
  const months = Array.from({ length: Number(ended.slice(5, 7)) }, (_, i) =>
    monthEnd(`${year}-${String(i + 1).padStart(2, '0')}-01`),
  );
  const read = months.slice(0, old ? -old : undefined);
  let before = 0n;
  for (const [i, end] of read.entries()) {
    const day = addWorkdays(nationalCalendar, addDays(end, 1), -1);
    const value = valueOn(promised, year, day, pace);
    // What is counted up does not become less by being rounded.
    before = promised.start === undefined && value < before ? before : value;
    const sent = old && i === read.length - 1 ? workHour(backFrom(now), 0, 15) : workHour(end, 2, 15);
    const at = sent < begun ? begun : sent > now ? now : sent;
    const given = { target: 'indicator', value: decimalOf(before), on: day };
    await act(pool, who, id, { id: uuidv7(at), kind: 'measure', given }, at);
  }
}

/** What is read on a day, in millionths: so many percent of what was planned for it; of a level, so much of the way. Whole where it counts. */
function valueOn({ quantity, start, sense, in: unit }: Promised, year: string, day: Day, pace: number): bigint {
  const [whole, from] = [millionths(quantity), millionths(start ?? '0')];
  if (sense === 'most' && start === undefined) return 0n;
  const gone = start === undefined ? plannedPercent(year, day) : (BigInt(Number(day.slice(5, 7))) * 100n) / 12n;
  const way = ((whole > from ? whole - from : from - whole) * gone * BigInt(pace)) / 10_000n;
  const grain = grainOf(unit);
  const exact = whole > from ? from + way : from - way;
  // Rounded in its own favour, so that what keeps its pace is on plan.
  return whole > from ? ((exact + grain - 1n) / grain) * grain : (exact / grain) * grain;
}
const WHOLE: ReadonlySet<string> = new Set(['家', '项', '个', '处', '座', '件']);
const grainOf = (unit: string): bigint => (WHOLE.has(unit) ? 1_000_000n : 10_000n);
/** Nobody plans a fifth of a firm. */
const grained = (n: bigint, unit: string): bigint => (n / grainOf(unit)) * grainOf(unit);

/** How much is planned for a day, in percent of the whole: straight from quarter to quarter. */
function plannedPercent(year: string, day: Day): bigint {
  const points = [['01-01', 0], ...QUARTERS, ['12-31', 100]] as const;
  const next = points.findIndex(([on]) => `${year}-${on}` >= day);
  const [to, last] = [points[Math.max(1, next)]!, points[Math.max(0, next - 1)]!];
  const days = (on: string): number => Date.parse(`${year}-${on}`) / 86_400_000;
  const [passed, all] = [Date.parse(day) / 86_400_000 - days(last[0]), days(to[0]) - days(last[0])];
  return BigInt(Math.ceil(last[1] + ((to[1] - last[1]) * passed) / all));
}

const backFrom = (now: Date): Day => addWorkdays(nationalCalendar, dayOf(now), -LATELY);
