import { isHead, rowText } from './table.rules.ts';

/** No real table is wider. */
const WIDEST = 64;
/** A cell of a copied table has no more lines; a quotation mark that is never closed must not swallow the text. */
const MOST_LINES = 40;

/**
 * A table that was copied out of a spreadsheet, a row on each line and tabs between the cells, as a DOCX's table is read: below
 * the row that heads the columns (责任单位, 完成时限) each row becomes a sentence with its bracket. Tabs anywhere else are left.
 */
export function withoutTabs(text: string): string {
  if (!text.includes('\t')) return text;
  const lines = text.split(/\r\n?|\n/u);
  const told: string[] = [];
  let heads: readonly string[] = [];
  for (let at = 0; at < lines.length;) {
    const row = rowAt(lines, at);
    at += row?.lines ?? 1;
    if (!row) {
      heads = [];
      told.push(lines[at - 1]!);
    } else if (isHead(row.cells)) heads = row.cells;
    else if (heads.length === 0 || row.cells.length > heads.length) told.push(...lines.slice(at - row.lines, at));
    else told.push(rowText(padded(row.cells, heads.length), heads));
  }
  return told.join('\n');
}

/** The cells of the row that begins on a line, and over how many lines it goes; null where it is no row of a table. */
function rowAt(lines: readonly string[], at: number): { cells: string[]; lines: number } | null {
  let text = lines[at]!;
  let more = 1;
  // A cell with several lines stands in quotation marks.
  while (/(?:^|\t)"/u.test(text) && marks(text) % 2 === 1 && more < MOST_LINES && at + more < lines.length)
    text += `\n${lines[at + more++]}`;
  if (marks(text) % 2 === 1) [text, more] = [lines[at]!, 1];
  if (!text.includes('\t')) return null;
  const cells = text.split('\t').map(bare);
  while (cells.at(-1) === '') cells.pop();
  return cells.length > WIDEST || cells.length === 0 ? null : { cells, lines: more };
}

const marks = (text: string): number => text.split('"').length - 1;

const bare = (cell: string): string =>
  cell
    .trim()
    .replace(/^"([^]*)"$/u, '$1')
    .replaceAll('""', '"')
    .replace(/\s+/gu, ' ')
    .trim();

const padded = (cells: readonly string[], length: number): string[] =>
  Array.from({ length }, (_, column) => cells[column] ?? '');
