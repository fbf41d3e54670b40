import type { Language } from '../i18n/language.tsx';

/** The city's own clock, wherever the reader sits. */
const CITY = 'Asia/Shanghai';
const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'];
const inCity = new Intl.DateTimeFormat('sv-SE', { timeZone: CITY, dateStyle: 'short', timeStyle: 'short' });
const english = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', weekday: 'short', day: 'numeric', month: 'short' });
const englishDate = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'UTC',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});
const englishMonth = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', month: 'long', year: 'numeric' });

/** The city's date at an instant, `2026-03-13`. */
export const cityDay = (at: Date | string): string => inCity.format(new Date(at)).slice(0, 10);

/** The city's time of day at an instant, `09:30`. */
export const cityTime = (at: Date | string): string => inCity.format(new Date(at)).slice(11, 16);

/** A date as officials write it, `3月13日 周一`; with the year when it isn't the year of `today`. */
export function dayText(day: string, language: Language, today: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  // An address may hold anything; of 2026-02-30 a machine makes 2 March, and nobody wrote that.
  if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== day) return day;
  const otherYear = day.slice(0, 4) === today.slice(0, 4) ? '' : day.slice(0, 4);
  if (language === 'en') return `${english.format(date)}${otherYear && ` ${otherYear}`}`;
  const words = `${date.getUTCMonth() + 1}月${date.getUTCDate()}日 ${WEEKDAYS[date.getUTCDay()]}`;
  return otherYear ? `${otherYear}年${words}` : words;
}

/** A date in full as a document bears it, `2026年3月13日`. */
export function dateText(day: string, language: Language): string {
  const date = new Date(`${day}T00:00:00Z`);
  if (language === 'en') return englishDate.format(date);
  return `${date.getUTCFullYear()}年${date.getUTCMonth() + 1}月${date.getUTCDate()}日`;
}

/** A month, `2026-11`, as officials write it: `2026年11月`. */
export function monthText(month: string, language: Language): string {
  if (language === 'zh') return `${Number(month.slice(0, 4))}年${Number(month.slice(5))}月`;
  return englishMonth.format(new Date(`${month}-01T00:00:00Z`));
}

/** An instant on the city's clock, `3月13日 周一 09:30`. */
export const instantText = (at: string, language: Language, today: string): string =>
  `${dayText(cityDay(at), language, today)} ${cityTime(at)}`;
