import { decimalOf, inMeasure, millionths, type Measure } from '../../kernel/contract.ts';

/** How much a clause says of a quarter: in all by its end, or, where the words leave that open (二季度6家), perhaps within it alone. */
export type QuarterSaid = {
  readonly quarter: 1 | 2 | 3 | 4;
  readonly inAll: boolean;
  readonly quantity: string | null;
  readonly in: Measure | null;
  /** The unit as it is printed. */
  readonly word: string;
};
/** The same as it is held against an indicator: `in` null is the indicator's own unit, whichever it comes to be; `quantity` null cannot be held against it. */
type SaidQuarter = Pick<QuarterSaid, 'quarter' | 'inAll' | 'quantity' | 'in'>;
/** In all by the end of the first three quarters, null where nothing is said of one; or why they are left: no unit of the year is known yet, it is not to be passed and falls from where nobody has said, two readings fit, or none does. */
export type Proposed = readonly [string | null, string | null, string | null];
export type Division = {
  readonly quarters: Proposed | null;
  readonly why: 'read' | 'unit' | 'falls' | 'unclear' | 'misfit';
};

const UP_TO = '(?:[—–\\-~～至到]{1,2})';
const ENDS: readonly (readonly [RegExp, 1 | 2 | 3])[] = [
  [
    new RegExp(
      `前三个月|前3个月|[1一]${UP_TO}[3三]月|(?<!\\d)0?3月(?:31[日号]|[底末]|月底)|三月[底末]|(?:第?[一1]个?|首)季度?`,
      'u',
    ),
    1,
  ],
  [
    new RegExp(
      `上半年|前[两二2]个?季度|前[六6]个月|[1一]${UP_TO}[6六]月|(?<!\\d)0?6月(?:30[日号]|[底末]|月底)|六月[底末]|[1一](?:季度)?${UP_TO}第?[二2]个?季度|第?[二2]个?季度[底末]`,
      'u',
    ),
    2,
  ],
  [
    new RegExp(
      `前[三3]个?季度|前[九9]个月|[1一]${UP_TO}[9九]月|(?<!\\d)0?9月(?:30[日号]|[底末]|月底)|九月[底末]|[1一](?:季度)?${UP_TO}第?[三3]个?季度|第?[三3]个?季度[底末]`,
      'u',
    ),
    3,
  ],
];
const ALONE = /第?([二三四2-4])个?季度/u;
const LIST = /(?:第?[一二三四1-4](?:个?季度)?[、和]){1,3}第?[一二三四1-4]个?季度/u;
const DIGIT: Readonly<Record<string, 1 | 2 | 3 | 4>> = { 一: 1, 二: 2, 三: 3, 四: 4, 1: 1, 2: 2, 3: 3, 4: 4 };
const IN_ALL = /累计|合计|达到|达/u;

/**
 * The quarters that the head of a clause names, one for each quantity behind it: 二季度, 上半年 (the second), 一季度、二季度分别 (two). None where it
 * names no end of a quarter, or not as many as there are quantities. `clause`: all of it, which may say 累计. Pure.
 */
export function quartersIn(head: string, clause: string, n: number): Pick<QuarterSaid, 'quarter' | 'inAll'>[] {
  const list = LIST.exec(head)?.[0];
  const inAll = IN_ALL.test(clause);
  if (list !== undefined) {
    const named = [...list.matchAll(/[一二三四1-4](?=个?季度|[、和]|$)/gu)].map(({ 0: digit }) => DIGIT[digit]!);
    return named.length === n ? named.map((quarter) => ({ quarter, inAll: inAll || quarter === 1 })) : [];
  }
  if (n !== 1) return [];
  // The latest first: 前三季度 holds the words of 三季度, and 一至三季度 those of 一.
  const end = ENDS.toReversed().find(([words]) => words.test(head));
  if (end) return [{ quarter: end[1], inAll: true }];
  const alone = ALONE.exec(head)?.[1];
  return alone === undefined ? [] : [{ quarter: DIGIT[alone]!, inAll }];
}

/** What a text says of the quarters of an indicator, held against the unit in which it says the year's. Pure. */
export const saidOf = (
  said: readonly QuarterSaid[],
  whole: { readonly in: Measure | null; readonly word?: string },
): SaidQuarter[] =>
  said.map(({ quarter, inAll, quantity, in: unit, word }) => {
    const own = unit === whole.in && (unit !== null || word === whole.word);
    return { quarter, inAll, quantity: own || unit !== null ? quantity : null, in: own ? null : unit };
  });

/**
 * What is said of the quarters of an indicator, as a division of it: in all by the end of each. Read as what is there in all, and as what comes
 * within each quarter; where just one of the two rises to the whole of the year, it is that. Null where nothing is said that could be read. Pure.
 */
export function divisionOf(
  said: readonly SaidQuarter[],
  whole: { readonly quantity: string | null; readonly in: Measure | null; readonly sense: 'least' | 'most' },
): Division | null {
  if (said.length === 0) return null;
  if (whole.in === null) return { quarters: null, why: 'unit' };
  if (whole.sense === 'most') return { quarters: null, why: 'falls' };
  if (whole.quantity === null) return { quarters: null, why: 'misfit' };
  const year = millionths(whole.quantity);
  const points: Point[] = [];
  for (const { quantity, in: unit, ...at } of said) {
    const size = quantity === null ? null : inMeasure(millionths(quantity), unit ?? whole.in, whole.in);
    if (size === null) return { quarters: null, why: 'misfit' };
    points.push({ ...at, size });
  }
  const inOrder = points.toSorted((a, b) => a.quarter - b.quarter || Number(b.inAll) - Number(a.inAll));
  const open = inOrder.some(({ inAll }) => !inAll);
  // A share is a level: it is what it is by then, and does not come bit by bit.
  const ways =
    open && whole.in !== '%' ? [risen(inOrder, year, true), risen(inOrder, year, false)] : [risen(inOrder, year, true)];
  const fit = ways.filter((way) => way !== 'misfit');
  const [only] = fit;
  if (only === undefined) return { quarters: null, why: 'misfit' };
  if (fit.length > 1 || only === 'unclear') return { quarters: null, why: 'unclear' };
  const at = (quarter: 1 | 2 | 3): string | null => {
    const size = only.get(quarter);
    return size === undefined ? null : decimalOf(size);
  };
  const quarters = [at(1), at(2), at(3)] as const;
  return quarters.every((one) => one === null) ? null : { quarters, why: 'read' };
}

type Point = Pick<QuarterSaid, 'quarter' | 'inAll'> & { readonly size: bigint };

/** How much is there in all by the end of each quarter, where what the words leave open is meant in all, or within its quarter alone. */
function risen(points: readonly Point[], year: bigint, inAll: boolean): Map<number, bigint> | 'misfit' | 'unclear' {
  const all = new Map<number, bigint>([[0, 0n]]);
  for (const point of points) {
    const { quarter, size } = point;
    const before = all.get(quarter - 1);
    const meant = point.inAll || inAll;
    if (!meant && before === undefined) return 'unclear';
    const now = meant ? size : before! + size;
    // 累计 that does not rise is none: 3家、3家、3家 come one after the other.
    if (!point.inAll && inAll && before === now) return 'misfit';
    if (all.has(quarter) && all.get(quarter) !== now) return 'misfit';
    all.set(quarter, now);
  }
  const sizes = [...all].toSorted(([a], [b]) => a - b).map(([, size]) => size);
  const rises = sizes.every((size, i) => size <= year && (i === 0 || size >= sizes[i - 1]!));
  return rises && (all.get(4) ?? year) === year ? all : 'misfit';
}
