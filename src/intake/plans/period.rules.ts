/** What may stand before a period: 其中上半年, 力争到6月底, 按季度分解：一季度. */
const OPENING = '(?:其中|力争|确保|争取|预计|计划|并|[：:、（(\\s])*';
const MONTH = '(?:0?[1-9]|1[0-2]|十[一二]?|[一二三四五六七八九])';
const BEFORE = '(?:之前|以前|前|为?止)';
const FROM = '(?:到|至|截至|截止到?|自|从|在|于)?(?:20\\d\\d年|今年|明年|当年)?';
const QUARTER =
  '(?:(?:第?[一二三四1-4](?:季度)?[、和至到—–\\-~～]{1,2}){0,3}第?[一二三四1-4]个?季度|首季度?|前[一二两三2-3]个?季度|[上下]半年|前[一二两三四五六七八九十\\d]{1,2}个月)[底末]?';
const SPAN = `${MONTH}月?[—–\\-~～至到]{1,2}`;
const MONTHS = `(?:${SPAN})?${MONTH}月(?:份|\\d{1,2}[日号])?(?:上旬|中旬|下旬|月?底|末|初)?`;
/** A year has no part that ends with it. */
const WHOLE = `${FROM}(?:(?:1[—–\\-~～至到]{1,2})?(?:12|十二)月(?:31[日号]|月?底|末|份?(?=${BEFORE}))|(?:全|本)?年(?:底|末|内)|全年)${BEFORE}?`;
const PART = `${FROM}(?:${QUARTER}|${MONTHS})${BEFORE}?`;

const WHOLE_YEAR = new RegExp(`^${OPENING}${WHOLE}`, 'u');
const PART_OF_YEAR = new RegExp(`^${OPENING}${PART}`, 'u');
const SURE = new RegExp(`其中|${QUARTER}|${SPAN}`, 'u');
/** Between two clauses: a comma or a full stop, and what leads over to a period or a part that has none: 12家（一季度3家、二季度6家）, 12家其中上半年6家, 12家（其中制造业5家）. */
export const CLAUSES = new RegExp(
  `[，。；\\n]|,(?!\\d{3}(?!\\d))|(?:[（(：:]|(?<!季度|半年)、)(?=(?:其中[：:]?)?(?:${PART}|${WHOLE}))|[（(、：:]?(?=其中)`,
  'u',
);

/** The part of a year that a clause begins with. */
type PartOfYear = {
  /** As printed, and what the clause says behind it. */
  readonly head: string;
  readonly rest: string;
  /** A quarter, half a year, some months, or a part of what was said before: how it gets there. One month may be the day by which a thing is done. */
  readonly sure: boolean;
};

/** The part of a year that a clause begins with: 一季度, 其中上半年, 到6月底; null where it begins with none, or with the whole year. Pure. */
export function partOfYear(clause: string): PartOfYear | null {
  if (WHOLE_YEAR.test(clause)) return null;
  const hit = PART_OF_YEAR.exec(clause);
  if (!hit) return null;
  return { head: hit[0], rest: clause.slice(hit[0].length), sure: SURE.test(hit[0]) };
}

/** A clause without the whole year before it: 全年2.3万人 speaks of what stands before. */
export const withoutYear = (clause: string): string => clause.replace(WHOLE_YEAR, '');
