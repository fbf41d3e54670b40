import { fromLargeChinese } from './numerals.rules.ts';
import type { ReadQuantity, Stretch } from './contract.ts';

const MEASURE =
  '微克/立方米|平方公里|平方米|立方米|万平方米|公里|千米|公斤|千克|公顷|人次|户次|件次|家次|场次|批次|周岁|岁|个百分点|百分点|个标准|千瓦时|千瓦|兆瓦|吨标准煤|吨|斤|亩|米|元|家|个|项|所|座|套|户|人|名|件|场|处|批|次|条|只|支|辆|台|张|份|册|期|起|宗|间|栋|类|种|门|篇|部|对|组|天|小时|分钟|级|倍|%|％|‰|G瓦|MW|万千瓦|床|张床位|头|株|棵|本|节|位|村|县|市|例';
/** Of these, what is said in Chinese numerals too, and is the end of few other words. */
const COUNTED =
  '平方公里|平方米|立方米|公里|千米|公斤|千克|公顷|人次|户次|场次|个百分点|百分点|千瓦时|千瓦|兆瓦|吨|斤|亩|元|家|个|座|套|户|人|名|件|场|处|辆|台|棵|株';
/** Bounded, so that a line of nothing but digits is read once and not from every digit anew. */
const NUMBER = '(?<!\\d)\\d{1,12}(?:,\\d{3}){0,4}(?:\\.\\d{1,6})?';
const EXPRESSION = new RegExp(
  `(?<bound>不少于|不低于|至少|不超过|不高于|最高不超过|最高|控制在|超过|突破|达到|约|近)?(?<low>${NUMBER})(?<lowUnit>[%％])?(?:(?:[—–\\-~～至到]{1,2})(?<high>${NUMBER}))?(?<many>万亿|千亿|百亿|十亿|亿|千万|百万|十万|万|千|百)?(?<more>余|多)?(?<unit>${MEASURE})(?<after>(?:及|或)?以上|以内|以下|左右|内(?=[，。；]))?` +
    `|(?<largeBound>不少于|不低于|至少|不超过|不高于|控制在|超过|突破|达到|约|近)?(?<large>(?=[一两二三四五六七八九]?[十百千万亿])[一两二三四五六七八九十][一两二三四五六七八九十百千万亿零〇]{1,12})(?<largeMore>余|多)?(?<largeUnit>${COUNTED})(?<largeAfter>(?:及|或)?以上|以内|以下|左右)?` +
    `|(?<cnBound>不少于|至少)?(?<cn>[一两二三四五六七八九十百千]{1,4})(?<cnUnit>次|家|项|所|座|套|场|处|名|批|轮|期|篇|条|个)(?<cnAfter>以上|左右)?` +
    `|(?<half>一半|半价|过半)(?<halfAfter>以上|左右)?`,
  'gu',
);
const SIZE: Readonly<Record<string, number>> = {
  百: 1e2,
  千: 1e3,
  万: 1e4,
  十万: 1e5,
  百万: 1e6,
  千万: 1e7,
  亿: 1e8,
  十亿: 1e9,
  百亿: 1e10,
  千亿: 1e11,
  万亿: 1e12,
};

/**
 * The quantities of a stretch: a number with its measure word. Left out are those within `taken` (deadlines), ordinals,
 * 一个 and 一批 as articles, and what stands in quotation marks or titles.
 */
export function findQuantities(text: string, taken: readonly Stretch[]): ReadQuantity[] {
  if (!/[\d一两二三四五六七八九十半]/u.test(text)) return [];
  const readable = text.replace(/《[^》]{0,80}》|“[^”]{0,40}”|〔[^〕]{0,10}〕/gu, (hit) => '〇'.repeat(hit.length));
  const found: ReadQuantity[] = [];
  for (const hit of readable.matchAll(EXPRESSION)) {
    const end = hit.index + hit[0].length;
    if (taken.some((t) => hit.index < t.end && end > t.start)) continue;
    const quantity = hit.groups!['low'] !== undefined ? counted(hit) : worded(hit, readable);
    if (quantity !== null && !/[第年月“]$/u.test(readable.slice(Math.max(0, hit.index - 1), hit.index)))
      found.push(quantity);
  }
  return found;
}

function counted(hit: RegExpMatchArray): ReadQuantity {
  const g = hit.groups!;
  const size = SIZE[g['many'] ?? ''] ?? 1;
  const value = exact(Number(g['low']!.replaceAll(',', '')) * size);
  const printed = hit[0].slice(g['bound']?.length ?? 0);
  const bound = boundOf(g['bound'], g['after'] ?? (g['more'] === undefined ? undefined : '左右'));
  return {
    text: printed,
    value,
    unit: g['unit'] === '％' ? '%' : g['unit']!,
    ...(g['high'] === undefined ? {} : { max: exact(Number(g['high'].replaceAll(',', '')) * size) }),
    ...(bound === null ? {} : { bound }),
  };
}

function worded(hit: RegExpMatchArray, text: string): ReadQuantity | null {
  const g = hit.groups!;
  if (g['half'] !== undefined) {
    const bound = boundOf(undefined, g['halfAfter']);
    return { text: hit[0], value: 0.5, unit: '比例', ...(bound === null ? {} : { bound }) };
  }
  const large = g['large'];
  const unit = g['largeUnit'] ?? g['cnUnit']!;
  const value = fromLargeChinese(large ?? g['cn']!);
  const printedBound = g['largeBound'] ?? g['cnBound'];
  // 每季度至少曝光一次: the bound may stand before the verb.
  const earlier = /(?:至少|不少于)(?=[^，。；]{0,6}$)/u.exec(text.slice(Math.max(0, hit.index! - 10), hit.index!))?.[0];
  const bound = boundOf(
    printedBound ?? earlier,
    g['largeAfter'] ?? g['cnAfter'] ?? (g['largeMore'] === undefined ? undefined : '左右'),
  );
  const before = text[hit.index! - 1] ?? '';
  if (Number.isNaN(value) || /[\d第十百千每这那各某另同一逐任之唯]/u.test(before)) return null;
  // 一个 and 一批 are articles; 一项一策, 三项制度改革 and the like are names.
  if (value === 1 && (bound === null || unit !== '次')) return null;
  if (/^[一二三四五六七八九十]/u.test(text.slice(hit.index! + hit[0].length))) return null;
  return {
    text: hit[0].slice(printedBound?.length ?? 0),
    value,
    unit,
    ...(bound === null ? {} : { bound }),
  };
}

function boundOf(before: string | undefined, after: string | undefined): 'at-least' | 'at-most' | 'about' | null {
  if (after !== undefined && /以上/u.test(after)) return 'at-least';
  if (after !== undefined && /以内|以下|内/u.test(after)) return 'at-most';
  if (after === '左右' || before === '约' || before === '近') return 'about';
  if (before === undefined || before === '达到' || before === '控制在') return null;
  return /不少于|不低于|至少|超过$|突破/u.test(before) && !/^(?:最高)?不超过/u.test(before) ? 'at-least' : 'at-most';
}

/** 29.79 × 10000 is 297900, not 297899.99999999994. */
const exact = (value: number): number => Number(value.toPrecision(15));
