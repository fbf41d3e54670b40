import type { Measure } from '../../src/kernel/contract.ts';
import { useLanguage } from '../i18n/language.tsx';
import { measureText } from './measureText.ts';

/** A quantity with its unit, as one writes it in the language of the page. */
export function useMeasureText(): (value: string, unit: Measure) => string {
  const { t, language } = useLanguage();
  return (value, unit) => measureText(t, language, value, unit);
}
