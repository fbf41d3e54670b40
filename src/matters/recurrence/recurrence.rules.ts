import {
  addDays,
  dayOf,
  farthestDay,
  isWorkday,
  no,
  occurrences,
  ok,
  problem,
  readRecurrence,
  rollForward,
  type Calendar,
  type Day,
  type Result,
} from '../../kernel/index.ts';
import type { RecurRule } from '../../mechanism/index.ts';
import type { Checked } from '../life/ask.rules.ts';
import type { Effect } from '../life/effect.rules.ts';
import type { Folds } from '../life/folds.rules.ts';
import type { MatterState } from '../life/state.rules.ts';
import type { Recurring } from '../life/state-parts.rules.ts';

/** The days on which something begins, in order and each once: two that wait for the same working day begin together, as one. */
export function* beginnings(rule: RecurRule, from: Day, last: Day, cal: Calendar): Generator<Day, void> {
  const read = readRecurrence(rule.rule);
  if ('fault' in read) throw new Error(`not a rule: ${rule.rule}`);
  let before: Day = '';
  for (const day of occurrences(read, from, last)) {
    const works = rule.dayOff === undefined || isWorkday(cal, day);
    if (!works && rule.dayOff === 'skip') continue;
    const on = works ? day : rollForward(cal, day);
    if (on > before) yield (before = on);
  }
}

/** The first day after that one on which it begins; null where there is none in the next ten years. */
export function nextBeginning(rule: RecurRule, from: Day, after: Day, cal: Calendar): Day | null {
  for (const day of beginnings(rule, from, farthestDay(after), cal)) if (day > after) return day;
  return null;
}

/**
 * The days that have come and on which nothing was begun yet, the oldest first. The one that was told as the next stays, whatever the
 * calendar says by now.
 */
export function dueBeginnings({ next, from }: Recurring, rule: RecurRule, cal: Calendar, today: Day): Day[] {
  if (next === null || next > today) return [];
  return [next, ...[...beginnings(rule, from, today, cal)].filter((day) => day > next && day <= today)];
}

/** Which of what recurs goes on: what is over, or stands still, begins nothing. */
export const goesOn = (state: MatterState): readonly Recurring[] =>
  state.phase === 'closed' || state.joined !== null || state.paused || state.exclusion?.agreed === true
    ? []
    : state.recurring.filter(({ ended }) => !ended);

/**
 * What begins or ends to recur by an act that leaves the matter in `stage`, and what is reckoned anew as it goes on after a rest: days that
 * passed meanwhile were nobody's to keep, and are not missed.
 */
export function decideRecurring(state: MatterState | null, stage: string, ask: Checked): Effect[] {
  const { mechanism, calendar, kind } = ask;
  const today = dayOf(ask.now);
  return Object.entries(mechanism.recurs ?? {}).flatMap(([what, rule]): Effect[] => {
    const had = state?.recurring.find((one) => one.what === what && !one.ended);
    const runs = rule.during.includes(stage);
    const from = had?.from ?? today;
    const next = () => nextBeginning(rule, from, addDays(today, -1), calendar);
    if (!runs) return had ? [{ do: 'unrecur', what }] : [];
    const anew = !had || kind === 'resume' || kind === 'part';
    return anew ? [{ do: 'recur', what, from, next: next() }] : [];
  });
}

/** What stands below from now on, and of which rule it is where it was begun by one: each day of a rule begins one thing, once. */
export function decideDivide(state: MatterState, ask: Checked<'divide'>): Result<Effect[]> {
  const { born, given, caller, calendar, mechanism } = ask;
  const below: Effect[] = born ? [{ do: 'divide', child: born.id, number: born.number }] : [];
  if (!given.recurs) return ok(below);
  const { what, on, missed } = given.recurs;
  if (caller.role !== 'ladder') return no(problem('matter.recurs-of-itself', {}, { status: 403 }));
  const rule = mechanism.recurs?.[what];
  const had = goesOn(state).find((one) => one.what === what);
  if (!rule || !had || had.next === null || on < had.next || on > dayOf(ask.now))
    return no(problem('matter.recurs-not-due', { what, on, next: had?.next ?? null }));
  const next = nextBeginning(rule, had.from, dayOf(ask.now), calendar);
  return ok([...below, { do: 'recurred', what, on, missed, next }]);
}

/** What recurs. Throws where something is over, or begun, that does not. */
export const recurringFolds = {
  recur: (state, { what, from, next }) => {
    const known = ofState(state, what) ?? { what, last: null, begun: 0, missed: 0, lately: [] };
    put(state, { ...known, from, next, ended: false });
  },
  unrecur: (state, { what }) => put(state, { ...get(state, what), next: null, ended: true }),
  recurred: (state, { what, on, missed, next }) => {
    const had = get(state, what);
    const lately = [...had.lately, ...missed].slice(-LATELY);
    put(state, { ...had, last: on, next, begun: had.begun + 1, missed: had.missed + missed.length, lately });
  },
} satisfies Partial<Folds>;

/** How many of the days that were missed a state names; all of them stand in the acts. */
const LATELY = 12;

const ofState = ({ recurring }: MatterState, what: string): Recurring | undefined =>
  recurring.find((one) => one.what === what);

function get(state: MatterState, what: string): Recurring {
  const had = ofState(state, what);
  if (!had) throw new Error(`${what} does not recur`);
  return had;
}

function put(state: MatterState, one: Recurring): void {
  const at = state.recurring.findIndex(({ what }) => what === one.what);
  state.recurring = at < 0 ? [...state.recurring, one] : state.recurring.with(at, one);
}
