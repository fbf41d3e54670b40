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
  let heads: string[] = [];
  for (const [piece] of html.matchAll(
    /<table[\s>][^]*?<\/table>|<(?:p|h[1-6]|li)(?:\s[^>]*)?>[^]*?(?=<\/(?:p|h[1-6]|li)>|<(?:ol|ul)>)/gu,
  )) {
    if (!piece.startsWith('<table')) lines.push(plain(piece));
    else {
      heads = [];
      for (const [row] of piece.matchAll(/<tr[\s>][^]*?<\/tr>/gu)) {
        const cells = [...row.matchAll(/<t[dh](?:\s[^>]*)?>([^]*?)<\/t[dh]>/gu)].map((c) => plain(c[1]!));
        if (heads.length === 0 && cells.some((c) => LABELS.test(c))) heads = cells;
        else lines.push(rowText(cells, heads));
      }
    }
  }
  return lines.filter((l) => l !== '').join('\n');
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
    .map(({ cell, head }) => `${head}：${cell.replace(/[。；]$/u, '')}`);
  const lead = number === undefined ? '' : `${number.cell.replace(/[.、]$/u, '')}.`;
  return `${lead}${said.join('。')}。${bracket.length > 0 ? `（${bracket.join('；')}）` : ''}`;
}

const plain = (html: string): string =>
  html
    .replace(/<br\s*\/?>/gu, '\n')
    .replace(/<\/p>\s*<p[^>]*>/gu, '、')
    .replace(/<[^>]*>/gu, '')
    .replace(/&(#?\w+);/gu, (whole, name: string) => ENTITIES[name] ?? whole)
    .trim();
