import type { Role } from '../platform/identity/contract.ts';

/** Who reads drafts: what a mayor said in a meeting is the supervision office's until it is assigned. */
export const mayReadDrafts = (role: Role): boolean => role === 'supervisor' || role === 'mayor';

/** Who reads minutes in, corrects and assigns them. */
export const mayWriteDrafts = (role: Role): boolean => role === 'supervisor';
