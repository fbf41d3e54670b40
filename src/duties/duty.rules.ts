import { addDays, isWorkday, weekday, type Calendar, type Day, type Uuid } from '../kernel/index.ts';
import type { DutyRule } from './duty.contract.ts';

type Span = { readonly from: Day; readonly to: Day };
/** Who is on duty on a day. */
export type DayOfDuty = { readonly day: Day; readonly seats: readonly Uuid[] };
/** Two who change a duty of the one for a duty of the other. */
export type Exchange = { readonly seat: Uuid; readonly day: Day; readonly other: Uuid; readonly otherDay: Day };

/** The days of duty within a span, and those that the rule names and the calendar takes away: holidays, and days off made up for. */
export function dutyDays(rule: DutyRule, calendar: Calendar, from: Day, to: Day): { days: Day[]; skipped: Day[] } {
  const [days, skipped]: [Day[], Day[]] = [[], []];
  for (let day = from < rule.since ? rule.since : from; day <= to; day = addDays(day, 1)) {
    if (!rule.weekdays.includes(weekday(day))) continue;
    (isWorkday(calendar, day) ? days : skipped).push(day);
  }
  return { days, skipped };
}

const FRIDAY = 5;
/** The weekends of a span on which work is done: made up for a holiday, or by the city's own decision. */
export function madeUpDays(calendar: Calendar, { from, to }: Span): Day[] {
  const days: Day[] = [];
  for (let day = from; day <= to; day = addDays(day, 1))
    if (weekday(day) > FRIDAY && isWorkday(calendar, day)) days.push(day);
  return days;
}

/**
 * Who is on duty on each day of a span by the rule alone: the staff in their order, one after the other, round and round from the first
 * day of the rule. So over any stretch of days nobody has more than one duty more than anybody else.
 */
export function rosterOf(rule: DutyRule, calendar: Calendar, staff: readonly Uuid[], span: Span): DayOfDuty[] {
  if (staff.length === 0) return [];
  const each = Math.min(rule.people, staff.length);
  const begin = rule.since < span.from ? dutyDays(rule, calendar, rule.since, addDays(span.from, -1)).days.length : 0;
  return dutyDays(rule, calendar, span.from, span.to).days.map((day, i) => ({
    day,
    seats: Array.from({ length: each }, (_, k) => staff[((begin + i) * each + k) % staff.length]!),
  }));
}

/** Why two cannot change their duties, by the roster as it stands; null where they can. */
export type SwapFault = 'not-on-duty' | 'other-not-on-duty' | 'twice-on-a-day';
export function swapFault(roster: ReadonlyMap<Day, readonly Uuid[]>, swap: Exchange): SwapFault | null {
  const [mine, theirs] = [roster.get(swap.day) ?? [], roster.get(swap.otherDay) ?? []];
  if (!mine.includes(swap.seat)) return 'not-on-duty';
  if (!theirs.includes(swap.other)) return 'other-not-on-duty';
  return mine.includes(swap.other) || theirs.includes(swap.seat) ? 'twice-on-a-day' : null;
}

/**
 * The roster with the swaps laid over, in the order in which they were accepted. One that fits no more, as somebody came or went or the
 * rule is another, is left out whole: never does it take somebody away and put nobody there. Both keep the number of their duties.
 */
export function withSwaps(roster: readonly DayOfDuty[], swaps: readonly Exchange[]): DayOfDuty[] {
  const seats = new Map(roster.map((one) => [one.day, one.seats]));
  const put = (day: Day, from: Uuid, to: Uuid) =>
    seats.set(
      day,
      seats.get(day)!.map((seat) => (seat === from ? to : seat)),
    );
  for (const swap of swaps) {
    if (swapFault(seats, swap)) continue;
    put(swap.day, swap.seat, swap.other);
    put(swap.otherDay, swap.other, swap.seat);
  }
  return roster.map(({ day }) => ({ day, seats: seats.get(day)! }));
}
