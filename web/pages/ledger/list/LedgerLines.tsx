import type { Ref } from 'react';
import type { MatterRow } from '../../../../src/matters/contract.ts';
import type { RowSpan } from '../../../keys/useRowWindow.ts';
import { LedgerLine } from './LedgerLine.tsx';
import style from './LedgerLines.module.css';
import type { LineShape } from './lineShape.ts';
import type { RowActs } from './rowActs.ts';
import type { ColumnKey } from './columns.tsx';
import { useCellTools } from './useCellTools.ts';

type Props = RowActs & {
  rows: readonly MatterRow[];
  /** How each row lies, drawn or not. */
  shapes: readonly LineShape[];
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

/** Lines have no columns of their own. */
const NONE: readonly ColumnKey[] = [];

/** The ledger on a phone and beside an open matter: lines, of which only those in sight are drawn. */
export function LedgerLines({ rows, shapes, body, shown, chosen, marks, active, open, busy, ...acts }: Props) {
  const tools = useCellTools(NONE);
  return (
    <ol
      ref={body}
      className={style['list']}
      data-beside={open !== undefined}
      aria-busy={busy}
      style={{ paddingTop: shown.before, paddingBottom: shown.after }}
    >
      {rows.slice(shown.from, shown.to).map((row, i) => (
        <LedgerLine
          key={row.id}
          row={row}
          tools={tools}
          place={shown.from + i + 1}
          of={rows.length}
          words={shapes[shown.from + i]?.words ?? 1}
          height={shapes[shown.from + i]?.height ?? 0}
          chosen={chosen.has(row.id)}
          active={active === row.id}
          fresh={marks.has(row.id)}
          open={open === row.id}
          {...acts}
        />
      ))}
    </ol>
  );
}
