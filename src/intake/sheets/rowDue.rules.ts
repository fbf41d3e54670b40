import { dayFromNumber, isDay, normalise, type Calendar, type Day } from '../../kernel/index.ts';
import { chooseDue, findDues } from '../minutes/due.rules.ts';

/**
 * What a cell says of the deadline: a day as such, a day that no calendar has, a spreadsheet's number of a day, a day worked out
 * from words, or words that name none.
 */
export type RowDue =
  | { readonly kind: 'none' }
  | { readonly kind: 'day'; readonly day: Day }
  | { readonly kind: 'impossible'; readonly text: string }
  | { readonly kind: 'number'; readonly text: string; readonly day: Day }
  | { readonly kind: 'words'; readonly text: string; readonly day: Day | null };

const WRITTEN =
  /^(?:(\d{4})\s*[-/.年]\s*)?(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*[日号]?\s*(?:前|之前|以前)?(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?$/u;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/u;
/** How a spreadsheet keeps a day: counted from 1900, with or without a time of day behind the point. */
const COUNTED = /^\d{5}(?:\.\d+)?$/u;
/** The number of 1970-01-01 there, and those of the first and the last day of this century. */
const [EPOCH, FIRST, LAST] = [25_569, 36_526, 73_050];
const two = (n: string): string => n.padStart(2, '0');

/**
 * The deadline in a cell, as officials write it: 2026-11-25, 2026/11/25, 2026.11.25, 20261125, 2026年11月25日前, and what minutes say
 * (11月底前, 年底前, 下周五前, 20个工作日内), counted from today. A day without a year is the next to come, and said to be worked
 * out; what names no day (长期坚持) is kept as words; a spreadsheet's number of a day is that day, to be looked at; figures that are no day (2026-02-30) are a slip of the pen and never words.
 */
export function readDue(cell: string, today: Day, calendar: Calendar): RowDue {
  const text = normalise(cell);
  if (/^[-—/无]*$/u.test(text)) return { kind: 'none' };
  // A column of days whose cells were never given the format of a day shows the number by which the sheet keeps it.
  const count = COUNTED.test(text) ? Math.floor(Number(text)) : 0;
  if (count >= FIRST && count <= LAST) return { kind: 'number', text, day: dayFromNumber(count - EPOCH) };
  const [, year, month, date] = WRITTEN.exec(text) ?? COMPACT.exec(text) ?? [];
  if (month && date) {
    const day = `${year ?? today.slice(0, 4)}-${two(month)}-${two(date)}`;
    if (year) return isDay(day) ? { kind: 'day', day } : { kind: 'impossible', text };
    const next = `${Number(today.slice(0, 4)) + 1}${day.slice(4)}`;
    const meant = day < today ? next : day;
    return isDay(meant) ? { kind: 'words', text, day: meant } : { kind: 'impossible', text };
  }
  const frame = { day: today, year: Number(today.slice(0, 4)), calendar, fromMeeting: true };
  return { kind: 'words', text, day: chooseDue(findDues(text, frame))?.date ?? null };
}
