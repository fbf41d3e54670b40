import type { Role } from '../../platform/identity/contract.ts';

/** Whether a seat may read who was shown what is personal. Row-level security says the same of the rows. */
export const mayReadShown = (role: Role): boolean => role === 'administrator' || role === 'supervisor';
