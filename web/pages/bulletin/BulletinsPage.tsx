import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { mayPublish } from '../../../src/bulletins/publish-access.rules.ts';
import { MoreButton } from '../../frame/MoreButton.tsx';
import { Nothing } from '../../frame/Nothing.tsx';
import { Page } from '../../frame/Page.tsx';
import { Waiting } from '../../frame/Waiting.tsx';
import { useT } from '../../i18n/language.tsx';
import { useRowKeys } from '../../keys/useRowKeys.ts';
import { Fault } from '../../problems/Fault.tsx';
import { useSession } from '../../session/session.ts';
import { bulletinsQuery } from './bulletin.queries.ts';
import { BulletinLine } from './list/BulletinLine.tsx';
import { WriteNext } from './list/WriteNext.tsx';

/** All bulletins, newest first, and the one to write next. */
export function BulletinsPage() {
  const t = useT();
  useRowKeys();
  const may = mayPublish(useSession().caller.role);
  const { data, error, isPending, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(bulletinsQuery);
  const rows = data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <Page
      title={t('web.nav.bulletins')}
      lead={t('documents.bulletins.lead')}
      actions={data && <WriteNext written={new Set(rows.map(({ round }) => round))} />}
    >
      {isPending && <Waiting lines={4} />}
      {error && <Fault error={error} />}
      {data && rows.length === 0 && (
        <Nothing say={t(may ? 'documents.bulletins.none.mine' : 'documents.bulletins.none')}>
          <Link to="/rounds">{t('web.workbench.next.mayor')}</Link>
        </Nothing>
      )}
      <ul>
        {rows.map((row) => (
          <BulletinLine key={row.id} row={row} />
        ))}
      </ul>
      {hasNextPage && <MoreButton busy={isFetchingNextPage} onMore={() => void fetchNextPage()} />}
    </Page>
  );
}
