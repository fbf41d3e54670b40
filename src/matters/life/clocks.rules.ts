import {
  closeOfBusiness,
  dayOf,
  deadline,
  dueAfterPause,
  pausedLeft,
  workdayFrom,
  workdaysBetween,
  type Calendar,
  type Day,
  type Uuid,
} from '../../kernel/index.ts';
import {
  isOwnTime,
  limitFor,
  limitOf,
  waitsToClose,
  watchesPromises,
  type ActKind,
  type ClockRule,
  type Mechanism,
} from '../../mechanism/index.ts';
import type { ClockView } from '../contract.ts';
import { inTime, runsOut } from './ends.rules.ts';
import { neverAnswered } from './former.rules.ts';
import { isNobodys } from './struck.rules.ts';
import { openClock, type MatterState } from './state.rules.ts';
import type { ClockState } from './state-parts.rules.ts';
import type { Effect } from './effect.rules.ts';

/** Working days before the deadline from which a clock counts as due soon (blue slip). */
const SOON = 2;

const rulesOf = (mechanism: Mechanism): [string, ClockRule][] => Object.entries(mechanism.clocks);

/** What starts clocks: the act, the units whose clocks it starts, and the days that they may be due on. */
type Starting = {
  readonly mechanism: Mechanism;
  readonly kind: ActKind;
  readonly units: readonly Uuid[];
  /** Whether the matter's own clocks start too; a co-unit's act starts none. */
  readonly matter: boolean;
  /** The day that this act names. */
  readonly due: Day | null;
  /** The day that the matter names, where the act names none. */
  readonly standing: Day | null;
  readonly now: Date;
  readonly calendar: Calendar;
  /** The matter's category, from the top of its scheme down. */
  readonly way: readonly string[];
  /** Whether it goes through the green channel, and whether it does so from this act on. */
  readonly green: boolean;
  readonly hastened?: boolean;
  /** The seat that it is raised to by this act. */
  readonly higher?: Uuid | null;
  /** Of an act that decides what is watched next: the day on which that falls due; null where nothing is. */
  readonly watched?: Day | null | undefined;
  /** The day from which a right counts, where that is not today. */
  readonly since?: Day | null;
};

/** The effect that starts a clock now. The limit in force is kept in words. */
function start(rule: ClockRule, clock: string, unit: Uuid | null, on: Starting): Extract<Effect, { do: 'start' }> {
  const named = on.due ?? on.standing;
  const wanted = limitFor(rule, on.way, on.green);
  // What watches a promise is due when that is, whatever stands for a day that nobody named.
  const limit = wanted === 'due' && named === null && !watchesPromises(rule) ? (rule.otherwise ?? wanted) : wanted;
  const from = rule.lapses ? (on.since ?? dayOf(on.now)) : dayOf(on.now);
  const due = watchesPromises(rule) ? on.watched! : deadline(on.calendar, limitOf(limit), from, named);
  const whose = {
    ...(rule.scope === 'raised' && on.higher ? { seat: on.higher } : {}),
    ...(rule.lapses || (rule.scope === 'unit' && !isOwnTime(rule)) ? { aside: true as const } : {}),
    ...(rule.lapses ? { lapses: true as const } : {}),
    ...(rule.wholeDay ? { wholeDay: true as const } : {}),
  };
  return { do: 'start', clock, unit, ...whose, at: on.now.toISOString(), limit, calendar: on.calendar.version, due };
}

/**
 * Starts every clock that an act starts, for each of the units given (clocks of a unit) and once for the matter. A clock
 * that is already open goes on as it is, and one that starts while the matter is paused stands still with the others.
 * `inherit` gives a unit another's time: whoever takes over a matter takes over the time that is left, so a bounce never
 * buys a day. Only the time to accept is everybody's own.
 */
export function startClocks(
  state: MatterState | null,
  on: Starting,
  inherit: ReadonlyMap<Uuid, Uuid> = new Map(),
): Effect[] {
  const today = dayOf(on.now);
  return rulesOf(on.mechanism).flatMap(([clock, rule]) => {
    if (!rule.from.includes(on.kind) || (watchesPromises(rule) && !on.watched)) return [];
    // What a unit has again does not wait to be assigned.
    const given =
      on.kind === 'reopen' && rule.until.includes('assign') && !(state && neverAnswered(state) && isNobodys(state));
    const owned = on.matter && !given && (rule.scope !== 'raised' || on.higher);
    const owners: readonly (Uuid | null)[] = rule.scope === 'unit' ? on.units : owned ? [null] : [];
    return owners.flatMap((unit): Effect[] => {
      if (state && openClock(state, clock, unit)) return [];
      const fresh = start(rule, clock, unit, on);
      const giver = unit === null ? undefined : inherit.get(unit);
      const former = state && giver && !rule.until.includes('accept') ? openClock(state, clock, giver) : undefined;
      const named = rule.limit === 'due' ? on.due : null;
      // Whoever takes over what is hastened now has the new time, where that is less.
      const sooner = on.hastened && former && fresh.due < former.due;
      const begun = former && !sooner ? { ...fresh, ...takenOver(former), due: named ?? former.due } : fresh;
      if (!state?.paused || !rule.pausable) return [begun];
      const paused = former?.paused && !named ? former.paused : pausedLeft(on.calendar, today, begun.due);
      return [begun, { do: 'hold', clock, unit, paused }];
    });
  });
}

const takenOver = ({ startedAt, limit, calendar }: ClockState) => ({ at: startedAt, limit, calendar });

/**
 * How a clock ends. `judge`: what it was for is done, in time or late. `release`: nobody is held to it any more, but what
 * had run out by then stays late, or moving an overdue matter to another unit would wipe the record. `void`: as if it had
 * not been, for a unit that refused and was kept waiting.
 */
type Verdict = 'judge' | 'release' | 'void';

/** Stops the open clocks chosen. */
export function stopClocks(state: MatterState, now: Date, which: (clock: ClockState) => Verdict | false): Effect[] {
  return state.clocks.flatMap((c) => {
    const verdict = c.stoppedAt === null && which(c);
    if (!verdict) return [];
    // Time that stood still is not held against the unit: a paused clock is judged by where it stood.
    const kept = c.paused ? inTime({ ...c, due: c.paused.due }, closeOfBusiness(c.paused.on)) : inTime(c, now);
    const how = c.lapses || verdict === 'void' || (verdict === 'release' && kept) ? 'void' : kept ? 'met' : 'late';
    return [{ do: 'stop', clock: c.clock, unit: c.unit, how }];
  });
}

/**
 * Stops what an act stops: the clocks of the units that it concerns and, unless a co-unit acts, the matter's. What closes
 * the matter stops every clock there is: nothing closed is ever escalated.
 */
export function stopByAct(
  state: MatterState,
  mechanism: Mechanism,
  by: {
    kind: ActKind;
    units: readonly Uuid[];
    matter: boolean;
    closing: boolean;
    now: Date;
    watched?: Day | null | undefined;
  },
): Effect[] {
  return stopClocks(state, by.now, (c) => {
    const rule = mechanism.clocks[c.clock];
    const until = rule?.until ?? [];
    // Something was told of that is not what the clock watches: it runs on to the same day.
    if (by.watched === c.due && !by.closing && until.includes('keep')) return false;
    const named = until.includes(by.kind) && (c.unit === null ? by.matter : by.units.includes(c.unit));
    const done = named && rule !== undefined && doneBy(state, rule, by.kind);
    // What is watched again was not done, and is not late by having been thought so.
    if (named && by.kind === 'retract') return 'void';
    return done ? 'judge' : (named || by.closing) && 'release';
  });
}

/** Whether an act that ends a clock is what was owed by it. What ends it otherwise lets it go: nobody has met it. */
function doneBy(state: MatterState, rule: ClockRule, kind: ActKind): boolean {
  // Given back, it is owed by that seat no more, and was not done by it.
  if (kind === 'lower') return false;
  if (kind === 'close') return waitsToClose(rule);
  // To be heard is met by hearing them.
  if (rule.until.includes('callback')) return HEARS.has(kind);
  // What they are not content with is settled by giving it to whoever works on it, or by having called them.
  const settles = kind === 'reopen' && rule.from.some((from) => HEARS.has(from));
  return !settles || state.callback !== null || !isNobodys(state);
}
const HEARS: ReadonlySet<ActKind> = new Set(['evaluate', 'callback']);

/** The day on which a clock is due if it runs from now on. */
export const dueNow = (c: Pick<ClockState, 'due' | 'paused'>, now: Date, cal: Calendar): Day =>
  c.paused ? dueAfterPause(cal, dayOf(now), c.paused) : c.due;

/**
 * Gives an open clock another day. One that stands still keeps standing, from today: the day was named today, by somebody
 * who knew of the pause so far.
 */
export const redate = ({ clock, unit, paused }: ClockState, due: Day, now: Date, cal: Calendar): Effect =>
  paused ? { do: 'hold', clock, unit, paused: pausedLeft(cal, dayOf(now), due) } : { do: 'lengthen', clock, unit, due };

/** Pauses every clock that may be paused. */
export function holdClocks(state: MatterState, mechanism: Mechanism, now: Date, cal: Calendar): Effect[] {
  return state.clocks
    .filter((c) => c.stoppedAt === null && c.paused === null && mechanism.clocks[c.clock]?.pausable)
    .map((c) => ({ do: 'hold', clock: c.clock, unit: c.unit, paused: pausedLeft(cal, heldFrom(c, now, cal), c.due) }));
}

/**
 * The day from which a clock stands still. What ran out this evening, or on Friday when today is Saturday, has used up the
 * whole of its time: counted from today, the next working day would be given to it and it would be overdue no more.
 */
export function heldFrom(c: Pick<ClockState, 'due' | 'wholeDay'>, now: Date, cal: Calendar): Day {
  const today = dayOf(now);
  if (inTime(c, now)) return today;
  const after = workdayFrom(cal, c.due, 1);
  return after > today ? after : today;
}

/** Sets paused clocks going again, due as many working days later as they stood still. */
export function runClocks(state: MatterState, now: Date, cal: Calendar): Effect[] {
  return state.clocks.flatMap((c) =>
    c.stoppedAt === null && c.paused
      ? [{ do: 'run' as const, clock: c.clock, unit: c.unit, due: dueNow(c, now, cal) }]
      : [],
  );
}

/** How a clock looks at an instant, for readers: `spent` is the elapsed share of its working days. */
export function viewClock(c: ClockState, now: Date, cal: Calendar): ClockView {
  const today = c.paused?.on ?? dayOf(c.stoppedAt ? new Date(c.stoppedAt) : now);
  const from = dayOf(new Date(c.startedAt));
  const whole = Math.max(1, workdaysBetween(cal, from, c.due));
  const left = workdaysBetween(cal, today, c.due);
  return {
    clock: c.clock,
    unit: c.unit,
    seat: c.seat ?? null,
    aside: c.aside ?? false,
    startedAt: c.startedAt,
    limit: c.limit,
    due: c.due,
    ...(c.wholeDay ? { wholeDay: true as const } : {}),
    dueAt: runsOut(c).toISOString(),
    pausedOn: c.paused?.on ?? null,
    stoppedAt: c.stoppedAt,
    slip: slipOf(c, now, left),
    workdaysLeft: c.stoppedAt ? null : daysLeft(c, now, left),
    spent: Math.max(0, (whole - left) / whole),
    dueIfResumed: c.paused ? dueNow(c, now, cal) : null,
  };
}

function slipOf(c: ClockState, now: Date, left: number): ClockView['slip'] {
  if (c.how) return c.how;
  if (c.paused) return 'paused';
  if (!inTime(c, now)) return c.lapses ? 'lapsed' : 'overdue';
  return left <= SOON ? 'soon' : 'calm';
}

/** Once the hour of the due day is over the matter is overdue, though no working day has passed: that is −1, not 0. */
function daysLeft(c: ClockState, now: Date, left: number): number {
  return !c.paused && !inTime(c, now) ? Math.min(left, -1) : left;
}
