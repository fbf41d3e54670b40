import { sentence, type Language } from '../../platform/i18n/index.ts';
import { openedBytes, type FileStore } from '../../platform/files/index.ts';
import { sheetFile, zipFile, type ZipEntry } from '../../platform/sheets/index.ts';
import type { Copy } from './copy.ts';
import { copyTable } from './sheet.ts';

export const ZIP = 'application/zip';

/** By file, what opens those that are sealed. */
type Keys = ReadonlyMap<string, Buffer>;

/** A copy of somebody's data with their files, as a ZIP: the workbook, and a folder of files for each matter. */
export const copyBundle = (
  files: Pick<FileStore, 'read'>,
  copy: Copy,
  language: Language,
  keys: Keys = new Map(),
): AsyncGenerator<Buffer> => zipFile(entries(files, copy, language, keys));

async function* entries(
  files: Pick<FileStore, 'read'>,
  copy: Copy,
  language: Language,
  keys: Keys,
): AsyncGenerator<ZipEntry> {
  const workbook = sheetFile('xlsx', copyTable(copy, language));
  yield { name: `${sentence(language, 'copy.title')}.xlsx`, bytes: () => workbook };
  const taken = new Set<string>();
  for (const { id, number, name, sha256 } of copy.files) {
    const read = () => files.read(Buffer.from(sha256, 'hex'));
    const key = keys.get(id);
    yield { name: free(taken, number, name), bytes: key ? () => openedBytes(key, id, read()) : read };
  }
}

/** A name of its own for each file: two photographs of one matter may be called the same. */
function free(taken: Set<string>, folder: string, name: string): string {
  const dot = name.lastIndexOf('.');
  for (let n = 1; ; n++) {
    const path = `${folder}/${n === 1 ? name : `${name.slice(0, dot)} (${n})${name.slice(dot)}`}`;
    if (taken.has(path)) continue;
    taken.add(path);
    return path;
  }
}
