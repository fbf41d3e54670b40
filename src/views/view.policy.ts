import { problem, type Problem } from '../kernel/index.ts';
import type { Caller } from '../platform/identity/contract.ts';
import type { Sharing } from './contract.ts';

/** Why this seat may not share a view so; null where it may. Row-level security says the same of the rows. */
export function whyNotShare(caller: Pick<Caller, 'role' | 'unit'>, shared: Sharing): Problem | null {
  if (shared === 'unit' && caller.unit === null)
    return problem('view.no-unit', {}, { status: 403, pointer: '/shared' });
  if (shared === 'city' && caller.role !== 'supervisor' && caller.role !== 'administrator')
    return problem('view.city-is-the-offices', {}, { status: 403, pointer: '/shared' });
  return null;
}
