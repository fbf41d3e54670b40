import { normalise } from '../../kernel/index.ts';
import type { UnitKind } from '../../directory/contract.ts';
import type { SeatRole } from '../../platform/identity/contract.ts';

const ROLES: readonly (readonly [SeatRole, RegExp])[] = [
  ['supervisor', /^(?:(?:督查|督办)(?:室|科|处|人员|员|岗|专员)?|supervis(?:or|ion office))$/u],
  ['handler', /^(?:(?:具体)?(?:经办|联络|承办)(?:人|人员|员)?|handler)$/u],
  ['head', /^(?:(?:单位|主要|分管|部门)?负责人|head(?: of unit)?|unit head)$/u],
  ['mayor', /^(?:[市区县]领导|(?:常务)?副?[市区县]长|mayor|city leader|leader)$/u],
  ['administrator', /^(?:(?:系统)?管理员|administrator|admin)$/u],
];

const KINDS: readonly (readonly [UnitKind, RegExp])[] = [
  ['government', /^(?:(?:本级|人民)?政府|government)$/u],
  ['office', /^(?:(?:督查)?办公室|督查机构|督查室|office)$/u],
  ['department', /^(?:(?:政府|职能|市直)?(?:工作)?部门|市直单位|department)$/u],
  ['county', /^(?:县|区|县区|县级市|县市区|区县|county)$/u],
  ['town', /^(?:乡|镇|街道|乡镇|乡镇街道|town)$/u],
  ['company', /^(?:企业|公司|国企|国有企业|company)$/u],
  ['other', /^(?:其他|其它|other)$/u],
];

/** A word as it is compared: 县（市、区） is 县, Department department. */
const plain = (word: string): string =>
  normalise(word)
    .replace(/[（(][^）)]*[）)]/gu, '')
    .replace(/[、/\s]+/gu, (gap) => (/^\s+$/u.test(gap) ? ' ' : ''))
    .trim()
    .toLowerCase();

/** The role that a word means, or null: who may do what is never guessed. */
export const roleOf = (word: string): SeatRole | null =>
  ROLES.find(([, pattern]) => pattern.test(plain(word)))?.[0] ?? null;

/** The kind of unit that a word means, or null. */
export const kindOf = (word: string): UnitKind | null =>
  KINDS.find(([, pattern]) => pattern.test(plain(word)))?.[0] ?? null;

/** What a unit is by its name alone; `other` where its name does not say. */
export function kindByName(name: string, city: string): UnitKind {
  const text = normalise(name);
  if (text === `${city}人民政府` || /^[省市]人民政府$/u.test(text)) return 'government';
  if (/督查室$|政府办公室$|市委办公室$/u.test(text)) return 'office';
  if (/(?:镇|乡)(?:人民)?政府$|街道(?:办事处)?$|[镇乡]$/u.test(text)) return 'town';
  if (/[县区市](?:人民)?政府$|[县区]$/u.test(text)) return 'county';
  if (/公司$|集团$/u.test(text)) return 'company';
  if (/管委会$|管理委员会$/u.test(text)) return 'other';
  return /[局委办厅处]$|委员会$|办公室$|中心$/u.test(text) ? 'department' : 'other';
}
