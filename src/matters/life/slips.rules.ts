import type { SlipState } from './state-parts.rules.ts';

/** Whether a slip still asks its unit for a word: it has said nothing since, and is not let go. Pure. */
export const waits = ({ answered, ended }: Pick<SlipState, 'answered' | 'ended'>): boolean =>
  answered === null && ended === undefined;
