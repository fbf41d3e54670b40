import { useT } from '../i18n/language.tsx';
import style from './DayCalendar.module.css';
import type { WorkingCalendar } from './workdays.ts';

/** The limits that assignments mostly have, in working days. */
const USUAL = [3, 5, 10] as const;

/** The days that lie so many working days ahead, each by one press. */
export function DayShortcuts({
  calendar,
  today,
  choose,
}: {
  calendar: WorkingCalendar;
  today: string;
  choose: (day: string) => void;
}) {
  const t = useT();
  return (
    <p className={style['shortcuts']}>
      {USUAL.map((n) => {
        const day = calendar.after(today, n);
        return (
          <button key={n} type="button" disabled={!day} onClick={() => day && choose(day)}>
            {t('web.day.workdays', { n })}
          </button>
        );
      })}
    </p>
  );
}
