import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { mayWriteDrafts } from '../../../../src/intake/draft-access.rules.ts';
import { Nothing } from '../../../frame/Nothing.tsx';
import { useT } from '../../../i18n/language.tsx';
import { useRowKeys } from '../../../keys/useRowKeys.ts';
import { MoreButton } from '../../../frame/MoreButton.tsx';
import { Waiting } from '../../../frame/Waiting.tsx';
import { Fault } from '../../../problems/Fault.tsx';
import { useSession } from '../../../session/session.ts';
import { draftsQuery } from '../minutes.queries.ts';
import { DraftLine } from './DraftLine.tsx';
import style from './DraftList.module.css';

/** The minutes read before, newest first. */
export function DraftList() {
  const t = useT();
  useRowKeys();
  const writes = mayWriteDrafts(useSession().caller.role);
  const { data, error, isPending, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(draftsQuery);
  const rows = data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <section className={style['list']} aria-labelledby="drafts">
      <h2 id="drafts">{t('documents.drafts')}</h2>
      {isPending && <Waiting lines={3} />}
      {error && <Fault error={error} />}
      {data && rows.length === 0 && (
        <Nothing small say={t(writes ? 'documents.drafts.none' : 'documents.drafts.none.others')}>
          {!writes && <Link to="/rounds">{t('web.workbench.next.mayor')}</Link>}
        </Nothing>
      )}
      <ul>
        {rows.map((row) => (
          <DraftLine key={row.id} row={row} />
        ))}
      </ul>
      {hasNextPage && <MoreButton busy={isFetchingNextPage} onMore={() => void fetchNextPage()} />}
    </section>
  );
}
