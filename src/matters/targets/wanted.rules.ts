import { addDays, dayOf, periodEnd, workdayFrom, type Calendar, type Day } from '../../kernel/index.ts';
import type { Mechanism, TargetRule } from '../../mechanism/index.ts';
import type { MatterState } from '../life/state.rules.ts';
import type { TargetState } from '../life/state-parts.rules.ts';
import { limitOf } from '../../mechanism/index.ts';
import type { Wanted } from './target.contract.ts';

/** How long after the end of a period its reading is waited for, where the file does not say. */
const WITHIN = '5 workdays';

/** When readings of a target are wanted: the newest period that has ended, and the newest whose reading nobody waits for any more. */
type Cadence = {
  readonly last: Due | null;
  readonly overdue: Due | null;
  /** A target without a reading of this day or a later one is unread: the day of `overdue`. */
  readonly missed: Day | null;
};
/** A reading of a day, and until when it is waited for. */
type Due = { readonly on: Day; readonly until: Day };

/**
 * The readings that a target's file wants by a day. A reading is of the end of a period, or of the last working day in it; the one of the
 * day by which all is promised is the last. `signed`: the day from which on somebody answers for it ({@link signedOn}); a period that was
 * behind them by then is not asked for. Left out where it is judged how old a reading is, whoever was to send it.
 */
export function cadenceOf(
  { from, by, signed = '' }: Pick<TargetState, 'from' | 'by'> & { readonly signed?: Day },
  rule: Pick<TargetRule, 'every' | 'within'> | undefined,
  day: Day,
  calendar: Calendar,
): Cadence {
  if (!rule?.every) return { last: null, overdue: null, missed: null };
  const { n } = limitOf(rule.within ?? WITHIN) as { n: number };
  let last: Cadence['last'] = null;
  let overdue: Cadence['overdue'] = null;
  for (let end = periodEnd(from, rule.every); ; end = periodEnd(addDays(end, 1), rule.every)) {
    const on = end < by ? end : by;
    if (on > day) break;
    const due = { on: workdayFrom(calendar, addDays(on, 1), -1), until: workdayFrom(calendar, on, n) };
    // On its last working day a period is behind whoever signs, for the plan as for a clock.
    if (due.on > signed) {
      last = due;
      if (due.until < day) overdue = due;
    }
    if (on === by) break;
  }
  return { last, overdue, missed: overdue?.on ?? null };
}

/** The reading that somebody is to send now, or should have sent; null where the last one is new enough. */
export function wantedOf({ last, overdue }: Cadence, readings: readonly { on: Day }[]): Wanted | null {
  const read = readings.at(-1)?.on ?? '';
  if (!last || read >= last.on) return null;
  // The one that is missing comes before the one that has just become due.
  return overdue && read < overdue.on ? { ...overdue, late: true } : { ...last, late: false };
}

/**
 * The day from which on somebody answers for what a matter promises: when its lead unit signed for it, and until it did, when it was
 * registered. A clock that went on from a unit to its heir tells that it was signed for before the heir had it.
 */
export function signedOn(
  { clocks: rules }: Mechanism,
  { units, clocks, registeredAt }: Pick<MatterState, 'units' | 'clocks' | 'registeredAt'>,
): Day {
  const lead = units.find(({ part }) => part === 'lead');
  if (!lead || lead.stance === 'assigned' || lead.stance === 'refused') return dayOf(new Date(registeredAt));
  const began = clocks
    .filter(({ clock, unit, how }) => unit === lead.unit && how !== 'void' && rules[clock]?.from.includes('accept'))
    // Of a unit that has just signed what it had before is another assignment's.
    .filter(({ stoppedAt }) => stoppedAt === null || lead.stance !== 'accepted')
    .map(({ startedAt }) => startedAt);
  return dayOf(new Date([lead.since, ...began].toSorted()[0]!));
}
