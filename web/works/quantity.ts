import { DECIMAL } from '../../src/kernel/quantity.rules.ts';
import type { Translate } from '../i18n/language.tsx';

/** A quantity as it goes out: with figures of the narrow kind, and a nought before the point and none before another figure. */
export const quantityIn = (typed: string): string =>
  typed
    .normalize('NFKC')
    .trim()
    .replace(/^0+(?=\d)/u, '')
    .replace(/^\./u, '0.')
    .replace(/\.$/u, '');

/**
 * Why what was typed is no quantity, and what would be; undefined where it is one, or nothing. Said before it is kept, as a reading
 * without a line is refused hours later. `above`: it has to be more than nothing.
 */
export function quantityFault(t: Translate, typed: unknown, { above = false } = {}): string | undefined {
  if (typeof typed !== 'string' || !typed.trim()) return undefined;
  const text = quantityIn(typed);
  if (DECIMAL.test(text)) return above && Number(text) === 0 ? t('web.quantity.nothing') : undefined;
  const why = /^[-−–—负]/u.test(text)
    ? 'negative'
    : /^\d+\.\d{7,}$/u.test(text)
      ? 'parts'
      : /^\d{13,}(?:\.\d*)?$/u.test(text)
        ? 'large'
        : 'unread';
  return t(`web.quantity.${why}`, { typed: typed.trim() });
}
