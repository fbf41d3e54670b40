// The data only, not the library's functions: those ask `Date.getDay()` and are a day off west of Greenwich.
import notices from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import { dayFromNumber, dayNumber, weekdayOfNumber, type Day } from './day.ts';
import { refuse } from './problem.ts';

/** A day that the city decided otherwise: closed by a typhoon, open on a Saturday. The reason is shown to readers. */
export type Amendment = { readonly day: Day; readonly working: boolean; readonly reason: string };

/**
 * A working calendar: the State Council's holidays and make-up working days (调休), then the city's own amendments.
 * Immutable; a matter keeps the `version` it was reckoned with.
 */
export type Calendar = {
  readonly version: string;
  readonly amendments: readonly Amendment[];
  /** `count[i]`: working days from the first day of the calendar to its i-th, both included. */
  readonly count: Int32Array;
  /** `nth[k]`: index of the k-th working day, counted from 1. */
  readonly nth: Int32Array;
};

const FIRST: Day = '2000-01-01';
const LAST: Day = '2099-12-31';
const FIRST_NUMBER = dayNumber(FIRST);
const DAYS = dayNumber(LAST) - FIRST_NUMBER + 1;

const holidays = new Set(Object.keys(notices.holidays).map(dayNumber));
const makeUpDays = new Set(Object.keys(notices.workdays).map(dayNumber));
/** Years with a notice: every notice begins with New Year's Day. */
const publishedYears = new Set(
  Object.keys(notices.holidays)
    .filter((day) => day.endsWith('-01-01'))
    .map((day) => day.slice(0, 4)),
);

/**
 * Builds a calendar over the years 2000–2099. Building takes some milliseconds; every question afterwards is one look-up.
 * Of two amendments of one day the later wins.
 */
export function calendar(given: { version: string; amendments?: readonly Amendment[] }): Calendar {
  const amendments = given.amendments ?? [];
  const amended = new Map(amendments.map((a) => [dayNumber(a.day), a.working]));
  const count = new Int32Array(DAYS);
  const nth = new Int32Array(DAYS + 1);
  let seen = 0;
  for (let i = 0; i < DAYS; i++) {
    const n = FIRST_NUMBER + i;
    if (amended.get(n) ?? nationalWorkday(n)) nth[++seen] = i;
    count[i] = seen;
  }
  return { version: given.version, amendments, count, nth: nth.slice(0, seen + 1) };
}

/** The State Council's calendar without amendments; its version names the last year with a published notice. */
export const nationalCalendar: Calendar = calendar({ version: `cn-${[...publishedYears].sort().at(-1)}` });

/** Whether work is done on that day: neither weekend nor holiday, or a weekend worked to make up (调休). */
export function isWorkday(cal: Calendar, day: Day): boolean {
  const i = indexOf(day);
  return cal.count[i]! > (i === 0 ? 0 : cal.count[i - 1]!);
}

/**
 * Whether the answer for a day rests on a decision: the State Council's notice for its year, or the city's amendment.
 * Otherwise it is only reckoned from the weekends, and whoever shows a date should say so. Notices come out in the
 * November before; the last days of a December may still be changed by the notice for the next year.
 */
export const isPublished = (cal: Calendar, day: Day): boolean =>
  publishedYears.has(day.slice(0, 4)) || cal.amendments.some((a) => a.day === day);

/**
 * The n-th working day after `day`, which itself does not count (民法典 201). `n` 0: the day itself, or the next working
 * day when it is none. `n` negative: the |n|-th working day before it.
 */
export function addWorkdays(cal: Calendar, day: Day, n: number): Day {
  const found = workdayBy(cal, indexOf(day), n);
  return found === undefined ? outside(`${day} ${n > 0 ? '+' : ''}${n}`) : dayFromNumber(FIRST_NUMBER + found);
}

/** The index of the n-th working day from that of a day; undefined outside the calendar. */
function workdayBy(cal: Calendar, i: number, n: number): number | undefined {
  const k = n > 0 ? cal.count[i]! + n : countBefore(cal, i) + 1 + n;
  return k >= 1 ? cal.nth[k] : undefined;
}

/**
 * As {@link addWorkdays}, for readers: a day that was taken before days outside the calendar were refused must not keep a whole list from
 * being read, and stays the day that it is where no working day can be counted from it.
 */
export function workdayFrom(cal: Calendar, day: Day, n: number): Day {
  if (offCalendar(day)) return day;
  const found = workdayBy(cal, indexOf(day), n);
  return found === undefined ? day : dayFromNumber(FIRST_NUMBER + found);
}

/**
 * Working days after `from` up to and including `to`; negative when `to` comes first, so that swapping changes the sign. Of a day outside
 * the calendar those up to its end are counted: there are at least so many.
 */
export const workdaysBetween = (cal: Calendar, from: Day, to: Day): number =>
  cal.count[indexOf(within(to))]! - cal.count[indexOf(within(from))]!;

const within = (day: Day): Day => (day < FIRST ? FIRST : day > LAST ? LAST : day);

/** The day itself, or the next working day when it is none (民法典 203: a period does not end on a holiday). */
export const rollForward = (cal: Calendar, day: Day): Day => addWorkdays(cal, day, 0);

function nationalWorkday(n: number): boolean {
  return makeUpDays.has(n) || (weekdayOfNumber(n) <= 5 && !holidays.has(n));
}

const countBefore = (cal: Calendar, i: number): number => (i === 0 ? 0 : cal.count[i - 1]!);

function indexOf(day: Day): number {
  const i = dayNumber(day) - FIRST_NUMBER;
  return i >= 0 && i < DAYS ? i : outside(day);
}

/** What a refusal says of a day that no calendar has; null for one that it has. */
export const offCalendar = (day: Day): { day: Day; first: Day; last: Day } | null =>
  day < FIRST || day > LAST ? { day, first: FIRST, last: LAST } : null;

/** Refuses days that a reader asks for and no calendar has, each by its place: `kernel.day-outside-calendar` (400). */
export function refuseOffCalendar(days: Readonly<Record<string, Day>>): void {
  for (const [pointer, day] of Object.entries(days)) {
    const off = offCalendar(day);
    if (off) refuse('kernel.day-outside-calendar', off, { status: 400, pointer });
  }
}

function outside(day: string): never {
  return refuse('kernel.day-outside-calendar', { day, first: FIRST, last: LAST });
}
