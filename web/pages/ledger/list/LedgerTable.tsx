import { memo, useMemo, type CSSProperties, type Ref } from 'react';
import type { MatterRow } from '../../../../src/matters/contract.ts';
import { useT } from '../../../i18n/language.tsx';
import type { RowSpan } from '../../../keys/useRowWindow.ts';
import { useFontFamily } from '../../../theme/useFontFamily.ts';
import { headsOf, type ColumnKey } from './columns.tsx';
import { columnWidths } from './columnWidths.ts';
import { LedgerRow } from './LedgerRow.tsx';
import style from './LedgerTable.module.css';
import type { RowActs } from './rowActs.ts';
import { useCellTools } from './useCellTools.ts';

type Props = RowActs & {
  rows: readonly MatterRow[];
  keys: readonly ColumnKey[];
  height: number;
  body: Ref<HTMLTableSectionElement>;
  shown: RowSpan;
  chosen: ReadonlySet<string>;
  /** What came or moved while the list was open. */
  marks: ReadonlySet<string>;
  active: string | null;
  busy: boolean;
  onAll: (on: boolean) => void;
};

/** What the words of a matter need at least. */
const TEXT = 280;

/** The ledger at a desk: a table of which only the rows in sight are drawn; nothing of it when only what stands around it changes. */
export const LedgerTable = memo(function LedgerTable(props: Props) {
  const { rows, keys, height, body, shown, chosen, marks, active, busy, onAll, ...acts } = props;
  const t = useT();
  const tools = useCellTools(keys);
  const heads = useMemo(() => headsOf(keys), [keys]);
  const family = useFontFamily();
  const widths = useMemo(() => columnWidths(keys, rows, tools, family), [keys, rows, tools, family]);
  const least = Object.values(widths).reduce((sum, width) => sum + width, TEXT);
  return (
    <div className={style['wrap']} data-wide={least > 1180}>
      <table
        className={style['table']}
        style={{ '--row': `${height}px`, minWidth: least } as CSSProperties}
        aria-rowcount={rows.length + 1}
        aria-busy={busy}
      >
        <colgroup>
          <col style={{ width: 36 }} />
          {heads.map((key) => (
            <col key={key} style={{ width: widths[key] }} />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col">
              <input
                type="checkbox"
                aria-label={t('ledger.choose.all', { n: rows.length })}
                checked={chosen.size > 0 && chosen.size === rows.length}
                ref={(box) => {
                  if (box) box.indeterminate = chosen.size > 0 && chosen.size < rows.length;
                }}
                onChange={(event) => onAll(event.target.checked)}
              />
            </th>
            {heads.map((key) => (
              <th key={key} scope="col">
                {t(`ledger.column.${key}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody ref={body}>
          {shown.before > 0 && <tr aria-hidden="true" style={{ height: shown.before }} />}
          {rows.slice(shown.from, shown.to).map((row, i) => (
            <LedgerRow
              key={row.id}
              row={row}
              index={shown.from + i}
              heads={heads}
              tools={tools}
              chosen={chosen.has(row.id)}
              fresh={marks.has(row.id)}
              active={active === row.id}
              {...acts}
            />
          ))}
          {shown.after > 0 && <tr aria-hidden="true" style={{ height: shown.after }} />}
        </tbody>
      </table>
    </div>
  );
});
