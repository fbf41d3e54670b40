import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useId, useState } from 'react';
import type { DebarmentList } from '../../../src/debarments/contract.ts';
import { mayReadDebarments } from '../../../src/debarments/debarment-access.rules.ts';
import { api, query } from '../../api.ts';
import { DayField } from '../../days/DayField.tsx';
import { useFormat } from '../../format/useFormat.ts';
import { Button } from '../../frame/Button.tsx';
import { MoreButton } from '../../frame/MoreButton.tsx';
import { Nothing } from '../../frame/Nothing.tsx';
import { Page } from '../../frame/Page.tsx';
import { Waiting } from '../../frame/Waiting.tsx';
import { useT } from '../../i18n/language.tsx';
import { Fault } from '../../problems/Fault.tsx';
import { useSession } from '../../session/session.ts';
import { DebarmentLine } from './DebarmentLine.tsx';
import style from './Debarments.module.css';
import { ProposeForm } from './ProposeForm.tsx';
import { SearchForm } from './SearchForm.tsx';

const route = getRouteApi('/desk/debarments');

/** Who is debarred, without a name until somebody says what for. */
export function DebarmentsPage() {
  const t = useT();
  const { day: dayWords } = useFormat();
  const { day } = route.useSearch();
  const navigate = useNavigate();
  const field = useId();
  const may = mayReadDebarments(useSession().caller.role);
  const [open, setOpen] = useState<'propose' | 'search' | null>(null);
  const list = useInfiniteQuery({
    queryKey: ['debarments', day ?? ''],
    queryFn: ({ pageParam, signal }) =>
      api.get<DebarmentList>(`/api/debarments${query({ day, after: pageParam ?? undefined })}`, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
    enabled: may,
  });
  if (!may)
    return (
      <Page title={t('debarments.title')} width="reading">
        <Nothing say={t('debarments.not-yours')}>
          <Link to="/">{t('web.home')}</Link>
        </Nothing>
      </Page>
    );
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? [];
  const ask = (to: string) => void navigate({ to: '/debarments', search: to ? { day: to } : {}, replace: true });
  return (
    <Page
      title={t('debarments.title')}
      lead={t('debarments.lead')}
      width="reading"
      actions={
        <>
          <Button onClick={() => setOpen('search')}>{t('debarments.search')}</Button>
          {list.data?.pages[0]?.mayPropose && (
            <Button type="primary" onClick={() => setOpen('propose')}>
              {t('debarments.act.propose')}
            </Button>
          )}
        </>
      }
    >
      {open === 'propose' && <ProposeForm onDone={() => setOpen(null)} />}
      {open === 'search' && <SearchForm onDone={() => setOpen(null)} />}
      <div className={style['filter']}>
        <label htmlFor={field} className="quiet">
          {t('debarments.on-day')}
        </label>
        <DayField id={field} value={day ?? ''} onChange={ask} />
        {day && <Link to="/debarments">{t('debarments.all')}</Link>}
      </div>
      {list.error && <Fault error={list.error} />}
      {list.isPending && <Waiting lines={3} />}
      {list.data && rows.length === 0 && (
        <Nothing say={day ? t('debarments.none-on', { day: dayWords(day) }) : t('debarments.none')} />
      )}
      <ul className={style['list']} aria-label={t('debarments.title')}>
        {rows.map((row) => (
          <DebarmentLine key={row.id} row={row} />
        ))}
      </ul>
      {list.hasNextPage && <MoreButton busy={list.isFetchingNextPage} onMore={() => void list.fetchNextPage()} />}
      <p className="faint">{t('debarments.no-machine')}</p>
    </Page>
  );
}
