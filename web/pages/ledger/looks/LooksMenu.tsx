import { useRef } from 'react';
import { Icon } from '../../../frame/Icon.tsx';
import { useOffer } from '../../../frame/offers.ts';
import { useT } from '../../../i18n/language.tsx';
import { COLUMN_KEYS, NO_COLUMNS, rememberColumns, type ColumnKey } from '../list/columns.tsx';
import { DENSITIES, type Density } from '../list/density.ts';
import { useLedgerSearch } from '../useLedgerSearch.ts';
import style from './LooksMenu.module.css';

type Props = { keys: readonly ColumnKey[]; density: Density };

/** Which columns the table has and how dense it is. They stand in the address, and so in a view that is saved. */
export function LooksMenu({ keys, density }: Props) {
  const t = useT();
  const { change } = useLedgerSearch();
  const menu = useRef<HTMLElement>(null);
  useOffer('looks', () => {
    menu.current?.showPopover();
    menu.current?.querySelector('input')?.focus();
  });
  const choose = (next: readonly ColumnKey[]) => {
    const ordered = COLUMN_KEYS.filter((key) => next.includes(key));
    rememberColumns(ordered);
    change({ columns: ordered.join(',') || NO_COLUMNS }, { replace: true });
  };
  return (
    <>
      <button type="button" className={style['button']} popoverTarget="ledger-looks">
        <Icon name="columns" size={16} />
        {t('ledger.looks')}
      </button>
      <section ref={menu} id="ledger-looks" popover="auto" className={style['menu']} aria-label={t('ledger.looks')}>
        <fieldset>
          <legend>{t('ledger.columns')}</legend>
          {COLUMN_KEYS.map((key) => (
            <label key={key}>
              <input
                type="checkbox"
                checked={keys.includes(key)}
                onChange={(event) =>
                  choose(event.target.checked ? [...keys, key] : keys.filter((other) => other !== key))
                }
              />
              {t(`ledger.column.${key}`)}
            </label>
          ))}
        </fieldset>
        <fieldset>
          <legend>{t('ledger.density')}</legend>
          {DENSITIES.map((one) => (
            <label key={one}>
              <input
                type="radio"
                name="density"
                checked={density === one}
                onChange={() => change({ density: one }, { replace: true })}
              />
              {t(`ledger.density.${one}`)}
            </label>
          ))}
        </fieldset>
      </section>
    </>
  );
}
