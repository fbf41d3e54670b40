import { addDays, isWorkday, weekday, type Calendar, type Day, type Uuid } from '../kernel/index.ts';
import type { DutyRule } from './duty.contract.ts';

type Span = { readonly from: Day; readonly to: Day };
/** Who is on duty on a day. */
export type DayOfDuty = { readonly day: Day; readonly seats: readonly Uuid[] };
/** Two who change a duty of the one for a duty of the other. */
export type Exchange = { readonly seat: Uuid; readonly day: Day; readonly other: Uuid; readonly otherDay: Day };

/** The rule that holds on a day, of rules in the order of their first days; none before the first. */
export const ruleOn = (rules: readonly DutyRule[], day: Day): DutyRule | undefined =>
  rules.findLast(({ since }) => since <= day);

/** The rules of a unit after one more: it holds from its first day on, and those before it hold until then. */
export const withRule = (rules: readonly DutyRule[], rule: DutyRule): DutyRule[] => [
  ...rules.filter(({ since }) => since < rule.since),
  rule,
];

/** The rules that hold on some day of a span or come after it, in their order. */
export const rulesFrom = (rules: readonly DutyRule[], from: Day): DutyRule[] =>
  rules.filter((_, i) => rules[i + 1] === undefined || rules[i + 1]!.since > from);

/** The part of a span that a rule rules, which may be none: `from` is then after `to`. */
function heldIn(rules: readonly DutyRule[], i: number, { from, to }: Span): Span {
  const { since } = rules[i]!;
  const next = rules[i + 1]?.since;
  const last = next === undefined ? to : addDays(next, -1);
  return { from: from < since ? since : from, to: last < to ? last : to };
}

/** The days of duty within a span, and those that the rules name and the calendar takes away: holidays, and days off made up for. */
export function dutyDays(rules: readonly DutyRule[], calendar: Calendar, span: Span): { days: Day[]; skipped: Day[] } {
  const [days, skipped]: [Day[], Day[]] = [[], []];
  for (const [i, rule] of rules.entries()) {
    const { from, to } = heldIn(rules, i, span);
    for (let day = from; day <= to; day = addDays(day, 1)) {
      if (!rule.weekdays.includes(weekday(day))) continue;
      (isWorkday(calendar, day) ? days : skipped).push(day);
    }
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
 * Who is on duty on each day of a span by the rules alone: the staff in their order, one after the other, round and round from the first
 * day of the first rule. Under another rule the turn goes on with whoever stands behind the last who had one. So over any stretch of
 * days, of two who take part all the while neither has more than one duty more than the other. `staffOf`: who takes part, in order.
 */
export function rosterOf(
  rules: readonly DutyRule[],
  calendar: Calendar,
  staffOf: (rule: DutyRule) => readonly Uuid[],
  span: Span,
): DayOfDuty[] {
  const roster: DayOfDuty[] = [];
  let last: Uuid | null = null;
  for (const [i, rule] of rules.entries()) {
    const staff = staffOf(rule);
    if (staff.length === 0) continue;
    const each = Math.min(rule.people, staff.length);
    const { from, to } = heldIn(rules, i, { from: rule.since, to: span.to });
    const { days } = dutyDays([rule], calendar, { from, to });
    if (days.length === 0) continue;
    const begin: number = placeBehind(staff, last);
    for (const [n, day] of days.entries())
      if (day >= span.from)
        roster.push({
          day,
          seats: Array.from({ length: each }, (_, k) => staff[(begin + n * each + k) % staff.length]!),
        });
    last = staff[(begin + days.length * each - 1) % staff.length]!;
  }
  return roster;
}

/** The place of whoever stands behind another in the order; the first place where nobody does. */
const placeBehind = (staff: readonly Uuid[], last: Uuid | null): number =>
  last === null
    ? 0
    : Math.max(
        0,
        staff.findIndex((seat) => seat > last),
      );

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
