import notices from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import { isPublished, isWorkday, type Calendar } from './calendar.ts';
import type { Day } from './day.ts';

/**
 * Why a day is worked or not: an ordinary working day or weekend; a holiday of the State Council; a weekend worked to make
 * up for one (调休); or a day that the city decided itself.
 */
export type DayKind = 'workday' | 'weekend' | 'holiday' | 'makeup' | 'amended';

/** A day as a calendar on the wall shows it. */
export type CalendarDay = {
  readonly day: Day;
  readonly working: boolean;
  readonly kind: DayKind;
  /** The holiday that it is, or that it is worked for. */
  readonly holiday: { readonly zh: string; readonly en: string } | null;
  /** The city's reason, of an amended day. */
  readonly reason: string | null;
  /** Whether this rests on a decision, and is not only reckoned from the weekends; see {@link isPublished}. */
  readonly published: boolean;
};

/** What kind of day it is in that calendar. Throws the refusals of {@link isWorkday}. */
export function calendarDay(cal: Calendar, day: Day): CalendarDay {
  const amendment = cal.amendments.findLast((a) => a.day === day);
  const working = isWorkday(cal, day);
  const notice = noticeOf(notices.holidays, day) ?? noticeOf(notices.workdays, day);
  const plain = working ? 'workday' : 'weekend';
  const kind = amendment ? 'amended' : notice ? (working ? 'makeup' : 'holiday') : plain;
  return {
    day,
    working,
    kind,
    holiday: notice,
    reason: amendment?.reason ?? null,
    published: isPublished(cal, day),
  };
}

/** The city's reason where it made the day a day off itself, of whatever kind it was; else null. */
export function freedFor(cal: Calendar, day: Day): string | null {
  const amendment = cal.amendments.findLast((a) => a.day === day);
  return amendment && !amendment.working ? amendment.reason : null;
}

/** The notices name a day as `New Year's Day,元旦,1`. */
function noticeOf(days: Readonly<Record<string, string>>, day: Day): CalendarDay['holiday'] {
  const [en, zh] = days[day]?.split(',') ?? [];
  return en && zh ? { zh, en } : null;
}
