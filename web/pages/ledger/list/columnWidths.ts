import type { MatterRow } from '../../../../src/matters/contract.ts';
import { textWidth } from '../../../format/textWidth.ts';
import { slipOf, slipWords } from '../../../slips/slipWords.ts';
import { columns, type CellTools, type ColumnKey } from './columns.tsx';

/** After a cell's words, and around a slip's: its shape, the gap beside it, the ground on both sides. */
const AFTER = 14;
const SLIP = 34;

/** What a column's cell says, as it is measured; a slip is written bold and small (Slip.module.css). */
function wordsOf(key: ColumnKey, row: MatterRow, tools: CellTools): string {
  if (key === 'slip') {
    const slip = slipOf(row);
    return slip ? slipWords(slip.slip, slip.left, tools) : '';
  }
  const said = columns[key].cell(row, tools);
  return typeof said === 'string' ? said : '';
}

/**
 * How many pixels each column takes: as many as the longest of what it says, within its bounds. `family` is the page's font. A
 * table of which only the rows in sight are drawn cannot leave that to the browser, as its columns would move with the scrolling.
 */
export function columnWidths(
  keys: readonly ColumnKey[],
  rows: readonly MatterRow[],
  tools: CellTools,
  family: string,
): Record<string, number> {
  const widthOf = (key: ColumnKey): number => {
    const { least, most } = columns[key];
    const font = key === 'slip' ? ({ family, size: 12, weight: 600 } as const) : { family, size: 14 };
    const around = key === 'slip' ? SLIP : 0;
    const words = new Set(rows.map((row) => wordsOf(key, row, tools)).filter(Boolean));
    const longest = [...words].reduce((far, one) => Math.max(far, textWidth(one, font) + around), 0);
    const head = textWidth(tools.t(`ledger.column.${key}`), { family, size: 12 });
    return Math.ceil(Math.min(most, Math.max(least, longest + AFTER, head + AFTER)));
  };
  return Object.fromEntries(keys.map((key) => [key, widthOf(key)]));
}
