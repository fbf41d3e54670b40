import { addDays, dayOf, isWorkday, startOfDay, type Calendar, type Day } from '../../kernel/index.ts';

/** A span of the working day in minutes after midnight, the end not included: 9:00–12:00 is `[540, 720]`. */
export type Span = readonly [from: number, until: number];
/** The hours in which people may be called upon, in order. */
export type Hours = readonly Span[];

const MINUTE = 60_000;
/** No holiday is longer, not even with an amended calendar; a search that finds none has a calendar without working days. */
const LONGEST_WAIT_DAYS = 60;

const minuteOf = (at: Date): number => Math.floor((at.getTime() - startOfDay(dayOf(at)).getTime()) / MINUTE);
const moment = (day: Day, minute: number): Date => new Date(startOfDay(day).getTime() + minute * MINUTE);

/** Whether an instant lies in working hours: on a working day of the city (make-up days are, holidays are not), within its hours. */
export const inHours = (calendar: Calendar, hours: Hours, at: Date): boolean =>
  isWorkday(calendar, dayOf(at)) && hours.some(([from, until]) => from <= minuteOf(at) && minuteOf(at) < until);

/** The instant itself in working hours, else the next moment at which they begin. */
export function nextOpening(calendar: Calendar, hours: Hours, at: Date): Date {
  if (inHours(calendar, hours, at)) return at;
  const today = dayOf(at);
  for (let n = 0; n <= LONGEST_WAIT_DAYS; n++) {
    const day = addDays(today, n);
    if (!isWorkday(calendar, day)) continue;
    const opening = hours.find(([from]) => moment(day, from) >= at);
    if (opening) return moment(day, opening[0]);
  }
  throw new RangeError(`no working hours within ${LONGEST_WAIT_DAYS} days of ${today}`);
}

/** The next working day's moment of a digest, `minute` after midnight; moved to the next opening if it lies outside the hours. */
export function nextDigest(calendar: Calendar, hours: Hours, minute: number, at: Date): Date {
  const today = moment(dayOf(at), minute);
  const first = isWorkday(calendar, dayOf(at)) && today >= at ? today : moment(addDays(dayOf(at), 1), minute);
  for (let n = 0; n <= LONGEST_WAIT_DAYS; n++) {
    const day = addDays(dayOf(first), n);
    if (isWorkday(calendar, day)) return nextOpening(calendar, hours, moment(day, minute));
  }
  return nextOpening(calendar, hours, first);
}
