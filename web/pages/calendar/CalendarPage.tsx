import { queryOptions, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { Agenda } from '../../../src/matters/agenda/agenda.contract.ts';
import { api, query } from '../../api.ts';
import { useFormat } from '../../format/useFormat.ts';
import { Page } from '../../frame/Page.tsx';
import { Waiting } from '../../frame/Waiting.tsx';
import { useT } from '../../i18n/language.tsx';
import { useRowKeys } from '../../keys/useRowKeys.ts';
import { Fault } from '../../problems/Fault.tsx';
import { Month } from './Month.tsx';
import { monthFrom, spanOf } from './month.ts';
import { MonthSteps } from './MonthSteps.tsx';

const route = getRouteApi('/desk/calendar');

/** An agenda moves with the matters, so it stands under their key: what makes a list stale makes this stale. */
const agendaQuery = (month: string) =>
  queryOptions({
    queryKey: ['ledger', 'agenda', month],
    queryFn: ({ signal }) => api.get<Agenda>(`/api/agenda${query(spanOf(month))}`, signal),
  });

/** What falls due when: a month on the wall, with the days that are none to work on. On a phone the days in a row. */
export function CalendarPage() {
  const t = useT();
  const { today, month: monthName } = useFormat();
  const month = monthFrom(route.useSearch().month, today);
  const { data, error } = useQuery({ ...agendaQuery(month), placeholderData: (before) => before });
  const partly = data?.recurring;
  useRowKeys();
  return (
    <Page
      title={monthName(month)}
      tab={`${t('web.nav.calendar')} ${monthName(month)}`}
      lead={[t('web.calendar.lead'), ...(partly ? [t('web.calendar.recurring', { n: partly })] : [])].join(' ')}
      width="whole"
      actions={<MonthSteps month={month} />}
    >
      {error && <Fault error={error} />}
      {!data && !error && <Waiting lines={10} />}
      {data && <Month days={data.days} month={month} today={today} />}
    </Page>
  );
}
