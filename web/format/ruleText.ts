import { readRecurrence, type Recurrence } from '../../src/kernel/recurrence.rules.ts';
import type { Translate } from '../i18n/language.tsx';

/** A recurrence rule in words: `每 3 个月 10 日，共 8 次`; as it is written where it is none. */
export function ruleText(t: Translate, text: string, day: (day: string) => string): string {
  const rule = readRecurrence(text);
  if ('fault' in rule) return text;
  const { freq, interval, byMonth, count, until } = rule;
  const every = t(`recurs.every.${freq}${interval === 1 ? '' : '.n'}`, { n: interval });
  const when = [
    every,
    ...(byMonth.length ? [t('recurs.months', { months: byMonth })] : []),
    ...(rule.byMonthDay.length ? [datesText(t, rule)] : []),
    ...(rule.byDay.length ? [weekdaysText(t, rule)] : []),
  ]
    .join(t('recurs.space'))
    // Between a Chinese character and a figure there is a space.
    .replace(/\p{Script=Han}(?=\d)/gu, '$& ');
  const end = count === null ? until && t('recurs.until', { day: day(until) }) : t('recurs.count', { n: count });
  return end ? `${when}${t('recurs.comma')}${end}` : when;
}

const datesText = (t: Translate, { byMonthDay }: Recurrence): string =>
  byMonthDay
    .map((n) => {
      if (n > 0) return t('recurs.date', { n });
      return n === -1 ? t('recurs.date.last') : t('recurs.date.back', { n: -n });
    })
    .join(t('recurs.and'));

const weekdaysText = (t: Translate, { byDay }: Recurrence): string =>
  byDay
    .map(({ n, weekday }) => {
      const words = { n: Math.abs(n), weekday: t(`web.calendar.weekday.${weekday}`) };
      if (n === 0) return t('recurs.weekday', words);
      return t(n > 0 ? 'recurs.weekday.nth' : n === -1 ? 'recurs.weekday.last' : 'recurs.weekday.back', words);
    })
    .join(t('recurs.and'));
