import { MEASURES, type Measure } from '../../src/kernel/contract.ts';
import { DECIMAL, decimalOf, isCounted, millionths } from '../../src/kernel/quantity.rules.ts';
import type { Language, Translate } from '../i18n/language.tsx';

const TIMES = { 万: 10_000n, 亿: 100_000_000n } as const;
const BILLION = 1_000_000_000n;
const MILLION = 1_000_000n;

/**
 * A quantity with its unit, as one writes it: 861.47 亩, 861.47 mu; 1 firm and 60 firms; 46.65 亿元 in English as 4.665 billion yuan, as
 * nobody counts in ten thousands there.
 */
export function measureText(t: Translate, language: Language, value: string, unit: Measure): string {
  const times = TIMES[unit[0] as keyof typeof TIMES];
  const base = unit.slice(1) as Measure;
  if (language === 'zh' || !times || !MEASURES.includes(base) || !DECIMAL.test(value)) return said(t, value, unit);
  const n = millionths(value) * times;
  const [size, name] =
    n >= millionths(String(BILLION))
      ? [BILLION, 'billion']
      : n >= millionths(String(MILLION))
        ? [MILLION, 'million']
        : [1n, null];
  // Exact, as it was promised: what does not end within six digits is said in ones.
  const round = name !== null && n % size === 0n;
  const number = round ? t(`measure.${name}`, { n: decimalOf(n / size) }) : grouped(decimalOf(n));
  return said(t, number, base);
}

const said = (t: Translate, n: string, unit: Measure): string =>
  isCounted(unit) || unit === '天' ? t(`measure.said.${unit}`, { n }) : `${n} ${t(`measure.${unit}`)}`;

/** 52000 as 52,000. */
const grouped = (decimal: string): string => {
  const [whole, part] = decimal.split('.');
  return [whole!.replaceAll(/\B(?=(?:\d{3})+$)/gu, ','), part].filter(Boolean).join('.');
};
