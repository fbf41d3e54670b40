import {
  addDays,
  endOfDay,
  isWorkday,
  startOfDay,
  weekday,
  type Calendar,
  type Day,
  type Uuid,
} from '../kernel/index.ts';
import type { DutyRule, HeldRule } from './duty.contract.ts';
import { newTurn } from './turn.rules.ts';

type Span = { readonly from: Day; readonly to: Day };
/** Who is on duty on a day. */
export type DayOfDuty = { readonly day: Day; readonly seats: readonly Uuid[] };
/** Two who change a duty of the one for a duty of the other. */
export type Exchange = { readonly seat: Uuid; readonly day: Day; readonly other: Uuid; readonly otherDay: Day };

/** The first day on which a rule, of rules in the order of their first days, holds no more; none where it goes on. */
function overOn(rules: readonly HeldRule[], i: number): Day | undefined {
  const [next, ends] = [rules[i + 1]?.since, rules[i]!.ends];
  return next !== undefined && ends !== undefined ? (next < ends ? next : ends) : (next ?? ends);
}

/** The rule that holds on a day; none before the first, nor where duties have ended. */
export function ruleOn(rules: readonly HeldRule[], day: Day): HeldRule | undefined {
  const rule = rules.findLast(({ since }) => since <= day);
  return rule?.ends !== undefined && rule.ends <= day ? undefined : rule;
}

const MINUTE_MS = 60_000;
/** Whether a duty of a day is over: its hours are, or the day itself where its rule has none. */
export function isOver(rules: readonly HeldRule[], day: Day, now: Date): boolean {
  const hours = ruleOn(rules, day)?.hours;
  if (!hours) return endOfDay(day) <= now;
  const [hour, minute] = hours.until.split(':').map(Number);
  return startOfDay(day).getTime() + (hour! * 60 + minute!) * MINUTE_MS <= now.getTime();
}

/** The rules of a unit after one more: it holds from its first day on, and those before it hold until then. */
export const withRule = (rules: readonly HeldRule[], rule: DutyRule): HeldRule[] => [
  ...rules.filter(({ since }) => since < rule.since),
  rule,
];

/** The rules of a unit whose duties end: from that day on none holds, and those that were to begin then fall away. */
export const endedFrom = (rules: readonly HeldRule[], from: Day): HeldRule[] => {
  const before = rules.filter(({ since }) => since < from);
  return before.map((rule, i) =>
    i < before.length - 1 || (rule.ends !== undefined && rule.ends < from) ? rule : { ...rule, ends: from },
  );
};

/** The rules of a unit without one that was to begin on a day: the one before it holds on. */
export const withoutRule = (rules: readonly HeldRule[], day: Day): HeldRule[] =>
  rules.filter(({ since }) => since !== day);

/** The rules that hold on some day of a span or come after it, in their order. */
export const rulesFrom = (rules: readonly HeldRule[], from: Day): HeldRule[] =>
  rules.filter((_, i) => (overOn(rules, i) ?? addDays(from, 1)) > from);

/** The part of a span that a rule rules, which may be none: `from` is then after `to`. */
function heldIn(rules: readonly HeldRule[], i: number, { from, to }: Span): Span {
  const { since } = rules[i]!;
  const over = overOn(rules, i);
  const last = over === undefined ? to : addDays(over, -1);
  return { from: from < since ? since : from, to: last < to ? last : to };
}

/** The days of duty within a span, and those that the rules name and the calendar takes away: holidays, and days off made up for. */
export function dutyDays(rules: readonly HeldRule[], calendar: Calendar, span: Span): { days: Day[]; skipped: Day[] } {
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
 * Who is on duty on each day of a span by the rules alone: the staff in turn from the first day of the first rule ({@link newTurn}). Whoever comes, goes,
 * or takes part no more, and whichever rule follows: the turn goes on. `staffOf`: who takes part by a rule on a day, in order; nobody is on duty
 * where nobody does. `titleOf`: what somebody is there as; of each title that a rule names one at least is there, where one takes part.
 */
export function rosterOf(
  rules: readonly HeldRule[],
  calendar: Calendar,
  { staffOf, titleOf }: Staff,
  span: Span,
): DayOfDuty[] {
  const roster: DayOfDuty[] = [];
  const turn = newTurn();
  for (const [i, rule] of rules.entries()) {
    const { days } = dutyDays([rule], calendar, heldIn(rules, i, { from: rule.since, to: span.to }));
    for (const day of days) {
      const staff = staffOf(rule, day);
      const kinds = (rule.titles ?? []).map((title) => staff.filter((seat) => titleOf?.(day, seat) === title));
      const seats = turn(staff, rule.people, kinds);
      if (day >= span.from) roster.push({ day, seats });
    }
  }
  return roster;
}
type Staff = {
  readonly staffOf: (rule: DutyRule, day: Day) => readonly Uuid[];
  readonly titleOf?: (day: Day, seat: Uuid) => string | undefined;
};

/** The titles that a rule wants and nobody of these has. */
export const lacksOf = ({ titles = [] }: Pick<DutyRule, 'titles'>, there: readonly (string | undefined)[]): string[] =>
  titles.filter((title) => !there.includes(title));

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
 * `there`: whether somebody is of the unit on a day. Whoever left between the two days has done the one duty or had it done for them,
 * which stays; the other is by the rule again.
 */
export function withSwaps(
  roster: readonly DayOfDuty[],
  swaps: readonly Exchange[],
  there: (day: Day, seat: Uuid) => boolean = () => true,
): DayOfDuty[] {
  const seats = new Map(roster.map((one) => [one.day, one.seats]));
  const put = (day: Day, from: Uuid, to: Uuid) => {
    if (!there(day, to)) return;
    seats.set(
      day,
      seats.get(day)!.map((seat) => (seat === from ? to : seat)),
    );
  };
  for (const swap of swaps) {
    if (swapFault(seats, swap)) continue;
    put(swap.day, swap.seat, swap.other);
    put(swap.otherDay, swap.other, swap.seat);
  }
  return roster.map(({ day }) => ({ day, seats: seats.get(day)! }));
}
