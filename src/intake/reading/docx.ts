import mammoth from 'mammoth';
import { isHead, rowText } from './table.rules.ts';

/** The text of a DOCX, one paragraph on each line. Throws what mammoth throws. */
export async function docxText(bytes: Uint8Array): Promise<string> {
  const { value } = await mammoth.convertToHtml(
    { buffer: Buffer.from(bytes) },
    { externalFileAccess: false, convertImage: mammoth.images.imgElement(async () => ({ src: '' })) },
  );
  return htmlText(value);
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  '#39': "'",
};

/** Paragraphs of the plain HTML that mammoth makes; a table's row becomes one line, see {@link rowText}. */
export function htmlText(html: string): string {
  const lines: string[] = [];
  for (const [piece] of html.matchAll(
    /<table[\s>][^]*?<\/table>|<(?:p|h[1-6]|li)(?:\s[^>]*)?>[^]*?(?=<\/(?:p|h[1-6]|li)>|<(?:ol|ul)>)/gu,
  )) {
    if (!piece.startsWith('<table')) {
      lines.push(plain(piece));
      continue;
    }
    let heads: string[] = [];
    for (const cells of rowsOf(piece))
      if (heads.length === 0 && isHead(cells)) heads = cells;
      else lines.push(rowText(cells, heads));
  }
  return lines.filter((l) => l !== '').join('\n');
}

/** No real table is wider, and no cell higher; what a file states may be anything. */
const WIDEST = 64;

/**
 * The rows of a table, each with all of its cells: one that spans several rows (工作领域 merged over its tasks) stands in each of
 * them, and one that spans several columns in the first of them.
 */
function rowsOf(table: string): string[][] {
  const rows: string[][] = [];
  const hanging = new Map<number, { text: string; rows: number }>();
  for (const [row] of table.matchAll(/<tr[\s>][^]*?<\/tr>/gu)) {
    const cells: string[] = [];
    const fillHanging = (): void => {
      for (let above = hanging.get(cells.length); above !== undefined; above = hanging.get(cells.length)) {
        if (--above.rows === 0) hanging.delete(cells.length);
        cells.push(above.text);
      }
    };
    for (const [, attributes, inner] of row.matchAll(/<t[dh]((?:\s[^>]*)?)>([^]*?)<\/t[dh]>/gu)) {
      fillHanging();
      const text = plain(inner!);
      const span = (name: string): number =>
        Math.min(WIDEST, Number(new RegExp(`${name}="(\\d{1,4})"`, 'u').exec(attributes!)?.[1] ?? 1));
      for (let column = 0; column < Math.max(1, span('colspan')); column++) {
        if (span('rowspan') > 1)
          hanging.set(cells.length, { text: column === 0 ? text : '', rows: span('rowspan') - 1 });
        cells.push(column === 0 ? text : '');
      }
    }
    fillHanging();
    rows.push(cells);
  }
  return rows;
}

const plain = (html: string): string =>
  html
    .replace(/<br\s*\/?>/gu, '\n')
    .replace(/<\/p>\s*<p[^>]*>/gu, '、')
    .replace(/<[^>]*>/gu, '')
    .replace(/&(#?\w+);/gu, (whole, name: string) => ENTITIES[name] ?? whole)
    .trim();
