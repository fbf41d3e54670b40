import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { mayWriteDrafts } from '../../../src/intake/draft-access.rules.ts';
import { MoreButton } from '../../frame/MoreButton.tsx';
import { Nothing } from '../../frame/Nothing.tsx';
import { Page } from '../../frame/Page.tsx';
import { Waiting } from '../../frame/Waiting.tsx';
import { useT } from '../../i18n/language.tsx';
import { useRowKeys } from '../../keys/useRowKeys.ts';
import { Fault } from '../../problems/Fault.tsx';
import { useSession } from '../../session/session.ts';
import { roundsQuery } from './round.queries.ts';
import { RoundLine } from './RoundLine.tsx';
import style from './Round.module.css';

/** All numbered meetings, newest first. */
export function RoundsPage() {
  const t = useT();
  useRowKeys();
  const { caller } = useSession();
  const { data, error, isPending, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(roundsQuery);
  const rows = data?.pages.flatMap((page) => page.rows) ?? [];
  const may = mayWriteDrafts(caller.role);
  return (
    <Page
      title={t('web.nav.rounds')}
      lead={t('documents.rounds.lead')}
      actions={
        may && (
          <Link to="/minutes" className={style['act']}>
            {t('documents.rounds.new')}
          </Link>
        )
      }
    >
      {isPending && <Waiting lines={5} />}
      {error && <Fault error={error} />}
      {data && rows.length === 0 && (
        <Nothing say={t(may ? 'documents.rounds.none.mine' : 'documents.rounds.none')}>
          {may ? <Link to="/minutes">{t('documents.rounds.new')}</Link> : <Link to="/">{t('web.home')}</Link>}
        </Nothing>
      )}
      <ul>
        {rows.map((row) => (
          <RoundLine key={row.id} row={row} />
        ))}
      </ul>
      {hasNextPage && <MoreButton busy={isFetchingNextPage} onMore={() => void fetchNextPage()} />}
    </Page>
  );
}
