import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { MoreButton } from '../../frame/MoreButton.tsx';
import { Page } from '../../frame/Page.tsx';
import { Waiting } from '../../frame/Waiting.tsx';
import { useT } from '../../i18n/language.tsx';
import { useRowKeys } from '../../keys/useRowKeys.ts';
import { MatterLine } from '../../matters/MatterLine.tsx';
import { ledgerQuery } from '../../matters/queries.ts';
import { RegisterLink } from '../../matters/RegisterLink.tsx';
import { Fault } from '../../problems/Fault.tsx';
import { ExportButton } from '../../transfers/ExportButton.tsx';
import { LedgerFilters } from './LedgerFilters.tsx';
import style from './LedgerPage.module.css';
import { NothingFound } from './NothingFound.tsx';
import { usePlace } from './usePlace.ts';

const route = getRouteApi('/desk/ledger');

/** Every matter that this seat may see, by the filters in the address. */
export function LedgerPage() {
  const t = useT();
  const search = route.useSearch();
  const { data, error, fetchNextPage, hasNextPage, isFetchingNextPage, isPlaceholderData } = useInfiniteQuery({
    ...ledgerQuery(search),
    placeholderData: (before) => before,
  });
  const rows = data?.pages.flatMap((page) => page.rows) ?? [];
  const leaveMark = usePlace(rows.length > 0);
  useRowKeys();
  return (
    <Page
      title={t('web.nav.ledger')}
      actions={
        <>
          <RegisterLink />
          <ExportButton list={{ kind: 'ledger', query: search }} />
        </>
      }
    >
      <LedgerFilters search={search} />
      {error && <Fault error={error} />}
      {!data && !error && <Waiting lines={10} />}
      {data && rows.length === 0 && <NothingFound search={search} />}
      {rows.length > 0 && (
        <>
          <p className={style['count']} aria-live="polite">
            {hasNextPage ? t('web.ledger.shown.more', { n: rows.length }) : t('web.ledger.shown', { n: rows.length })}
          </p>
          <ol className={style['list']} aria-busy={isPlaceholderData}>
            {rows.map((row) => (
              <li key={row.id}>
                <MatterLine row={row} onOpen={() => leaveMark(row.id)} />
              </li>
            ))}
          </ol>
        </>
      )}
      {hasNextPage && <MoreButton busy={isFetchingNextPage} onMore={() => void fetchNextPage()} />}
    </Page>
  );
}
