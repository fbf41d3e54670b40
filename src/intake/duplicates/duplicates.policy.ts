import { refuse } from '../../kernel/index.ts';
import { ruleFor, type Mechanism } from '../../mechanism/index.ts';
import type { Caller } from '../../platform/identity/contract.ts';
import { mayReadDuplicates } from './access.rules.ts';

/** Refuses whoever does not read every matter (`duplicates.not-yours`, 403). */
export function mayAsk({ role }: Caller): void {
  if (!mayReadDuplicates(role)) refuse('duplicates.not-yours', {}, { status: 403 });
}

/** Whether this seat tells matters of a mechanism apart: whoever its file lets join them. */
export const mayTellApart = (mechanism: Mechanism, { role }: Pick<Caller, 'role'>): boolean =>
  (ruleFor(mechanism, 'join')?.by ?? []).some((actor) => actor === role);
