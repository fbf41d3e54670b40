/**
 * Quantities as a city writes them: `861.47` 亩, `18.85` 公里. Kept as decimal texts and reckoned with in whole millionths, never in
 * floating point: parts of a target must add up to the very number that was promised.
 */

/** What a unit measures, and how many parts of the smallest unit of that kind it is. An area's parts are thirds of a square metre: 1 亩 is 2000/3 m² (国务院 1984 年《关于在我国统一实行法定计量单位的命令》 keeps 市亩 beside 公顷, 15 to one). */
const UNITS = {
  平方米: ['area', 3n],
  万平方米: ['area', 30_000n],
  亩: ['area', 2000n],
  万亩: ['area', 20_000_000n],
  公顷: ['area', 30_000n],
  平方公里: ['area', 3_000_000n],
  米: ['length', 1n],
  公里: ['length', 1000n],
  立方米: ['volume', 1n],
  万立方米: ['volume', 10_000n],
  公斤: ['mass', 1n],
  吨: ['mass', 1000n],
  万吨: ['mass', 10_000_000n],
  万斤: ['mass', 5000n],
  亿斤: ['mass', 50_000_000n],
  元: ['money', 1n],
  万元: ['money', 10_000n],
  亿元: ['money', 100_000_000n],
  千瓦: ['power', 1n],
  兆瓦: ['power', 1000n],
  万千瓦: ['power', 10_000n],
  株: ['plants', 1n],
  万株: ['plants', 10_000n],
  个: ['pieces', 1n],
  处: ['sites', 1n],
  座: ['buildings', 1n],
  台: ['machines', 1n],
  项: ['items', 1n],
  家: ['firms', 1n],
  户: ['households', 1n],
  万户: ['households', 10_000n],
  人: ['people', 1n],
  万人: ['people', 10_000n],
  人次: ['visits', 1n],
  万人次: ['visits', 10_000n],
  件: ['cases', 1n],
  次: ['times', 1n],
  场: ['events', 1n],
  所: ['houses', 1n],
  张: ['beds', 1n],
  条: ['lines', 1n],
  套: ['sets', 1n],
  万套: ['sets', 10_000n],
  辆: ['vehicles', 1n],
  支: ['teams', 1n],
  门: ['courses', 1n],
  间: ['rooms', 1n],
  栋: ['blocks', 1n],
  头: ['livestock', 1n],
  万头: ['livestock', 10_000n],
  只: ['animals', 1n],
  万只: ['animals', 10_000n],
  份: ['copies', 1n],
  万份: ['copies', 10_000n],
  册: ['volumes', 1n],
  万册: ['volumes', 10_000n],
  天: ['days', 1n],
  '%': ['share', 1n],
  '微克/立方米': ['concentration', 1n],
} as const satisfies Readonly<Record<string, readonly [kind: string, parts: bigint]>>;

/** A unit in which something is measured. */
export type Measure = keyof typeof UNITS;
export const MEASURES = Object.keys(UNITS) as [Measure, ...Measure[]];

/** Units of what is counted one by one, so that there is no part of it; what is said in ten thousands has parts, and so has a day. */
const COUNTED: ReadonlySet<Measure> = new Set<Measure>([
  '株',
  '个',
  '处',
  '座',
  '台',
  '项',
  '家',
  '户',
  '人',
  '件',
  '人次',
  '次',
  '场',
  '所',
  '张',
  '条',
  '套',
  '辆',
  '支',
  '门',
  '间',
  '栋',
  '头',
  '只',
  '份',
  '册',
]);
const COUNTED_KINDS: ReadonlySet<string> = new Set([...COUNTED].map((unit) => UNITS[unit][0]));
/** Whether a unit is counted in whole pieces, as enterprises are, and is never a fraction. */
export const isCounted = (unit: Measure): boolean => COUNTED.has(unit);

/** Up to twelve digits, and six behind the point. */
export const DECIMAL = /^(?:0|[1-9]\d{0,11})(?:\.\d{1,6})?$/u;

const PLACES = 6;
const WHOLE = 10n ** BigInt(PLACES);

/** A decimal text in millionths. Throws for a text that is none ({@link DECIMAL}). */
export function millionths(text: string): bigint {
  if (!DECIMAL.test(text)) throw new Error(`${text} is no quantity`);
  const [whole, part = ''] = text.split('.');
  return BigInt(whole!) * WHOLE + BigInt(part.padEnd(PLACES, '0'));
}

/** Millionths as the shortest decimal text: `12.4`, and `-0.5` below nothing. */
export function decimalOf(n: bigint): string {
  const size = n < 0n ? -n : n;
  const part = String(size % WHOLE)
    .padStart(PLACES, '0')
    .replace(/0+$/u, '');
  return `${n < 0n ? '-' : ''}${size / WHOLE}${part ? `.${part}` : ''}`;
}

/** Whether it is so many whole things; a mean of things that are counted (7.2 张 for a thousand people) is not. */
export const isWhole = (n: bigint): boolean => n % WHOLE === 0n;

/** Whether so much of it can be counted: of what is counted one by one there is no half, nor a tenth in so many ten thousands. */
export function isCountable(n: bigint, unit: Measure): boolean {
  const [kind, parts] = UNITS[unit];
  return !COUNTED_KINDS.has(kind) || isWhole(n * parts);
}

/** The next whole number not below, of no less than nothing. */
export const wholeUp = (n: bigint): bigint => ((n + WHOLE - 1n) / WHOLE) * WHOLE;
/** The next whole number not above, of no less than nothing. */
export const wholeDown = (n: bigint): bigint => (n / WHOLE) * WHOLE;

/** A quantity in another unit; null where that measures something else, or where it cannot be said there exactly (1 亩 in 平方米). */
export function inMeasure(n: bigint, from: Measure, to: Measure): bigint | null {
  const [kind, parts] = UNITS[from];
  const [other, its] = UNITS[to];
  return kind === other && (n * parts) % its === 0n ? (n * parts) / its : null;
}

/** The units in which the same thing may be given. */
export const measuresLike = (unit: Measure): Measure[] => MEASURES.filter((one) => UNITS[one][0] === UNITS[unit][0]);

/** How much of a whole a part is, in percent with one digit, rounded down: what is not all of it is never called all of it. */
export const percentOf = (part: bigint, whole: bigint): string =>
  whole === 0n ? '0' : decimalOf(((part * 1000n) / whole) * (WHOLE / 10n));
