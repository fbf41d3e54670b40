import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Page } from '../../../frame/Page.tsx';
import { Waiting } from '../../../frame/Waiting.tsx';
import { useFormat } from '../../../format/useFormat.ts';
import { useT } from '../../../i18n/language.tsx';
import { Fault } from '../../../problems/Fault.tsx';
import style from '../Admin.module.css';
import { AmendmentLines } from './AmendmentLines.tsx';
import { yearQuery } from './calendar.queries.ts';
import { DayPanel } from './DayPanel.tsx';
import { YearWall } from './YearWall.tsx';
import wall from './YearWall.module.css';

const route = getRouteApi('/desk/admin/calendar');

/** The working calendar of a year, and what the city decided otherwise. */
export function WorkCalendarPage() {
  const t = useT();
  const { today } = useFormat();
  const { year: asked, day } = route.useSearch();
  const year = asked ?? Number((day ?? today).slice(0, 4));
  const { data, error, isPending } = useQuery(yearQuery(year));
  return (
    <Page
      title={t('admin.calendar.title', { year })}
      tab={t('admin.nav.calendar')}
      lead={data && t('admin.calendar.version', { version: data.version })}
      actions={[year - 1, year + 1].map((other) => (
        <Link key={other} to="/admin/calendar" search={{ year: other }}>
          {t('admin.calendar.year', { year: other })}
        </Link>
      ))}
    >
      <div className={style['panel']}>
        {isPending && <Waiting lines={8} />}
        {error && <Fault error={error} />}
        {data && !data.days.at(0)?.published && <p className="quiet">{t('admin.calendar.reckoned')}</p>}
        {data && day && (
          <div className={wall['chosen']}>
            <DayPanel key={day} day={day} />
          </div>
        )}
        {data && !day && <p className="quiet">{t('admin.calendar.choose')}</p>}
        {data && <YearWall days={data.days} year={year} chosen={day} />}
        <AmendmentLines />
      </div>
    </Page>
  );
}
