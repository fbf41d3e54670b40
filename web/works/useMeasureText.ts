import type { Measure } from '../../src/kernel/contract.ts';
import { useT } from '../i18n/language.tsx';

/** A quantity with its unit, as one writes it: 861.47 亩, 861.47 mu. */
export function useMeasureText(): (value: string, unit: Measure) => string {
  const t = useT();
  return (value, unit) => `${value} ${t(`measure.${unit}`)}`;
}
