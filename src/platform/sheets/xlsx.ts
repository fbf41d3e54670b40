import type { Cell, Table } from './contract.ts';
import { bindings, letters, rowXml, sheetEnd, sheetStart } from './xlsx.rules.ts';
import { zipFile, type ZipEntry } from './zip.ts';

/** A spreadsheet shows 1,048,576 rows of a sheet; what is more goes on in another. */
const ROWS_OF_A_SHEET = 1_000_000;
const ABOUT_WIDTHS = [16, 80];

type Batch = readonly (readonly Cell[])[];

/**
 * The table as XLSX, written as the rows come: memory stays the same for ten rows and for a million. Texts stand in their cells
 * and not in a shared table, which would have to be kept whole until the end.
 */
export const xlsxFile = (table: Table, rowsOfASheet = ROWS_OF_A_SHEET): AsyncGenerator<Buffer> =>
  zipFile(entries(table, rowsOfASheet));

async function* entries(table: Table, rowsOfASheet: number): AsyncGenerator<ZipEntry> {
  const { about, columns } = table;
  const names = [about.name];
  const widths = columns.map(({ width }) => width);
  const titles = columns.map(({ title }) => title);
  yield text('xl/worksheets/sheet1.xml', aboutSheet(table));
  const rows = table.rows[Symbol.asyncIterator]();
  let pending: Batch = [];
  /** Whether there is a row to write; reads the next batch when the last is used up. */
  async function more(): Promise<boolean> {
    while (pending.length === 0) {
      const next = await rows.next();
      if (next.done) return false;
      pending = next.value;
    }
    return true;
  }
  /** One sheet's worth of rows; leaves in `pending` what no longer fits. */
  async function* sheet(): AsyncGenerator<Buffer> {
    yield Buffer.from(sheetStart(widths, true) + rowXml(titles, 1, true));
    let n = 1;
    while (n <= rowsOfASheet && (await more())) {
      const fits = pending.slice(0, rowsOfASheet + 1 - n);
      pending = pending.slice(fits.length);
      yield Buffer.from(fits.map((cells) => rowXml(cells, ++n)).join(''));
    }
    yield Buffer.from(sheetEnd(`A1:${letters(columns.length - 1)}${n}`));
  }
  try {
    do {
      names.push(names.length === 1 ? table.name : `${table.name} ${names.length}`);
      yield { name: `xl/worksheets/sheet${names.length}.xml`, bytes: sheet };
    } while (await more());
  } finally {
    await rows.return?.();
  }
  for (const { name, columns: heads } of table.also ?? []) {
    names.push(name);
    const empty =
      sheetStart(
        heads.map(({ width }) => width),
        true,
      ) +
      rowXml(
        heads.map(({ title }) => title),
        1,
        true,
      );
    yield text(`xl/worksheets/sheet${names.length}.xml`, empty + sheetEnd(null));
  }
  for (const part of bindings(names)) yield text(part.name, part.text);
}

const text = (name: string, words: string): ZipEntry => ({ name, bytes: () => [Buffer.from(words)] });

const aboutSheet = ({ about }: Table): string =>
  `${sheetStart(ABOUT_WIDTHS, false)}${rowXml([about.name], 1, true)}${about.lines
    .map((line, i) => rowXml(line, i + 2))
    .join('')}${sheetEnd(null)}`;
