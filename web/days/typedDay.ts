const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const WEEKDAY = /[\s,，（(]*(?:(?:周|星期)[一二三四五六日天]|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*)[\s,，)）]*/giu;
const NEARBY: Readonly<Record<string, number>> = { 今天: 0, 明天: 1, 后天: 2, today: 0, tomorrow: 1 };

/** The forms in which people write days; each names its parts. The year may be left out. */
const FORMS: readonly RegExp[] = [
  /^(?<y>\d{4})(?<m>\d\d)(?<d>\d\d)$/u,
  /^(?:(?<y>\d{4})\s*[-/.年]\s*)?(?<m>\d{1,2})\s*[-/.月]\s*(?<d>\d{1,2})\s*[日号]?$/u,
  /^(?<d>\d{1,2})(?:st|nd|rd|th)?\s+(?<name>[a-z]{3,9})\.?(?:,?\s+(?<y>\d{4}))?$/iu,
  /^(?<name>[a-z]{3,9})\.?\s+(?<d>\d{1,2})(?:st|nd|rd|th)?(?:,?\s+(?<y>\d{4}))?$/iu,
];

/**
 * The day that was typed, `2026-03-13`; null when it is none. Read are 2026-03-13, 2026/3/13, 20260313, 2026年3月13日, 3月13日,
 * 3-13, 13 Mar, March 13, 2026, also with a weekday behind, and 今天, 明天, 后天. Without a year it is the next such day
 * (`ahead`, as for a deadline), else the one nearest to `today`.
 */
export function typedDay(text: string, today: string, ahead: boolean): string | null {
  const plain = text.normalize('NFKC').replace(WEEKDAY, ' ').trim();
  const away = NEARBY[plain.toLowerCase()];
  if (away !== undefined) return dayAfter(today, away);
  for (const form of FORMS) {
    const parts = form.exec(plain)?.groups;
    if (!parts) continue;
    const month = parts['name'] ? MONTHS.indexOf(parts['name'].slice(0, 3).toLowerCase()) + 1 : Number(parts['m']);
    return parts['y']
      ? dayOf(Number(parts['y']), month, Number(parts['d']))
      : yearless(month, parts['d']!, today, ahead);
  }
  return null;
}

/** The day that many days later, or earlier. */
export const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** Whether the text is a day as it is kept, and one that the calendar has: 2026-02-30 is none. */
export const isDay = (text: string): boolean => {
  const parts = /^(\d{4})-(\d\d)-(\d\d)$/u.exec(text);
  return parts !== null && dayOf(Number(parts[1]), Number(parts[2]), Number(parts[3])) !== null;
};

/** The day of that year, month and day of the month; null where there is none, such as 30 February. */
function dayOf(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const there = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return there ? date.toISOString().slice(0, 10) : null;
}

function yearless(month: number, day: string, today: string, ahead: boolean): string | null {
  const now = Number(today.slice(0, 4));
  const found = [now - 1, now, now + 1].flatMap((year) => dayOf(year, month, Number(day)) ?? []);
  if (ahead) return found.find((one) => one >= today) ?? null;
  const apart = (one: string) => Math.abs(Date.parse(one) - Date.parse(today));
  return found.toSorted((a, b) => apart(a) - apart(b))[0] ?? null;
}
