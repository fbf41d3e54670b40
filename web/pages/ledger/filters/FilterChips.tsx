import { Link } from '@tanstack/react-router';
import { TOLD_FILTERS } from '../../../../src/matters/lists/filter.rules.ts';
import { useT } from '../../../i18n/language.tsx';
import type { LedgerSearch } from '../ledger-search.ts';
import style from './FilterChips.module.css';
import { useTold } from './useTold.ts';

/** What the list is narrowed by, in words; each is dropped by its cross. */
export function FilterChips({ search }: { search: LedgerSearch }) {
  const t = useT();
  const told = useTold(search);
  const on = TOLD_FILTERS.filter((key) => search[key]);
  if (!on.length) return null;
  return (
    <ul className={style['chips']} aria-label={t('ledger.filters.on')}>
      {on.map((key) => (
        <li key={key}>
          <Link to="/ledger" search={{ ...search, [key]: undefined }} className={style['chip']}>
            {told(key)} <span aria-hidden="true">×</span>
            <span className="unseen">{t('web.ledger.drop')}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
