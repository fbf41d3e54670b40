import type { LedgerQuery } from './list.contract.ts';

/**
 * Whether a list that names no phase holds what is struck off too: a round is all that its meeting assigned, and who looks
 * for a word or a person looks everywhere.
 */
export const ofAnyPhase = ({ q, person, round }: Pick<LedgerQuery, 'q' | 'person' | 'round'>): boolean =>
  Boolean(q ?? person ?? round);
