import {
  useInfiniteQuery,
  useQueryClient,
  type InfiniteData,
  type UseInfiniteQueryResult,
} from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { NoticePage } from '../../../src/notices/contract.ts';
import { Button } from '../../frame/Button.tsx';
import { MoreButton } from '../../frame/MoreButton.tsx';
import { Nothing } from '../../frame/Nothing.tsx';
import { Page } from '../../frame/Page.tsx';
import { Waiting } from '../../frame/Waiting.tsx';
import { useT } from '../../i18n/language.tsx';
import { useRowKeys } from '../../keys/useRowKeys.ts';
import { NoticeLine } from '../../notices/NoticeLine.tsx';
import { noticesQuery, readNotices } from '../../notices/notices.ts';
import { Fault } from '../../problems/Fault.tsx';
import { Digest } from './Digest.tsx';
import style from './NoticesPage.module.css';

const route = getRouteApi('/desk/notices');

/** Everything that this seat was told, the newest first; or what of it waits, the worst first. */
export function NoticesPage() {
  const t = useT();
  useRowKeys();
  const queries = useQueryClient();
  const { unread, digest } = route.useSearch();
  const list = useInfiniteQuery({ ...noticesQuery(unread === '1'), enabled: !digest });
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? [];
  const newest = rows[0];
  return (
    <Page
      title={t('web.notices')}
      lead={
        <Link to="/me" hash="notices">
          {t('web.notices.choose')}
        </Link>
      }
      width="reading"
      actions={
        newest &&
        rows.some((row) => !row.read) && (
          <Button onClick={() => void readNotices(queries, { upTo: newest.id })}>{t('web.notices.read-all')}</Button>
        )
      }
    >
      <nav className={style['tabs']} aria-label={t('web.notices.which')}>
        <Link to="/notices" activeOptions={{ exact: true, includeSearch: true }}>
          {t('web.notices.every')}
        </Link>
        <Link to="/notices" search={{ unread: '1' }} activeOptions={{ exact: true, includeSearch: true }}>
          {t('web.notices.unread')}
        </Link>
        <Link to="/notices" search={{ digest: '1' }} activeOptions={{ exact: true, includeSearch: true }}>
          {t('web.notices.digest')}
        </Link>
      </nav>
      {digest ? <Digest /> : <NoticeList list={list} unread={unread === '1'} />}
    </Page>
  );
}

type Listed = { list: UseInfiniteQueryResult<InfiniteData<NoticePage>>; unread: boolean };

function NoticeList({ list, unread }: Listed) {
  const t = useT();
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <>
      {list.error && <Fault error={list.error} />}
      {list.isPending && <Waiting lines={6} />}
      {list.data && rows.length === 0 && (
        <Nothing say={t(unread ? 'web.notices.none-unread' : 'web.notices.none')}>
          {unread ? <Link to="/notices">{t('web.notices.all')}</Link> : <Link to="/">{t('web.home')}</Link>}
        </Nothing>
      )}
      <ul className={style['list']}>
        {rows.map((row) => (
          <li key={row.id}>
            <NoticeLine row={row} />
          </li>
        ))}
      </ul>
      {list.hasNextPage && <MoreButton busy={list.isFetchingNextPage} onMore={() => void list.fetchNextPage()} />}
    </>
  );
}
