import { Link } from '@tanstack/react-router';
import type { Meant as MeantUnits } from '../../../../src/matters/lists/list.contract.ts';
import { useT } from '../../../i18n/language.tsx';
import { useUnits } from '../../../units/useUnits.ts';
import type { LedgerSearch } from '../ledger-search.ts';
import style from './Meant.module.css';

/** Whom a search was taken to mean besides, each a way to see their matters alone. */
export function Meant({ meant, search }: { meant: MeantUnits; search: LedgerSearch }) {
  const t = useT();
  const { unitName } = useUnits();
  return (
    <p className={style['meant']}>
      {t('ledger.meant')}
      {meant.units.map((unit) => (
        <Link key={unit} to="/ledger" search={{ ...search, q: undefined, unit }}>
          {unitName(unit)}
        </Link>
      ))}
      {meant.people.map(({ account, name, unit }) => (
        <Link key={account} to="/ledger" search={{ ...search, q: undefined, person: account }}>
          {unit ? t('ledger.meant.person', { name, unit: unitName(unit) }) : name}
        </Link>
      ))}
    </p>
  );
}
