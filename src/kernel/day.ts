import { refuse } from './problem.ts';

/** A date of the city, `YYYY-MM-DD`, in Asia/Shanghai. Days compare and sort as texts. */
export type Day = string;

const MS_PER_DAY = 86_400_000;
/** China has kept +08:00 the whole year since 1992, so no time zone database is needed (and none in the hot path). */
const SHANGHAI_MS = 8 * 3_600_000;

/** Whether a text is a date that exists, `2024-02-29` but not `2023-02-29`. */
export const isDay = (text: string): text is Day => !Number.isNaN(parse(text));

/** The date in Shanghai at an instant: 2023-03-14T16:00:00Z is already the 15th. */
export const dayOf = (instant: Date): Day => dayFromNumber(Math.floor((instant.getTime() + SHANGHAI_MS) / MS_PER_DAY));

/** The time of day in Shanghai at an instant, `09:05`: sorts as a text within its day. */
export const timeOf = (instant: Date): string => new Date(instant.getTime() + SHANGHAI_MS).toISOString().slice(11, 16);

/** Midnight in Shanghai at which the day begins. */
export const startOfDay = (day: Day): Date => new Date(dayNumber(day) * MS_PER_DAY - SHANGHAI_MS);

/**
 * Midnight in Shanghai at which the day is over. Not the beginning of the next day, which the last one that can be written (9999-12-31) has
 * none of: whoever asks up to then is answered, and not told of a day that they never named.
 */
export const endOfDay = (day: Day): Date => new Date(startOfDay(day).getTime() + MS_PER_DAY);

/** The last millisecond of the day in Shanghai: what may be done until midnight is in time up to then, and still falls on that day. */
export const lastInstant = (day: Day): Date => new Date(endOfDay(day).getTime() - 1);

/** 18:00 in Shanghai. Where business hours are kept, the last day of a period ends when business ceases (民法典 203). */
export const closeOfBusiness = (day: Day): Date => new Date(startOfDay(day).getTime() + 18 * 3_600_000);

/** The day `n` calendar days later (earlier when negative). */
export const addDays = (day: Day, n: number): Day => dayFromNumber(dayNumber(day) + n);

/** The last day of the day's month. */
export function monthEnd(day: Day): Day {
  const year = Number(day.slice(0, 4));
  const month = Number(day.slice(5, 7));
  return `${day.slice(0, 8)}${String(daysInMonth(year, month)).padStart(2, '0')}`;
}

/** The day of the week, 1 Monday to 7 Sunday (ISO 8601). */
export const weekday = (day: Day): number => weekdayOfNumber(dayNumber(day));

/** As {@link weekday}, for a day's number. 1970-01-01 was a Thursday. */
export const weekdayOfNumber = (n: number): number => ((((n + 3) % 7) + 7) % 7) + 1;

/** Days since 1970-01-01, for arithmetic. Throws the refusal `kernel.not-a-day` for a text that is no date. */
export function dayNumber(day: Day): number {
  const n = parse(day);
  return Number.isNaN(n) ? refuse('kernel.not-a-day', { text: String(day) }) : n;
}

/**
 * The day whose {@link dayNumber} is `n`. Formula, here and in `parse`: Howard Hinnant, “chrono-compatible low-level date
 * algorithms”; ten times as fast as going through `Date`, which counts when a million clocks are folded again.
 */
export function dayFromNumber(n: number): Day {
  const z = n + 719_468;
  const era = Math.floor(z / 146_097);
  const ofEra = z - era * 146_097;
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  );
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * ofYear + 2) / 153);
  const date = ofYear - Math.floor((153 * shifted + 2) / 5) + 1;
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${year < 1000 ? String(year).padStart(4, '0') : year}-${TWO[month]}-${TWO[date]}`;
}

const TWO = Array.from({ length: 32 }, (_, i) => String(i).padStart(2, '0'));

/** The number of a day, or NaN. */
function parse(text: string): number {
  if (text.length !== 10 || text.charCodeAt(4) !== DASH || text.charCodeAt(7) !== DASH) return NaN;
  const year = digits(text, 0) * 100 + digits(text, 2);
  const month = digits(text, 5);
  const date = digits(text, 8);
  if (!(month >= 1 && month <= 12 && date >= 1 && date <= daysInMonth(year, month))) return NaN;
  const shiftedYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(shiftedYear / 400);
  const yearOfEra = shiftedYear - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + date - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** Two decimal digits at a place, or NaN. */
function digits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48;
  const ones = text.charCodeAt(at + 1) - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : NaN;
}

const DASH = 45;

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
