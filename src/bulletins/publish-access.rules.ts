import type { Role } from '../platform/identity/contract.ts';

/** Who publishes bulletins. Everybody in the city reads them. */
export const mayPublish = (role: Role): boolean => role === 'supervisor';
