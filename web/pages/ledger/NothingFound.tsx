import { Link } from '@tanstack/react-router';
import { useT } from '../../i18n/language.tsx';
import type { LedgerSearch } from './ledger-search.ts';
import style from './NothingFound.module.css';

/** Nothing under these filters: which way to look instead. */
export function NothingFound({ search }: { search: LedgerSearch }) {
  const t = useT();
  const filtered = Object.values(search).some(Boolean);
  return (
    <div className={style['nothing']}>
      <p>{t(filtered ? 'web.ledger.none.filtered' : 'web.ledger.none')}</p>
      {search.scope !== 'all' && (
        <Link to="/ledger" search={{ ...search, scope: 'all' }}>
          {t('web.ledger.look-all')} →
        </Link>
      )}
      {filtered && (
        <Link to="/ledger" search={{}}>
          {t('web.ledger.clear')} →
        </Link>
      )}
    </div>
  );
}
