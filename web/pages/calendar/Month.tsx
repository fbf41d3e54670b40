import { Link } from '@tanstack/react-router';
import type { AgendaDay } from '../../../src/matters/agenda/agenda.contract.ts';
import { weekday } from '../../../src/kernel/day.ts';
import { useT } from '../../i18n/language.tsx';
import { DayCell } from './DayCell.tsx';
import style from './Month.module.css';

type Props = { days: readonly AgendaDay[]; month: string; today: string };

/** The days in order: seven columns at a desk; on a phone a list of those on which something falls due, and of today. */
export function Month({ days, month, today }: Props) {
  const t = useT();
  const total = days.reduce((sum, { day, count }) => sum + (day.startsWith(month) ? count : 0), 0);
  return (
    <>
      <p className="quiet" aria-live="polite">
        {t(total === 0 ? 'web.calendar.none' : 'web.calendar.total', { n: total })}{' '}
        {total === 0 && <Link to="/ledger">{t('web.calendar.none.go')}</Link>}
      </p>
      <div className={style['weekdays']} aria-hidden="true">
        {days.slice(0, 7).map(({ day }) => (
          <span key={day}>{t(`web.calendar.weekday.${weekday(day)}`)}</span>
        ))}
      </div>
      <ol className={style['month']}>
        {days.map((day) => (
          <DayCell key={day.day} day={day} inMonth={day.day.startsWith(month)} today={today} />
        ))}
      </ol>
    </>
  );
}
