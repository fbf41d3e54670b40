import {
  addDays,
  addWorkdays,
  closeOfBusiness,
  dayOf,
  nationalCalendar,
  rollForward,
  startOfDay,
  weekday,
  type Day,
} from '../../kernel/index.ts';

/** One weekly meeting of the demo: its number in the year, and the day on which it is held. */
export type Meeting = { year: number; number: number; heldOn: Day };

/** The meetings up to a day, newest first: one a week, on Monday or the week's first working day. */
export function meetings(today: Day, count: number): Meeting[] {
  const found: Meeting[] = [];
  for (let monday = addDays(today, 1 - weekday(today)); found.length < count; monday = addDays(monday, -7)) {
    const heldOn = rollForward(nationalCalendar, monday);
    // A week without a working day (春节) has no meeting; a week whose meeting is still to come neither.
    if (heldOn > today || heldOn > addDays(monday, 6)) continue;
    const year = Number(heldOn.slice(0, 4));
    const first = `${year}-01-01`;
    const number = 1 + Math.floor(daysFrom(first, monday) / 7);
    found.push({ year, number: Math.max(1, number), heldOn });
  }
  return found;
}

const daysFrom = (from: Day, to: Day): number =>
  Math.round((startOfDay(to).getTime() - startOfDay(from).getTime()) / 86_400_000);

/** The first day on which something can still fall due: today until business closes, else the next working day. */
export function firstDue(now: Date): Day {
  const today = dayOf(now);
  return rollForward(nationalCalendar, closeOfBusiness(today) > now ? today : addDays(today, 1));
}

/** The working day before a day. */
export function workdayBefore(day: Day): Day {
  let before = addDays(day, -1);
  while (rollForward(nationalCalendar, before) !== before) before = addDays(before, -1);
  return before;
}

/** The instant at an hour of the n-th working day after a day; the demo's officials work from nine to six. */
export function workHour(day: Day, workdays: number, hour: number, minute = 0): Date {
  const on = workdays === 0 ? day : addWorkdays(nationalCalendar, day, workdays);
  return new Date(startOfDay(on).getTime() + (hour * 60 + minute) * 60_000);
}
