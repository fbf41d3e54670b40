import type { Role } from '../../platform/identity/contract.ts';

/** Whether a seat may read the delivery log and have messages sent again. Row-level security says the same of the rows. */
export const mayReadDeliveries = (role: Role): boolean => role === 'administrator';
