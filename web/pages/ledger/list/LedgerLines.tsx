import type { CSSProperties, Ref } from 'react';
import type { MatterRow } from '../../../../src/matters/contract.ts';
import { useT } from '../../../i18n/language.tsx';
import type { RowSpan } from '../../../keys/useRowWindow.ts';
import { MatterLine } from '../../../matters/MatterLine.tsx';
import style from './LedgerLines.module.css';
import type { RowActs } from './rowActs.ts';

type Props = RowActs & {
  rows: readonly MatterRow[];
  height: number;
  body: Ref<HTMLOListElement>;
  shown: RowSpan;
  chosen: ReadonlySet<string>;
  /** What came or moved while the list was open. */
  marks: ReadonlySet<string>;
  active: string | null;
  /** The matter that is open beside the list. */
  open: string | undefined;
  busy: boolean;
};

/** The ledger on a phone and beside an open matter: lines, of which only those in sight are drawn. */
export function LedgerLines({ rows, height, body, shown, chosen, marks, active, open, busy, onOpen, onChoose }: Props) {
  const t = useT();
  return (
    <ol
      ref={body}
      className={style['list']}
      data-beside={open !== undefined}
      aria-busy={busy}
      style={{ '--row': `${height}px`, paddingTop: shown.before, paddingBottom: shown.after } as CSSProperties}
    >
      {rows.slice(shown.from, shown.to).map((row, i) => (
        <li
          key={row.id}
          data-line
          data-chosen={chosen.has(row.id)}
          data-active={active === row.id}
          data-open={open === row.id}
          aria-setsize={rows.length}
          aria-posinset={shown.from + i + 1}
        >
          <label className={style['box']}>
            <input
              type="checkbox"
              aria-label={t('ledger.choose', { number: row.number })}
              checked={chosen.has(row.id)}
              onChange={(event) => onChoose(row.id, (event.nativeEvent as MouseEvent).shiftKey)}
            />
          </label>
          <MatterLine row={row} fresh={marks.has(row.id)} onOpen={(event) => onOpen(event, row.id)} />
        </li>
      ))}
    </ol>
  );
}
