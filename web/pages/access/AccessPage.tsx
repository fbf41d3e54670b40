import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import type { ShownPage } from '../../../src/privacy/contract.ts';
import { mayReadShown } from '../../../src/privacy/access/log-access.rules.ts';
import { api, query } from '../../api.ts';
import { DayField } from '../../days/DayField.tsx';
import { Button } from '../../frame/Button.tsx';
import { MoreButton } from '../../frame/MoreButton.tsx';
import { Nothing } from '../../frame/Nothing.tsx';
import { Page } from '../../frame/Page.tsx';
import { Waiting } from '../../frame/Waiting.tsx';
import { useT } from '../../i18n/language.tsx';
import { Fault } from '../../problems/Fault.tsx';
import { useSession } from '../../session/session.ts';
import { UnitPicker } from '../../units/UnitPicker.tsx';
import { useRegisterAct } from '../admin/form/useRegisterAct.ts';
import list from '../notices/NoticesPage.module.css';
import style from './Access.module.css';
import { AccessLine } from './AccessLine.tsx';
import type { AccessSearch } from './search.ts';

const route = getRouteApi('/desk/access-log');

/** Who was shown what is personal, when and what for. */
export function AccessPage() {
  const t = useT();
  const search = route.useSearch();
  const navigate = useNavigate();
  const may = mayReadShown(useSession().caller.role);
  const shown = useInfiniteQuery({
    queryKey: ['shown', search],
    queryFn: ({ pageParam, signal }) =>
      api.get<ShownPage>(`/api/privacy/shown${query({ ...search, after: pageParam ?? undefined })}`, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
    staleTime: 0,
    enabled: may,
  });
  const queries = useQueryClient();
  const exporting = useRegisterAct<unknown>('/api/privacy/shown/export', t('access.exporting'), () => {
    void queries.invalidateQueries({ queryKey: ['transfers'] });
  });
  const rows = shown.data?.pages.flatMap((page) => page.rows) ?? [];
  const ask = (key: keyof AccessSearch, value: string | null) => {
    const { [key]: _, ...rest } = search;
    void navigate({ to: '/access-log', search: value ? { ...rest, [key]: value } : rest, replace: true });
  };
  if (!may)
    return (
      <Page title={t('access.title')} width="reading">
        <Nothing say={t('privacy.log-not-yours')}>
          <Link to="/">{t('web.home')}</Link>
        </Nothing>
      </Page>
    );
  const narrowed = Object.keys(search).length > 0;
  const turned = search.from && search.until && search.from > search.until;
  return (
    <Page
      title={t('access.title')}
      lead={t('access.lead')}
      width="reading"
      actions={
        <Button loading={exporting.isPending} onClick={() => exporting.mutate({ query: search })}>
          {t('access.export')}
        </Button>
      }
    >
      {exporting.error && <Fault error={exporting.error} />}
      <div className={style['filters']}>
        <UnitPicker
          label={t('access.unit')}
          placeholder={t('access.unit')}
          value={search.unit ?? null}
          onChange={(unit) => ask('unit', unit)}
        />
        <DayField label={t('access.from')} value={search.from ?? ''} onChange={(day) => ask('from', day)} />
        <span aria-hidden="true">–</span>
        <DayField label={t('access.until')} value={search.until ?? ''} onChange={(day) => ask('until', day)} />
        {narrowed && <Link to="/access-log">{t('access.all')}</Link>}
      </div>
      {shown.error && <Fault error={shown.error} />}
      {shown.isPending && <Waiting lines={4} />}
      {shown.data && rows.length === 0 && (
        <Nothing say={t(turned ? 'access.turned' : narrowed ? 'access.none-found' : 'access.none')} />
      )}
      <ul className={list['list']}>
        {rows.map((row) => (
          <AccessLine key={`${row.id}${row.originator}`} row={row} />
        ))}
      </ul>
      {shown.hasNextPage && <MoreButton busy={shown.isFetchingNextPage} onMore={() => void shown.fetchNextPage()} />}
    </Page>
  );
}
