import type { ReactNode } from 'react';
import { Icon } from '../../../frame/Icon.tsx';
import { useT } from '../../../i18n/language.tsx';
import { LooksMenu } from '../looks/LooksMenu.tsx';
import type { LedgerSearch } from '../ledger-search.ts';
import type { ColumnKey } from './columns.tsx';
import type { Density } from './density.ts';
import { LedgerCount } from './LedgerCount.tsx';
import style from './LedgerList.module.css';
import { SortSwitch } from './SortSwitch.tsx';

type Props = {
  search: LedgerSearch;
  listed: number;
  whole: boolean;
  /** Left out on a phone, where nothing stands beside. */
  beside: { on: boolean; onToggle: () => void } | undefined;
  /** Left out on a phone and beside a matter, where no table has room. */
  looks: { keys: readonly ColumnKey[]; density: Density } | undefined;
  /** Its last button. */
  print: ReactNode;
};

/** Over the list: how many there are, in which order, and how it looks. */
export function ListHead({ search, listed, whole, beside, looks, print }: Props) {
  const t = useT();
  return (
    <div className={style['head']}>
      <LedgerCount search={search} listed={listed} whole={whole} />
      <SortSwitch search={search} />
      <span className={style['looks']}>
        {beside && (
          <button
            type="button"
            className={style['button']}
            aria-pressed={beside.on}
            // Nothing is listed yet that could stand beside.
            disabled={!beside.on && listed === 0}
            onClick={beside.onToggle}
          >
            <Icon name="split" size={16} />
            {t('ledger.beside.toggle')}
          </button>
        )}
        {looks && <LooksMenu {...looks} />}
        {print}
      </span>
    </div>
  );
}
