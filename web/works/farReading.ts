import type { Measure } from '../../src/kernel/contract.ts';
import { DECIMAL, inMeasure, millionths } from '../../src/kernel/quantity.rules.ts';
import { isFarOver } from '../../src/matters/targets/far-over.rules.ts';
import type { TargetsView } from '../../src/matters/targets/target.contract.ts';
import type { Typed } from '../acts/useDraft.ts';
import type { Language, Translate } from '../i18n/language.tsx';
import { measureText } from './measureText.ts';
import { quantityIn } from './quantity.ts';

/** What is said of a reading far above its target, with both numbers; null of any other. It is asked before it is kept, as a wrong one stays in the ledger. */
export function farReading(t: Translate, language: Language, targets: TargetsView | null, typed: Typed): string | null {
  const row = targets?.rows.find(({ target }) => target === typed['target']);
  const value = typeof typed['value'] === 'string' ? quantityIn(typed['value']) : '';
  if (!row || !DECIMAL.test(value)) return null;
  const known = targets?.known.find(({ target }) => target === row.target);
  const unit = (typeof typed['in'] === 'string' && typed['in'] ? typed['in'] : (known?.in ?? row.in)) as Measure;
  const exact = inMeasure(millionths(value), unit, row.in);
  if (exact === null || !isFarOver(exact, millionths(row.quantity), millionths(row.start ?? '0'))) return null;
  return t('works.far', {
    value: measureText(t, language, value, unit),
    quantity: measureText(t, language, row.quantity, row.in),
  });
}
