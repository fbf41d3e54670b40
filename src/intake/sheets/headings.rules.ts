import { normalise } from '../../kernel/index.ts';
import type { ImportField, Mapping } from './contract.ts';
import { saysWho } from './says-who.rules.ts';
import { LEAD_ROWS, type GridRow, type Sheet } from './grid.rules.ts';

/** How columns are headed in the tables that go round in offices; the first that fits is the likeliest. */
const HEADS: readonly (readonly [ImportField, RegExp])[] = [
  ['number', /^(?:事项)?编号$|^number$/u],
  ['co', /^(?:配合|协办|参与|协同|协助)(?:单位|部门)?$|^co-?units?$/u],
  ['lead', /^(?:牵头|责任|主办|承办|主责|落实|办理)(?:单位|部门)$|^(?:lead ?)?unit$/u],
  [
    'due',
    /^(?:到期日?|截止(?:日期|时间)?|(?:计划)?(?:完成|办理|办结|整改|反馈)(?:时限|期限|时间|日期)(?:要求)?|时限(?:要求)?|期限)$|^(?:due|deadline)$/u,
  ],
  ['area', /^(?:所属|所在|工作)?(?:领域|方面|类别|分类|板块|条线)$|^area$/u],
  ['aim', /^(?:工作)?(?:目的|目标)(?:要求)?$|^aim$/u],
  [
    'enterprise',
    /^(?:(?:诉求|提出|反映)?(?:企业|市场主体)(?:名称)?|(?:诉求|反映)单位(?:名称)?|诉求(?:人|主体)|enterprise)$/u,
  ],
  ['creditCode', /^(?:(?:企业)?(?:统一)?(?:社会)?信用代码|credit ?code)$/u],
  ['contact', /^(?:联系(?:电话|方式|人电话)|电话(?:号码)?|手机(?:号码?)?|邮箱|contact|phone)$/u],
  ['place', /^(?:(?:事发|发生|诉求)?(?:地点|地址|位置)|place)$/u],
  ['channel', /^(?:(?:诉求|来源|受理|反映|提交|登记|接收)?(?:渠道|途径)|(?:诉求|问题)来源|channel)$/u],
  ['category', /^(?:诉求(?:类别|类型|分类)|category)$/u],
  ['confidential', /^(?:不公开|保密|涉密)$|^confidential$/u],
  [
    'text',
    /^(?:(?:重点|交办|督办|工作|具体|主要)?(?:事项|任务|工作|诉求|问题)(?:内容|名称|要求)?|(?:交办|督办|办理)?内容|(?:要|需要?|应)办的?(?:事|事情|事项)|(?:具体|主要)?(?:举措|措施))$|^(?:matter|task|text|what is to be done)$/u,
  ],
];

/** A head without what is written about it: `完成时限（年/月/日）` is 完成时限. */
export const plain = (head: string): string =>
  normalise(head)
    .replace(/[（(［[][^）)］\]]*[）)］\]]/gu, '')
    .replace(/[*：:、\n\r]/gu, '')
    .trim()
    .toLowerCase()
    .replace(/(?<=\p{Script=Han})\s+|\s+(?=\p{Script=Han})/gu, '');

/** The field that a head names, if any. */
export const fieldOf = (head: string): ImportField | null =>
  HEADS.find(([, pattern]) => pattern.test(plain(head)))?.[0] ?? null;

export const NO_MAPPING: Mapping = {
  text: null,
  area: null,
  lead: null,
  co: null,
  due: null,
  aim: null,
  confidential: null,
  enterprise: null,
  creditCode: null,
  contact: null,
  place: null,
  category: null,
  channel: null,
  number: null,
};

/** Heads of what a matter is filed under, which in a list of assignments are areas and beside whoever raised it categories. */
const SORTS = /^(?:类别|分类)$/u;

/** Which column holds what, by the heads alone; of two that name the same the first. */
export function guessMapping(headings: readonly string[]): Mapping {
  const mapping = { ...NO_MAPPING };
  for (const [column, head] of headings.entries()) {
    const field = fieldOf(head);
    if (field && mapping[field] === null) mapping[field] = column;
  }
  const { area, category } = mapping;
  return saysWho(mapping) && category === null && area !== null && SORTS.test(plain(headings[area]!))
    ? { ...mapping, area: null, category: area }
    : mapping;
}

export type Headed = {
  readonly sheet: string;
  readonly headings: readonly string[];
  readonly rows: readonly GridRow[];
};

/**
 * The table among a file's sheets: where most heads are known, below a title, a unit or a date as there may stand above it. Where
 * none is known the first row that has anything is taken for the heads, and the reader says what is what. Null where there is
 * no row.
 */
export function findTable(sheets: readonly Sheet[]): Headed | null {
  let best: { score: number; sheet: Sheet; at: number } | null = null;
  for (const sheet of sheets)
    for (const [at, { cells }] of sheet.rows.slice(0, LEAD_ROWS).entries()) {
      const score = new Set(cells.map(fieldOf).filter((field) => field !== null)).size;
      if (!best || score > best.score) best = { score, sheet, at };
    }
  if (!best) return null;
  const { sheet, at } = best;
  return {
    sheet: sheet.name,
    headings: sheet.rows[at]!.cells.map((head) => normalise(head)),
    rows: sheet.rows.slice(at + 1),
  };
}
