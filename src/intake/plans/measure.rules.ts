import { DECIMAL, MEASURES, type Measure } from '../../kernel/index.ts';
import type { ReadQuantity } from '../minutes/contract.ts';

const SAME: Readonly<Record<string, Measure>> = {
  千米: '公里',
  千克: '公斤',
  名: '人',
  个百分点: '%',
  百分点: '%',
  宗: '件',
};

/** A quantity in one of our units, in the size in which the text says it: 5.2万人 stays so. Null: no unit that we know. Pure. */
export function measureOf({ text, value, unit }: ReadQuantity): { value: string | null; unit: Measure | null } {
  const own = SAME[unit] ?? unit;
  for (const [size, by] of [
    ['亿', 1e8],
    ['万', 1e4],
  ] as const) {
    const larger = `${size}${own}`;
    if (text.includes(size) && isMeasure(larger)) return { value: decimal(value / by), unit: larger };
  }
  return { value: decimal(value), unit: isMeasure(own) ? own : null };
}

const isMeasure = (text: string): text is Measure => (MEASURES as readonly string[]).includes(text);

function decimal(n: number): string | null {
  const text = String(Number(n.toFixed(6)));
  return DECIMAL.test(text) ? text : null;
}
