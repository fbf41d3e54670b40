import { useMemo } from 'react';
import { useLanguage } from '../i18n/language.tsx';
import { dayText, instantText } from './day.ts';
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
      /** `3月13日 周一 09:30` */
      instant: (at: string) => instantText(at, language, today),
      /** `还剩 2 个工作日`, `今天到期`, `逾期 3 个工作日` */
      left: (workdays: number) => leftText(t, workdays),
    };
  }, [t, language, today]);
}

function leftText(t: ReturnType<typeof useLanguage>['t'], workdays: number): string {
  if (workdays === 0) return t('web.left.today');
  const n = Math.abs(workdays);
  const one = n === 1 ? '.one' : '';
  return workdays > 0 ? t(`web.left.days${one}`, { n }) : t(`web.left.over${one}`, { n });
}
