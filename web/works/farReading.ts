import type { Measure } from '../../src/kernel/contract.ts';
import { DECIMAL, inMeasure, millionths } from '../../src/kernel/quantity.rules.ts';
import { isFarOver } from '../../src/matters/targets/far-over.rules.ts';
import { oddReading } from '../../src/matters/targets/odd-reading.rules.ts';
import type { TargetsView, TargetView } from '../../src/matters/targets/target.contract.ts';
import type { Typed } from '../acts/useDraft.ts';
import type { Language, Translate } from '../i18n/language.tsx';
import { measureText } from './measureText.ts';
import { quantityIn } from './quantity.ts';

/** What is said of a reading far above its target, with both numbers; null of any other. It is asked before it is kept, as a wrong one stays in the ledger. */
export function farReading(t: Translate, language: Language, targets: TargetsView | null, typed: Typed): string | null {
  const read = readingOf(targets, typed);
  if (!read) return null;
  const { row, value, unit, exact } = read;
  if (!isFarOver(exact, millionths(row.quantity), millionths(row.start ?? '0'))) return null;
  return t('works.far', {
    value: measureText(t, language, value, unit),
    quantity: measureText(t, language, row.quantity, row.in),
  });
}

/**
 * Why a reading wants a reason, as the server will want it: told as it is typed, with what it is held against; null where it wants none. Without a
 * line nobody would hear of it before the evening.
 */
export function unexplained(
  t: Translate,
  language: Language,
  targets: TargetsView | null,
  typed: Typed,
): string | null {
  const read = readingOf(targets, typed);
  const on = typed['on'];
  if (!read || typeof on !== 'string' || !on) return null;
  const { row, value, unit, exact } = read;
  const odd = oddReading(row, { on, value: exact });
  if (!odd) return null;
  const said = (n: string | null | undefined) => measureText(t, language, n ?? '0', row.in);
  return t(`works.why.${odd.why}`, {
    value: measureText(t, language, value, unit),
    before: said(odd.before?.value),
    later: said(odd.later?.value),
    day: odd.later?.on ?? on,
    quantity: said(row.quantity),
    start: said(row.start),
  });
}

type Read = { readonly row: TargetView; readonly value: string; readonly unit: Measure; readonly exact: bigint };

/** What was typed as a reading, exact in its target's unit; null while it is none. */
function readingOf(targets: TargetsView | null, typed: Typed): Read | null {
  const row = targets?.rows.find(({ target }) => target === typed['target']);
  const value = typeof typed['value'] === 'string' ? quantityIn(typed['value']) : '';
  if (!row || !DECIMAL.test(value)) return null;
  const known = targets?.known.find(({ target }) => target === row.target);
  const unit = (typeof typed['in'] === 'string' && typed['in'] ? typed['in'] : (known?.in ?? row.in)) as Measure;
  const exact = inMeasure(millionths(value), unit, row.in);
  return exact === null ? null : { row, value, unit, exact };
}
