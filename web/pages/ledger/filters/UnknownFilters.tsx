import { Link } from '@tanstack/react-router';
import { useT } from '../../../i18n/language.tsx';
import type { LedgerSearch } from '../ledger-search.ts';
import { shown, turned, without, type Unknown } from './unknown.ts';
import { cut } from '../../../format/cut.ts';
import style from './UnknownFilters.module.css';

/** So much of a value is shown, in characters: an address may hold anything. */
const SHOWN = 60;

/** Filters of the address that nothing can be asked by: which, with what value, and the way on without them. */
export function UnknownFilters({ unknown, search }: { unknown: readonly Unknown[]; search: LedgerSearch }) {
  const t = useT();
  return (
    <section role="alert" className={style['unknown']}>
      <h2>{t(unknown.every(({ why }) => why === 'reversed') ? 'ledger.unknown.turned' : 'ledger.unknown')}</h2>
      <ul>
        {unknown.map((one) => {
          const what = t(`ledger.filter.${one.key}`);
          return (
            <li key={one.key}>
              {t(`ledger.unknown.${one.why}`, {
                what,
                value: cut(shown(one.key, one.value), SHOWN),
                length: one.value.length,
                most: one.most,
                other: one.other && t(`ledger.filter.${one.other.key}`),
                than: one.other?.value,
              })}{' '}
              {one.other && (
                <Link to="/ledger" search={turned(search, one)} replace>
                  {t('ledger.unknown.turn')}
                </Link>
              )}{' '}
              <Link
                to="/ledger"
                search={without(search, [one])}
                replace
                aria-label={t('ledger.unknown.drop-of', { what })}
              >
                {t('ledger.unknown.drop')}
              </Link>
            </li>
          );
        })}
      </ul>
      {unknown.length > 1 && (
        <Link to="/ledger" search={without(search, unknown)} replace>
          {t('ledger.unknown.drop-all', { n: unknown.length })}
        </Link>
      )}
    </section>
  );
}
