import { LEAD_ROWS, type GridRow } from '../sheets/grid.rules.ts';

/** Which column holds what, counted from 0; one of the two ways in which a tree is written down. */
export type SchemeHead =
  /** A category a row, which names the code that it stands below. */
  | { readonly kind: 'list'; readonly columns: Readonly<Partial<Record<ListColumn, number>>> }
  /** A row for each category at the end of its way, a column for each level from the top down. */
  | { readonly kind: 'levels'; readonly columns: readonly number[] };
export type ListColumn = 'code' | 'zh' | 'en' | 'parent' | 'retired';

/** What each column of a list may be called, without spaces and in small letters. */
const CALLED: Readonly<Record<ListColumn, RegExp>> = {
  code: /^(编码|代码|编号|分类编码|分类代码|code)$/u,
  zh: /^(名称|中文|中文名称?|分类名称|类别名称|分类|类别|zh|name|chinese|nameinchinese)$/u,
  en: /^(英文|英文名称?|en|english|nameinenglish)$/u,
  parent: /^(上级|上级编码|上级代码|上级编号|父级|父级编码|parent|parentcode|standsbelow)$/u,
  retired: /^(停用|已停用|retired)$/u,
};
const LEVEL = /^(?:第?([一二三四五六1-6])级|level([1-6]))/u;
const DIGITS = '一二三四五六';

/**
 * The row with the heads, among the first ones, and what its columns hold; a title or a date may stand before it. Undefined
 * where no row has a code and a name, nor a first level.
 */
export function schemeHead(rows: readonly GridRow[]): { at: number; head: SchemeHead } | undefined {
  for (const [at, { cells }] of rows.slice(0, LEAD_ROWS + 1).entries()) {
    const head = headOf(cells.map((cell) => cell.replaceAll(/\s/gu, '').toLowerCase()));
    if (head) return { at, head };
  }
  return undefined;
}

function headOf(cells: readonly string[]): SchemeHead | undefined {
  const levels: number[] = [];
  const columns: Partial<Record<ListColumn, number>> = {};
  for (const [column, cell] of cells.entries()) {
    const level = levelOf(cell);
    if (level !== null) levels[level] ??= column;
    const name = (Object.keys(CALLED) as ListColumn[]).find((one) => CALLED[one].test(cell));
    if (name) columns[name] ??= column;
  }
  if (columns.code !== undefined && columns.zh !== undefined) return { kind: 'list', columns };
  // A level left out would leave it open what stands below what.
  const whole = levels.length > 0 && Array.from(levels).every((column) => column !== undefined);
  return whole ? { kind: 'levels', columns: levels } : undefined;
}

/** The level that a head names, counted from 0. */
function levelOf(cell: string): number | null {
  const said = LEVEL.exec(cell);
  const digit = said?.[1] ?? said?.[2];
  if (digit === undefined) return null;
  return DIGITS.includes(digit) ? DIGITS.indexOf(digit) : Number(digit) - 1;
}
