import type { Category } from '../../directory/schemes/scheme.contract.ts';
import { tablesOfFile } from '../sheets/readFile.ts';
import { schemeHead } from './scheme-heads.rules.ts';
import type { SchemeTable } from './scheme.contract.ts';
import { readSchemeTable } from './scheme-table.rules.ts';

/**
 * What a file of categories says, over the version in force (see {@link readSchemeTable}): of a workbook the first sheet with
 * heads that are known. Throws the refusals of the reading of tables (`sheet.…`).
 */
export async function schemeTableOf(bytes: Uint8Array, inForce: readonly Category[], name = ''): Promise<SchemeTable> {
  const { sheets } = await tablesOfFile(bytes, name);
  const sheet = sheets.find(({ rows }) => schemeHead(rows)) ?? sheets[0];
  return readSchemeTable(sheet?.rows ?? [], inForce);
}
