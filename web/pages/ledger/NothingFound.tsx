import { Link } from '@tanstack/react-router';
import { mayWriteDrafts } from '../../../src/intake/draft-access.rules.ts';
import { Nothing } from '../../frame/Nothing.tsx';
import { useT } from '../../i18n/language.tsx';
import { useSession } from '../../session/session.ts';
import type { LedgerSearch } from './ledger-search.ts';

/** Nothing under these filters: which way to look instead. Nothing at all: how the first matter comes in, and by whom. */
export function NothingFound({ search }: { search: LedgerSearch }) {
  const t = useT();
  const registers = mayWriteDrafts(useSession().caller.role);
  const { scope, ...filters } = search;
  const filtered = Object.values(filters).some(Boolean);
  if (filtered)
    return (
      <Nothing say={t('web.ledger.none.filtered')}>
        {scope !== 'all' && (
          <Link to="/ledger" search={{ ...search, scope: 'all' }}>
            {t('web.ledger.look-all')}
          </Link>
        )}
        <Link to="/ledger" search={{}}>
          {t('web.ledger.clear')}
        </Link>
      </Nothing>
    );
  return (
    <Nothing say={t(registers ? 'web.ledger.none.mine' : scope === 'all' ? 'web.ledger.none' : 'web.ledger.none.seat')}>
      {registers && (
        <>
          <Link to="/minutes">{t('documents.rounds.new')}</Link>
          <Link to="/matters/new">{t('web.register')}</Link>
        </>
      )}
      {scope !== 'all' && (
        <Link to="/ledger" search={{ scope: 'all' }}>
          {t('web.ledger.look-whole')}
        </Link>
      )}
      {!registers && scope === 'all' && <Link to="/rounds">{t('web.workbench.next.mayor')}</Link>}
    </Nothing>
  );
}
