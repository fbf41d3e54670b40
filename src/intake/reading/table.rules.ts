/** The heads of columns that say who is to do something, and by when. */
const LABELS =
  /^(?:(?:责任|牵头|配合|主办|协办|承办|落实)(?:单位|部门|领导|人)|(?:完成|办理|办结|整改)?(?:时限|期限|时间)(?:要求)?)$/u;

/** Whether the cells of a row are the heads of a list of tasks: one of them says who, or by when. */
export const isHead = (cells: readonly string[]): boolean => cells.some((cell) => LABELS.test(cell));

const NUMBER = /^\d{1,3}[.、]?$/u;

/**
 * A row of a list of tasks as a sentence with its bracket: the cells under 责任单位, 配合单位, 完成时限 follow the others, each
 * with its column's head, as minutes print them.
 */
export function rowText(cells: readonly string[], heads: readonly string[]): string {
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
