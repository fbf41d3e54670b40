import { Link } from '@tanstack/react-router';
import { useT } from '../../../i18n/language.tsx';
import { oneOrder, type LedgerSearch } from '../ledger-search.ts';
import style from './SortSwitch.module.css';

const SORTS = [undefined, 'newest'] as const;

/** By deadline or by age, where there is a choice. */
export function SortSwitch({ search }: { search: LedgerSearch }) {
  const t = useT();
  if (oneOrder(search)) return <span>{t('ledger.sort.newest')}</span>;
  return (
    <span className={style['sorts']}>
      {SORTS.map((sort) => {
        const on = search.sort === sort;
        return (
          <Link
            key={sort ?? ''}
            to="/ledger"
            search={{ ...search, sort }}
            aria-current={on ? 'true' : undefined}
            activeOptions={{ exact: true }}
            className={style['sort']}
          >
            {t(`ledger.sort.${sort ?? 'due'}`)}
          </Link>
        );
      })}
    </span>
  );
}
