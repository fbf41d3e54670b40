import type { Role } from '../../platform/identity/contract.ts';

/** Who registers matters from a table: whoever may register them one by one. */
export const mayImport = (role: Role): boolean => role === 'supervisor';
