import { fromBufferPromise } from 'yauzl';
import { NO_NOTES, type Sheet, type Workbook } from './grid.rules.ts';
import { readBinding, readFormats, readRelations, readShared, readSheet } from './workbook.rules.ts';

/** Tables beyond these are hardly what somebody wants to import. */
const MOST_SHEETS = 20;

/** The visible sheets of an XLSX. Throws where it is broken; what it may unpack to was looked at before. */
export async function readWorkbook(bytes: Uint8Array): Promise<Workbook> {
  const { part, names } = await partsOf(bytes);
  const notes = {
    ...NO_NOTES,
    macros: names.some((name) => name.endsWith('vbaProject.bin')),
    links: names.some((name) => name.startsWith('xl/externalLinks/')),
  };
  const binding = readBinding(part('xl/workbook.xml'));
  const relations = readRelations(part('xl/_rels/workbook.xml.rels'));
  const has = (name: string): boolean => names.includes(name);
  const shared = has('xl/sharedStrings.xml') ? readShared(part('xl/sharedStrings.xml')) : [];
  const codes = has('xl/styles.xml') ? readFormats(part('xl/styles.xml')) : [];
  const formats = { codes, from1904: binding.from1904 };
  const sheets: Sheet[] = [];
  for (const { name, relation } of binding.sheets.slice(0, MOST_SHEETS)) {
    const path = relations.get(relation);
    // A chart is a sheet too, of another kind.
    if (!path || !has(path) || !path.includes('worksheets/')) continue;
    sheets.push({ name, rows: readSheet(part(path), shared, formats, notes) });
  }
  return { sheets, notes };
}

type Parts = { names: readonly string[]; part: (name: string) => string };

async function partsOf(bytes: Uint8Array): Promise<Parts> {
  const zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  const texts = new Map<string, string>();
  const names: string[] = [];
  for await (const entry of zip.eachEntry()) {
    names.push(entry.fileName);
    if (!/^xl\/(?:[^/]+\.xml|_rels\/[^/]+|worksheets\/[^/]+\.xml)$/u.test(entry.fileName)) continue;
    const chunks: Buffer[] = [];
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
    texts.set(
      entry.fileName,
      Buffer.concat(chunks)
        .toString('utf8')
        .replace(/^\uFEFF/u, ''),
    );
  }
  const part = (name: string): string => {
    const text = texts.get(name);
    if (text === undefined) throw new Error(`the workbook has no ${name}`);
    return text;
  };
  return { names, part };
}
