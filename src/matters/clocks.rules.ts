import {
  closeOfBusiness,
  dayOf,
  deadline,
  dueAfterPause,
  pausedLeft,
  workdaysBetween,
  type Calendar,
  type Day,
  type Uuid,
} from '../kernel/index.ts';
import { limitOf, type ActKind, type ClockRule, type Mechanism } from '../mechanism/index.ts';
import type { ClockView } from './contract.ts';
import { openClock, type ClockState, type Effect, type MatterState, type UnitState } from './state.rules.ts';

/** Working days before the deadline from which a clock counts as due soon (blue slip). */
const SOON = 2;

const rulesOf = (mechanism: Mechanism): [string, ClockRule][] => Object.entries(mechanism.clocks);

/** The effect that starts a clock now. `due` is the day named, if any; the limit in force is kept in words. */
function start(rule: ClockRule, clock: string, unit: Uuid | null, now: Date, cal: Calendar, due: Day | null): Effect {
  const limit = rule.limit === 'due' && due === null ? (rule.otherwise ?? rule.limit) : rule.limit;
  const day = deadline(cal, limitOf(limit), dayOf(now), due);
  return { do: 'start', clock, unit, at: now.toISOString(), limit, calendar: cal.version, due: day };
}

/**
 * Starts every clock that an act starts, for each of the units given (clocks of a unit) and once for the matter. A clock
 * that is already open goes on as it is. `inherit` gives a unit another's time: whoever takes over a refused matter takes
 * over the time that is left, so a bounce never buys a day.
 */
export function startClocks(
  state: MatterState | null,
  on: { mechanism: Mechanism; kind: ActKind; units: readonly Uuid[]; due: Day | null; now: Date; calendar: Calendar },
  inherit: ReadonlyMap<Uuid, Uuid> = new Map(),
): Effect[] {
  return rulesOf(on.mechanism).flatMap(([clock, rule]) => {
    if (!rule.from.includes(on.kind)) return [];
    const owners: (Uuid | null)[] = rule.scope === 'unit' ? [...on.units] : [null];
    return owners.flatMap((unit) => {
      if (state && openClock(state, clock, unit)) return [];
      const former =
        state && unit && rule.limit === 'due' ? openClock(state, clock, inherit.get(unit) ?? '') : undefined;
      const fresh = start(rule, clock, unit, on.now, on.calendar, on.due);
      if (!former || fresh.do !== 'start') return [fresh];
      return [{ ...fresh, at: former.startedAt, limit: former.limit, due: on.due ?? former.due }];
    });
  });
}

/** Whether the deadline was kept at an instant: up to the close of business of the due day. */
export const inTime = (due: Day, at: Date): boolean => at <= closeOfBusiness(due);

/** Stops the open clocks chosen, each as met, late, or void where nobody is held to it any more. */
export function stopClocks(
  state: MatterState,
  now: Date,
  which: (clock: ClockState) => 'judge' | 'void' | false,
): Effect[] {
  return state.clocks.flatMap((c) => {
    const verdict = c.stoppedAt === null && which(c);
    if (!verdict) return [];
    // Time that stood still is not held against the unit: a paused clock is judged by where it stood.
    const kept = c.paused ? inTime(c.paused.due, closeOfBusiness(c.paused.on)) : inTime(c.due, now);
    return [{ do: 'stop', clock: c.clock, unit: c.unit, how: verdict === 'void' ? 'void' : kept ? 'met' : 'late' }];
  });
}

/** Stops what an act stops: the acting unit's own clocks and, unless a co-unit acts, the matter's. */
export function stopByAct(
  state: MatterState,
  mechanism: Mechanism,
  kind: ActKind,
  by: UnitState | null,
  now: Date,
): Effect[] {
  return stopClocks(state, now, (c) => {
    if (!mechanism.clocks[c.clock]?.until.includes(kind)) return false;
    return c.unit === null ? by?.part !== 'co' && 'judge' : c.unit === by?.unit && 'judge';
  });
}

/** Gives an open clock another day. One that stands still keeps standing; its pause is added when it runs again. */
export const redate = ({ clock, unit, paused }: ClockState, due: Day): Effect =>
  paused ? { do: 'hold', clock, unit, paused: { ...paused, due } } : { do: 'lengthen', clock, unit, due };

/** Pauses every clock that may be paused. */
export function holdClocks(state: MatterState, mechanism: Mechanism, now: Date, cal: Calendar): Effect[] {
  return state.clocks
    .filter((c) => c.stoppedAt === null && c.paused === null && mechanism.clocks[c.clock]?.pausable)
    .map((c) => ({ do: 'hold', clock: c.clock, unit: c.unit, paused: pausedLeft(cal, dayOf(now), c.due) }));
}

/** Sets paused clocks going again, due as many working days later as they stood still. */
export function runClocks(state: MatterState, now: Date, cal: Calendar): Effect[] {
  return state.clocks.flatMap((c) =>
    c.stoppedAt === null && c.paused
      ? [{ do: 'run' as const, clock: c.clock, unit: c.unit, due: dueAfterPause(cal, dayOf(now), c.paused) }]
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
    startedAt: c.startedAt,
    limit: c.limit,
    due: c.due,
    dueAt: closeOfBusiness(c.due).toISOString(),
    pausedOn: c.paused?.on ?? null,
    stoppedAt: c.stoppedAt,
    slip: slipOf(c, now, left),
    workdaysLeft: c.stoppedAt ? null : daysLeft(c, now, left),
    spent: Math.max(0, (whole - left) / whole),
  };
}

function slipOf(c: ClockState, now: Date, left: number): ClockView['slip'] {
  if (c.how) return c.how;
  if (c.paused) return 'paused';
  if (!inTime(c.due, now)) return 'overdue';
  return left <= SOON ? 'soon' : 'calm';
}

/** After the close of business of the due day the matter is overdue, though no working day has passed: that is −1, not 0. */
function daysLeft(c: ClockState, now: Date, left: number): number {
  return !c.paused && !inTime(c.due, now) ? Math.min(left, -1) : left;
}
