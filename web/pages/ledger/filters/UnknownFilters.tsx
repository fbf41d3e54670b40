import { Link } from '@tanstack/react-router';
import { cut } from '../../../format/cut.ts';
import { useT } from '../../../i18n/language.tsx';
import type { LedgerSearch } from '../ledger-search.ts';
import type { Stray } from './strays.ts';
import { shown, turned, without, type Unknown } from './unknown.ts';
import style from './UnknownFilters.module.css';

type Props = { unknown: readonly Unknown[]; strays: readonly Stray[]; search: LedgerSearch };

/** So much of a value is shown, in characters: an address may hold anything. */
const SHOWN = 60;

/**
 * What of the address nothing can be asked by: which filter, with what value; and what the ledger does not know and has left out.
 * With the way on without each, and without all.
 */
export function UnknownFilters({ unknown, strays, search }: Props) {
  const t = useT();
  const all = [...unknown, ...strays];
  const heading = (): string => {
    if (unknown.length === 0) return t('ledger.stray');
    return t(all.every(({ why }) => why === 'reversed') ? 'ledger.unknown.turned' : 'ledger.unknown');
  };
  return (
    <section role="alert" className={style['unknown']}>
      <h2>{heading()}</h2>
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
        {strays.map((one) => {
          const [key, value] = [cut(one.key, SHOWN), cut(one.value, SHOWN)];
          return (
            <li key={`stray ${one.key}`}>
              {t(`ledger.stray.${one.why}`, { key, value })}{' '}
              <Link
                to="/ledger"
                search={without(search, [one])}
                replace
                aria-label={t('ledger.stray.drop-of', { what: one.why === 'name' ? key : value })}
              >
                {t('ledger.stray.drop')}
              </Link>
            </li>
          );
        })}
      </ul>
      {all.length > 1 && (
        <Link to="/ledger" search={without(search, all)} replace>
          {t('ledger.unknown.drop-all', { n: all.length })}
        </Link>
      )}
    </section>
  );
}
