import type { Table } from './contract.ts';
import { csvLine } from './csv.rules.ts';

/** The table as CSV in UTF-8 with its mark, without which Excel reads Chinese as gibberish. The first line is what it is about. */
export async function* csvFile({ about, columns, rows }: Table): AsyncGenerator<Buffer> {
  yield Buffer.from(`\uFEFF${csvLine([about.said])}${csvLine(columns.map(({ title }) => title))}`);
  for await (const batch of rows) yield Buffer.from(batch.map(csvLine).join(''));
}
