import { useMemo } from 'react';
import { useLanguage, type Translate } from '../i18n/language.tsx';
import { dateText, dayText, instantText, monthText } from './day.ts';
import { useToday } from './today.ts';

/** How dates and working days are written in the reader's language. */
export function useFormat() {
  const { t, language } = useLanguage();
  const today = useToday();
  return useMemo(() => {
    return {
      today,
      /** `3月13日 周一` */
      day: (day: string) => dayText(day, language, today),
      /** `2026年3月13日`, as a document bears it */
      date: (day: string) => dateText(day, language),
      /** `2026年11月` */
      month: (month: string) => monthText(month, language),
      /** `3月13日 周一 09:30` */
      instant: (at: string) => instantText(at, language, today),
      /** `还剩 2 个工作日`, `今天到期`, `逾期 3 个工作日` */
      left: (workdays: number) => leftText(t, workdays),
    };
  }, [t, language, today]);
}

function leftText(t: Translate, workdays: number): string {
  if (workdays === 0) return t('web.left.today');
  return t(workdays > 0 ? 'web.left.days' : 'web.left.over', { n: Math.abs(workdays) });
}
