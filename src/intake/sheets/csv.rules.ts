import { no, ok, problem, straightened, type Result } from '../../kernel/index.ts';
import { rearmed } from '../../platform/sheets/index.ts';
import { CELL_LIMIT, COLUMN_LIMIT, LEAD_ROWS, ROW_LIMIT, type GridRow } from './grid.rules.ts';

const DELIMITERS = [',', '\t', ';', '，', '；', '|'] as const;
/** As many lines as decide what stands between the cells. */
const SAMPLE_LINES = 30;

/** What stands between the cells: what the file says (`sep=;`), else what parts most of its first lines, most evenly. */
export function delimiterOf(text: string): string {
  const said = /^sep=(.)\r?\n/iu.exec(text)?.[1];
  if (said) return said;
  const scored = DELIMITERS.map((delimiter) => ({ delimiter, score: evenness(text, delimiter) }));
  return scored.reduce((best, one) => (one.score > best.score ? one : best)).delimiter;
}

/** How many lines have the commonest number of cells above one, weighed by that number. */
function evenness(text: string, delimiter: string): number {
  const { rows } = parse(text.slice(0, 64 * 1024), delimiter, SAMPLE_LINES);
  const counts = new Map<number, number>();
  for (const { cells } of rows) if (cells.length > 1) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  return Math.max(0, ...[...counts].map(([cells, lines]) => lines + Math.min(cells, 20) / 100));
}

/**
 * The rows of a CSV (RFC 4180, and what spreadsheets make of it); `n` is the number that a spreadsheet shows beside a row: one
 * with lines within a cell is one row, and the line that says what parts the cells is none. Refuses a quotation mark that is
 * never closed (`sheet.quote-open`, naming its line in the file): all that follows it would be one cell.
 */
export function readCsv(text: string): Result<GridRow[]> {
  const body = text.replace(/^\uFEFF/u, '');
  const said = /^sep=.\r?\n/iu.exec(body)?.[0] ?? '';
  const { rows, open } = parse(body.slice(said.length), delimiterOf(body), ROW_LIMIT + LEAD_ROWS + 1);
  return open === null ? ok(rows) : no(problem('sheet.quote-open', { line: said ? open + 1 : open }));
}

function parse(text: string, delimiter: string, most: number): { rows: GridRow[]; open: number | null } {
  const rows: GridRow[] = [];
  let [at, line, n] = [0, 1, 0];
  while (at < text.length && rows.length < most) {
    n++;
    const cells: string[] = [];
    for (let more = true; more;) {
      const cell = text[at] === '"' ? quoted(text, at + 1, delimiter) : plain(text, at, delimiter);
      if (!cell) return { rows, open: line };
      line += cell.text.split('\n').length - 1;
      if (cells.length < COLUMN_LIMIT) cells.push(straightened(rearmed(cell.text)).slice(0, CELL_LIMIT));
      at = cell.end;
      more = text[at] === delimiter;
      if (more) at++;
    }
    if (text[at] === '\r') at++;
    if (text[at] === '\n') at++;
    line++;
    if (cells.some((cell) => cell.trim() !== '')) rows.push({ n, cells });
  }
  return { rows, open: null };
}

function plain(text: string, from: number, delimiter: string): { text: string; end: number } {
  let end = from;
  while (end < text.length && text[end] !== delimiter && text[end] !== '\n' && text[end] !== '\r') end++;
  return { text: text.slice(from, end), end };
}

/** A cell in quotation marks; what stands between the closing one and the delimiter belongs to it, as spreadsheets read it. */
function quoted(text: string, from: number, delimiter: string): { text: string; end: number } | null {
  let said = '';
  for (let at = from; ;) {
    const close = text.indexOf('"', at);
    if (close < 0) return null;
    said += text.slice(at, close);
    if (text[close + 1] !== '"') {
      const rest = plain(text, close + 1, delimiter);
      return { text: said + rest.text, end: rest.end };
    }
    said += '"';
    at = close + 2;
  }
}
