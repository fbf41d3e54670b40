import type { SheetFormat, Table } from './contract.ts';
import { csvFile } from './csv.ts';
import { xlsxFile } from './xlsx.ts';

export { zipFile, type ZipEntry } from './zip.ts';
export { rearmed } from './formula.rules.ts';
export { SheetFormat, type Table } from './contract.ts';

/** What a file of each format is called and how it travels. */
export const MEDIA: Readonly<Record<SheetFormat, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
};

/** Writes a table as it comes, in constant memory. */
export const sheetFile = (format: SheetFormat, table: Table): AsyncGenerator<Buffer> =>
  format === 'xlsx' ? xlsxFile(table) : csvFile(table);
