import { addDays, periodEnd, workdayFrom, type Calendar, type Day } from '../../kernel/index.ts';
import type { TargetRule } from '../../mechanism/index.ts';
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
 * day by which all is promised is the last. Nobody is late with what was over before it was asked of them: from the day on which the
 * target was `set` each is waited for as long as from the end of its period.
 */
export function cadenceOf(
  { from, by, set = from }: Pick<TargetState, 'from' | 'by'> & { readonly set?: Day },
  rule: Pick<TargetRule, 'every' | 'within'> | undefined,
  day: Day,
  calendar: Calendar,
): Cadence {
  if (!rule?.every) return { last: null, overdue: null, missed: null };
  const { n } = limitOf(rule.within ?? WITHIN) as { n: number };
  const earliest = workdayFrom(calendar, set, n);
  let last: Cadence['last'] = null;
  let overdue: Cadence['overdue'] = null;
  for (let end = periodEnd(from, rule.every); ; end = periodEnd(addDays(end, 1), rule.every)) {
    const on = end < by ? end : by;
    if (on > day) break;
    const until = workdayFrom(calendar, on, n);
    const wanted = { on: workdayFrom(calendar, addDays(on, 1), -1), until: until < earliest ? earliest : until };
    last = wanted;
    if (wanted.until < day) overdue = wanted;
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
