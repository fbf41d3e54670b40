import { straightened } from '../../kernel/index.ts';
import { CELL_LIMIT, COLUMN_LIMIT, LEAD_ROWS, ROW_LIMIT, type GridRow, type Notes } from './grid.rules.ts';
import { numberText, type Formats } from './numbers.rules.ts';
import { attribute, xmlPieces } from './xml.rules.ts';

/** The sheets that a workbook names, in their order, by the id under which its relations say where they are. */
export function readBinding(xml: string): { sheets: { name: string; relation: string }[]; from1904: boolean } {
  const sheets: { name: string; relation: string }[] = [];
  let from1904 = false;
  for (const piece of xmlPieces(xml)) {
    if (piece.kind !== 'open') continue;
    const { name, attributes } = piece;
    if (name === 'workbookPr') from1904 = ['1', 'true'].includes(attribute(attributes, 'date1904') ?? '');
    if (name !== 'sheet' || (attribute(attributes, 'state') ?? 'visible') !== 'visible') continue;
    sheets.push({ name: attribute(attributes, 'name') ?? '', relation: attribute(attributes, 'id') ?? '' });
  }
  return { sheets, from1904 };
}

/** Where each relation of the workbook leads, as a path in the file; what lies outside it is left out and never looked at. */
export function readRelations(xml: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const piece of xmlPieces(xml)) {
    if (piece.kind !== 'open' || piece.name !== 'Relationship') continue;
    const target = attribute(piece.attributes, 'Target') ?? '';
    if (attribute(piece.attributes, 'TargetMode') === 'External') continue;
    found.set(attribute(piece.attributes, 'Id') ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target}`);
  }
  return found;
}

/** The texts that cells share, by number; what tells how a character is spoken is no part of the text. */
export function readShared(xml: string): string[] {
  const texts: string[] = [];
  let [text, inside, spoken] = ['', false, false];
  for (const piece of xmlPieces(xml)) {
    if (piece.kind === 'text') {
      if (inside && !spoken) text += piece.text;
    } else if (piece.name === 't') inside = piece.kind === 'open' && !piece.empty;
    else if (piece.name === 'rPh') spoken = piece.kind === 'open' && !piece.empty;
    else if (piece.name === 'si') {
      if (piece.kind === 'open') text = '';
      if (piece.kind === 'close' || piece.empty) texts.push(unwrapped(text));
    }
  }
  return texts;
}

/** The number format of each cell style: the code where the file gives one, else the number that every spreadsheet knows. */
export function readFormats(xml: string): (string | number)[] {
  const codes = new Map<number, string>();
  const styles: (string | number)[] = [];
  let cells = false;
  for (const piece of xmlPieces(xml)) {
    if (piece.kind === 'text') continue;
    if (piece.name === 'cellXfs') cells = piece.kind === 'open';
    if (piece.kind !== 'open') continue;
    const id = Number(attribute(piece.attributes, 'numFmtId') ?? 0);
    if (piece.name === 'numFmt') codes.set(id, attribute(piece.attributes, 'formatCode') ?? '');
    if (cells && piece.name === 'xf') styles.push(codes.get(id) ?? id);
  }
  return styles;
}

/** `_x000A_` is how a spreadsheet writes a character that XML cannot. */
const unwrapped = (text: string): string =>
  text.replace(/_x([0-9a-f]{4})_/giu, (_, hex: string) => String.fromCodePoint(parseInt(hex, 16)));

/** The column of a cell's name, counted from 0: `AB12` is 27. */
function columnOf(name: string): number {
  let column = 0;
  for (const letter of /^[A-Z]{1,3}/u.exec(name)?.[0] ?? '') column = column * 26 + letter.codePointAt(0)! - 64;
  return column - 1;
}

type Open = { at: number; type: string; style: number; value: string; formula: boolean; valued: boolean };

/**
 * The rows of a sheet as they are shown. A formula's last value is read and never worked out; cells that are merged downwards
 * hold, each, what the first of them shows, as the eye reads them. Counts into `notes` what a reader should know.
 */
export function readSheet(xml: string, shared: readonly string[], formats: Formats, notes: Notes): GridRow[] {
  const rows: { n: number; cells: string[]; unvalued?: number[] }[] = [];
  const merged: string[] = [];
  let n = 0;
  let row: string[] = [];
  let unvalued: number[] = [];
  let cell: Open | null = null;
  let inside = '';
  for (const piece of xmlPieces(xml)) {
    if (piece.kind === 'text') {
      if (cell && (inside === 'v' || inside === 't')) cell.value += piece.text;
      continue;
    }
    if (piece.kind === 'open') {
      const { name, attributes, empty } = piece;
      if (name === 'row') {
        n = Number(attribute(attributes, 'r') ?? n + 1);
        row = [];
        unvalued = [];
        if (attribute(attributes, 'hidden') === '1') notes.hiddenRows++;
      } else if (name === 'c') {
        const place = attribute(attributes, 'r');
        const at = place === undefined ? row.length : columnOf(place);
        cell = {
          at,
          type: attribute(attributes, 't') ?? 'n',
          style: Number(attribute(attributes, 's') ?? 0),
          value: '',
          formula: false,
          valued: false,
        };
      } else if (name === 'f' && cell) cell.formula = true;
      // A formula may well have come to an empty text; one that was never worked out has no value at all.
      else if (name === 'v' && cell) cell.valued = true;
      else if (name === 'mergeCell') merged.push(attribute(attributes, 'ref') ?? '');
      if (!empty) inside = name;
      continue;
    }
    inside = '';
    if (piece.name === 'c' && cell) {
      if (cell.formula) notes.formulas++;
      if (cell.formula && !cell.valued) {
        notes.unvalued++;
        unvalued.push(cell.at);
      }
      if (cell.at >= 0 && cell.at < COLUMN_LIMIT)
        row[cell.at] = straightened(shown(cell, shared, formats)).slice(0, CELL_LIMIT);
      cell = null;
    } else if (piece.name === 'row') {
      if (rows.length > ROW_LIMIT + LEAD_ROWS) break;
      rows.push({ n, cells: Array.from(row, (text) => text ?? ''), ...(unvalued.length ? { unvalued } : {}) });
    }
  }
  for (const span of merged) fill(rows, span);
  return rows.filter((one) => one.unvalued !== undefined || one.cells.some((text) => text.trim() !== ''));
}

function shown({ type, value, style }: Open, shared: readonly string[], formats: Formats): string {
  switch (type) {
    case 's':
      return shared[Number(value)] ?? '';
    case 'b':
      return value === '1' ? 'TRUE' : 'FALSE';
    case 'd':
      return value.slice(0, 10);
    case 'inlineStr':
    case 'str':
      return unwrapped(value);
    case 'n':
      return numberText(value, style, formats);
    default:
      return value;
  }
}

/** Repeats downwards what the first cell of a merged span shows. Sideways it stays where it is: a title over the whole table. */
function fill(rows: readonly { n: number; cells: string[] }[], span: string): void {
  const [, from, first, until, last] = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/u.exec(span) ?? [];
  const column = columnOf(from ?? '');
  if (from !== until || column < 0 || column >= COLUMN_LIMIT) return;
  const within = rows.filter(({ n }) => n >= Number(first) && n <= Number(last));
  const words = within.find(({ n }) => n === Number(first))?.cells[column] ?? '';
  for (const { cells } of within) {
    while (cells.length <= column) cells.push('');
    cells[column] ||= words;
  }
}
