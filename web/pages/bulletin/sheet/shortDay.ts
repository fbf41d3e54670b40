import type { Language } from '../../../i18n/language.tsx';

const english = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'short' });

/** A date as it stands in a document of the year `year`: 3月20日, and with the year where it is another. No weekday. */
export function shortDay(day: string, language: Language, year: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  const other = date.getUTCFullYear() !== year;
  if (language === 'en') return `${english.format(date)}${other ? ` ${date.getUTCFullYear()}` : ''}`;
  return `${other ? `${date.getUTCFullYear()}年` : ''}${date.getUTCMonth() + 1}月${date.getUTCDate()}日`;
}
