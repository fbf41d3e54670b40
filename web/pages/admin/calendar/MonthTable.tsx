import { Link } from '@tanstack/react-router';
import type { CalendarDay } from '../../../../src/matters/calendars/calendar.contract.ts';
import { useFormat } from '../../../format/useFormat.ts';
import { useLanguage } from '../../../i18n/language.tsx';
import style from './YearWall.module.css';
import type { Month } from './year.ts';

type Props = { month: Month; year: number; chosen: string | undefined };

/** One month of the wall; a day that is not what its weekday would be says why. */
export function MonthTable({ month: { month, weeks }, year, chosen }: Props) {
  const { t, language } = useLanguage();
  const { day: dayName, month: monthName, today } = useFormat();
  const reached = chosen?.startsWith(month) ? chosen : `${month}-01`;
  const kindOf = (day: CalendarDay): string => {
    const why = day.reason ?? day.holiday?.[language];
    return [dayName(day.day), t(`admin.calendar.is.${day.working ? 'working' : 'off'}`), why]
      .filter(Boolean)
      .join(' · ');
  };
  return (
    <table className={style['month']}>
      <caption>{monthName(month)}</caption>
      <thead>
        <tr>
          {[1, 2, 3, 4, 5, 6, 7].map((n) => (
            <th key={n} scope="col" abbr={t(`web.calendar.weekday.${n}`)}>
              {t(`admin.calendar.weekday.${n}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week, n) => (
          <tr key={n}>
            {week.map((day, at) =>
              day ? (
                <td key={day.day}>
                  <Link
                    to="/admin/calendar"
                    search={{ year, day: day.day }}
                    resetScroll={false}
                    className={style['day']}
                    data-day={day.day}
                    data-kind={day.kind}
                    data-working={day.working}
                    aria-label={kindOf(day)}
                    aria-current={day.day === today ? 'date' : day.day === chosen ? 'true' : undefined}
                    tabIndex={day.day === reached ? 0 : -1}
                    preload={false}
                  >
                    {Number(day.day.slice(8))}
                  </Link>
                </td>
              ) : (
                <td key={at} aria-hidden="true" />
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
