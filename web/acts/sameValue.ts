import type { Typed } from './useDraft.ts';

/** Whether a field says what it said: of what was found wrong with it nothing holds once it says something else. */
export const sameValue = (before: Typed, now: Typed, name: string): boolean =>
  JSON.stringify(before[name]) === JSON.stringify(now[name]);
