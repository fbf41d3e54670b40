import type { Measure } from '../../kernel/index.ts';

/** How much, in which unit; null where neither is one that we know. */
type Size = { readonly value: string | null; readonly unit: Measure | null };
/** What is left of an indicator behind what was said to belong to it, in which unit. */
export type Share = { readonly unit: Measure | null; readonly left: number };

const OF_IT = /^[\s（(、：:]*其中/u;
/** A clause that begins with what is to be done speaks of something of its own: 培育上市公司2家 behind 其中制造业5家. */
const DOES =
  /^[\s、]*(?:完成|实现|力争|确保|新增|新建|新认定|新签|推进|达到|培育|建成|建设|开展|打通|改造|引进|签约|城镇|全市|全年)/u;
/** How it grows, and nothing of what: said of the part that stands before it. */
const GROWS =
  /^[\s、]*(?:同比|比上年|较上年)?(?:增长|增加|提高|提升|上升|下降|降低|减少|占比|占|比重)[\d.约近到至超过]*/u;

/** Of some indicators that stand before, the one that parts of such sizes can belong to: the last in their unit; where they are in percent, the last. Pure. */
export function wholeOf<W extends { readonly in: Measure | null }>(
  before: readonly W[],
  sizes: readonly Size[],
): W | undefined {
  const unit = sizes.find((one) => one.unit !== '%')?.unit;
  return unit === undefined ? before.at(-1) : before.findLast((one) => one.in === unit);
}

/**
 * What a clause says to belong to the indicator before it: 新增企业12家，其中制造业5家. A part in the same unit, or in percent, is no indicator of its own:
 * it would be read each month twice. Null where it says no such thing; of another unit (其中项目20个 of 50亿元) it is one. Pure.
 */
export function shareIn(
  clause: string,
  sizes: readonly Size[],
  whole: { readonly quantity: string | null; readonly in: Measure | null },
): Share | null {
  if (!OF_IT.test(clause) || sizes.length === 0 || !sizes.every(({ unit }) => unit === whole.in || unit === '%'))
    return null;
  return { unit: whole.in, left: Number(whole.quantity ?? 0) - sum(sizes, whole.in) };
}

/** What is left behind one more clause that goes on with such parts (，服务业7家); null where it speaks of something else. Pure. */
export function goesOn({ unit, left }: Share, clause: string, sizes: readonly Size[]): Share | null {
  if (sizes.length === 0 || DOES.test(clause)) return null;
  if (GROWS.test(clause) && sizes.every((one) => one.unit === '%')) return { unit, left };
  const more = sum(sizes, unit);
  return sizes.every((one) => one.unit === unit) && more <= left ? { unit, left: left - more } : null;
}

const sum = (sizes: readonly Size[], unit: Measure | null): number =>
  sizes.reduce((all, { value, unit: own }) => all + (own === unit ? Number(value ?? 0) : 0), 0);
