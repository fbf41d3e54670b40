import { memo } from 'react';
import type { MatterRow } from '../../../../src/matters/contract.ts';
import { useT } from '../../../i18n/language.tsx';
import { MatterLine } from '../../../matters/MatterLine.tsx';
import style from './LedgerLines.module.css';
import type { RowActs } from './rowActs.ts';

type Props = RowActs & {
  row: MatterRow;
  /** Its place among all, from 1. */
  place: number;
  of: number;
  chosen: boolean;
  active: boolean;
  fresh: boolean;
  open: boolean;
};

/** One matter as a line, drawn again only when something of it changes. */
export const LedgerLine = memo(function LedgerLine(props: Props) {
  const { row, place, of, chosen, active, fresh, open, onOpen, onChoose } = props;
  const t = useT();
  return (
    <li data-line data-chosen={chosen} data-active={active} data-open={open} aria-setsize={of} aria-posinset={place}>
      <label className={style['box']}>
        <input
          type="checkbox"
          aria-label={t('ledger.choose', { number: row.number })}
          checked={chosen}
          onChange={(event) => onChoose(row.id, (event.nativeEvent as MouseEvent).shiftKey)}
        />
      </label>
      <MatterLine row={row} fresh={fresh} onOpen={(event) => onOpen(event, row.id)} />
    </li>
  );
});
