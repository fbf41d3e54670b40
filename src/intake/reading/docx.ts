import mammoth from 'mammoth';

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
      if (heads.length === 0 && cells.some((c) => LABELS.test(c))) heads = cells;
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

const LABELS =
  /^(?:(?:责任|牵头|配合|主办|协办|承办|落实)(?:单位|部门|领导|人)|(?:完成|办理|办结|整改)?(?:时限|期限|时间)(?:要求)?)$/u;
const NUMBER = /^\d{1,3}[.、]?$/u;

/**
 * A row of a list of tasks as a sentence with its bracket: the cells under 责任单位, 配合单位, 完成时限 follow the others, each
 * with its column's head, as minutes print them.
 */
function rowText(cells: readonly string[], heads: readonly string[]): string {
  if (heads.length === 0 || cells.length !== heads.length) return cells.filter((c) => c !== '').join(' ');
  const labelled = cells.map((cell, i) => ({ cell, head: heads[i]! })).filter(({ cell }) => cell !== '');
  const number = labelled.find(({ cell }) => NUMBER.test(cell));
  const said = labelled.filter((c) => c !== number && !LABELS.test(c.head)).map((c) => c.cell.replace(/[。；]$/u, ''));
  const bracket = labelled
    .filter(({ head }) => LABELS.test(head))
    .map(({ cell, head }) => `${head}：${(UNITS.test(head) ? listed(cell) : cell).replace(/[。；]$/u, '')}`);
  const lead = number === undefined ? '' : `${number.cell.replace(/[.、]$/u, '')}.`;
  return `${lead}${said.join('。')}。${bracket.length > 0 ? `（${bracket.join('；')}）` : ''}`;
}

const UNITS = /(?:单位|部门)$/u;

/** Units that a cell lists one below the other, or with spaces between them. A name that is broken in two is none. */
function listed(cell: string): string {
  const names = cell.split(/\s+/u);
  return names.every((name) =>
    /(?:[局委办厅部院会社所站处科室队团县区市镇乡]|政府|中心|公司|集团|单位|[）)、，；：])$/u.test(name),
  )
    ? names.join('、').replace(/([、，；：])、/gu, '$1')
    : names.join('');
}

const plain = (html: string): string =>
  html
    .replace(/<br\s*\/?>/gu, '\n')
    .replace(/<\/p>\s*<p[^>]*>/gu, '、')
    .replace(/<[^>]*>/gu, '')
    .replace(/&(#?\w+);/gu, (whole, name: string) => ENTITIES[name] ?? whole)
    .trim();
