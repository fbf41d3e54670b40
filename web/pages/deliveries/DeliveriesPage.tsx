import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { DeliveryPage } from '../../../src/notices/contract.ts';
import { api, query } from '../../api.ts';
import { mayReadDeliveries } from '../../../src/notices/delivery/delivery-access.rules.ts';
import { MoreButton } from '../../frame/MoreButton.tsx';
import { Nothing } from '../../frame/Nothing.tsx';
import { Page } from '../../frame/Page.tsx';
import { Waiting } from '../../frame/Waiting.tsx';
import { useT } from '../../i18n/language.tsx';
import { Fault } from '../../problems/Fault.tsx';
import { useSession } from '../../session/session.ts';
import tabs from '../notices/NoticesPage.module.css';
import { DeliveryLine } from './DeliveryLine.tsx';

const route = getRouteApi('/desk/deliveries');

/** What was sent to whom, and how it went: for the administrator, who sees no word of what stood in it. */
export function DeliveriesPage() {
  const t = useT();
  const { state } = route.useSearch();
  const may = mayReadDeliveries(useSession().caller.role);
  const list = useInfiniteQuery({
    queryKey: ['deliveries', state ?? null],
    queryFn: ({ pageParam, signal }) =>
      api.get<DeliveryPage>(`/api/notices/deliveries${query({ state, after: pageParam ?? undefined })}`, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
    staleTime: 0,
    enabled: may,
  });
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? [];
  if (!may)
    return (
      <Page title={t('web.deliveries')} width="reading">
        <Nothing say={t('web.deliveries.others')}>
          <Link to="/notices">{t('web.notices.all')}</Link>
        </Nothing>
      </Page>
    );
  return (
    <Page title={t('web.deliveries')} lead={t('web.deliveries.lead')} width="reading">
      <nav className={tabs['tabs']} aria-label={t('web.notices.which')}>
        <Link to="/deliveries" activeOptions={{ exact: true, includeSearch: true }}>
          {t('web.notices.every')}
        </Link>
        <Link to="/deliveries" search={{ state: 'failed' }} activeOptions={{ exact: true, includeSearch: true }}>
          {t('notice.state.failed')}
        </Link>
      </nav>
      {list.error && <Fault error={list.error} />}
      {list.isPending && <Waiting lines={4} />}
      {list.data && rows.length === 0 && (
        <Nothing say={t(state ? 'web.deliveries.none-failed' : 'web.deliveries.none')}>
          {state ? (
            <Link to="/deliveries">{t('web.deliveries.all')}</Link>
          ) : (
            <Link to="/me" hash="notices">
              {t('web.notices.choose')}
            </Link>
          )}
        </Nothing>
      )}
      <ul className={tabs['list']}>
        {rows.map((row) => (
          <DeliveryLine key={row.id} row={row} />
        ))}
      </ul>
      {list.hasNextPage && <MoreButton busy={list.isFetchingNextPage} onMore={() => void list.fetchNextPage()} />}
    </Page>
  );
}
