import { creditCodeFault, creditCodeOf } from '../../../src/directory/enterprises/credit-code.rules.ts';
import type { Translate } from '../../i18n/language.tsx';

/**
 * An enterprise of the register, or one that it does not have, by its credit code. `typed`: what stands in the field and is neither; the rest
 * is empty then.
 */
export type ChosenEnterprise = {
  readonly id: string | null;
  readonly code: string;
  readonly name: string;
  readonly typed?: string;
};

/** What stands in the field, as it is typed: a whole code is taken at its last sign, without being chosen from the list. */
export function enterpriseTyped(text: string): ChosenEnterprise | null {
  if (!text.trim()) return null;
  const code = creditCodeOf(text);
  return creditCodeFault(code) === null
    ? { id: null, code, name: '' }
    : { id: null, code: '', name: '', typed: text.trim() };
}

/** Whether this is a credit code in which a sign is mistyped: it has the form of one, and its check digit does not fit. */
export const isMistyped = (typed: string): boolean => creditCodeFault(creditCodeOf(typed)) === 'check';

/** What is wrong with what stands in the field, and what would be right; undefined where an enterprise or nothing stands there. */
export function enterpriseFault(t: Translate, value: unknown): string | undefined {
  const { typed } = (value ?? {}) as Partial<ChosenEnterprise>;
  if (!typed) return undefined;
  return t(isMistyped(typed) ? 'web.register.enterprise.mistyped' : 'web.register.enterprise.neither', { typed });
}
