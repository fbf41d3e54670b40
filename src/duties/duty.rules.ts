import { addDays, isWorkday, weekday, type Calendar, type Day, type Uuid } from '../kernel/index.ts';
import type { DutyRule } from './duty.contract.ts';

/** The days of duty within a span, and those that the rule names and the calendar takes away: holidays, and days off made up for. */
export function dutyDays(rule: DutyRule, calendar: Calendar, from: Day, to: Day): { days: Day[]; skipped: Day[] } {
  const [days, skipped]: [Day[], Day[]] = [[], []];
  for (let day = from < rule.since ? rule.since : from; day <= to; day = addDays(day, 1)) {
    if (!rule.weekdays.includes(weekday(day))) continue;
    (isWorkday(calendar, day) ? days : skipped).push(day);
  }
  return { days, skipped };
}

/**
 * Who is on duty on each day of a span: the staff in their order, one after the other, round and round from the first day of the
 * rule. So over any stretch of days nobody has more than one duty more than anybody else.
 */
export function rosterOf(
  rule: DutyRule,
  calendar: Calendar,
  staff: readonly Uuid[],
  span: { readonly from: Day; readonly to: Day },
): { day: Day; seats: Uuid[] }[] {
  if (staff.length === 0) return [];
  const each = Math.min(rule.people, staff.length);
  const begin = rule.since < span.from ? dutyDays(rule, calendar, rule.since, addDays(span.from, -1)).days.length : 0;
  return dutyDays(rule, calendar, span.from, span.to).days.map((day, i) => ({
    day,
    seats: Array.from({ length: each }, (_, k) => staff[((begin + i) * each + k) % staff.length]!),
  }));
}
