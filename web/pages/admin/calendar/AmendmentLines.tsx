import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useFormat } from '../../../format/useFormat.ts';
import { useT } from '../../../i18n/language.tsx';
import { Fault } from '../../../problems/Fault.tsx';
import style from '../Admin.module.css';
import list from '../List.module.css';
import { amendmentsQuery } from './calendar.queries.ts';

/** What the city decided otherwise, newest first, what it took back too. */
export function AmendmentLines() {
  const t = useT();
  const { day, instant } = useFormat();
  const { data, error } = useQuery(amendmentsQuery);
  return (
    <section className={style['section']} aria-labelledby="amendments">
      <h2 id="amendments">{t('admin.calendar.amendments')}</h2>
      {error && <Fault error={error} />}
      {data?.rows.length === 0 && <p className="quiet">{t('admin.calendar.amendments.none')}</p>}
      <ul className={list['rows']}>
        {data?.rows.map((row) => (
          <li key={`${row.day} ${row.at}`}>
            <Link to="/admin/calendar" search={{ day: row.day }} className={list['name']}>
              {day(row.day)}
            </Link>
            <span>
              {t(`admin.calendar.made.${row.working === null ? 'national' : row.working ? 'working' : 'off'}`)} ·{' '}
              {row.reason}
            </span>
            <span className="faint">
              {row.who || t('web.story.system')} {instant(row.at)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
