import type { Role } from '../platform/identity/contract.ts';

/** Whether a seat may read the register of debarments; administrators of the program may not. */
export const mayReadDebarments = (role: Role): boolean => role === 'supervisor' || role === 'mayor';
