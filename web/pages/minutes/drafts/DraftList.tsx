import { useInfiniteQuery } from '@tanstack/react-query';
import { useT } from '../../../i18n/language.tsx';
import { useRowKeys } from '../../../keys/useRowKeys.ts';
import { MoreButton } from '../../../frame/MoreButton.tsx';
import { Waiting } from '../../../frame/Waiting.tsx';
import { Fault } from '../../../problems/Fault.tsx';
import { draftsQuery } from '../minutes.queries.ts';
import { DraftLine } from './DraftLine.tsx';
import style from './DraftList.module.css';

/** The minutes read before, newest first. */
export function DraftList() {
  const t = useT();
  useRowKeys();
  const { data, error, isPending, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(draftsQuery);
  const rows = data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <section className={style['list']} aria-labelledby="drafts">
      <h2 id="drafts">{t('documents.drafts')}</h2>
      {isPending && <Waiting lines={3} />}
      {error && <Fault error={error} />}
      {data && rows.length === 0 && <p className="quiet">{t('documents.drafts.none')}</p>}
      <ul>
        {rows.map((row) => (
          <DraftLine key={row.id} row={row} />
        ))}
      </ul>
      {hasNextPage && <MoreButton busy={isFetchingNextPage} onMore={() => void fetchNextPage()} />}
    </section>
  );
}
