import type { UnitState } from './state-parts.rules.ts';

/** Stances of a unit that still owes something. Unawaited too: where the whole is open again, its part is with it. */
export const OWING: ReadonlySet<UnitState['stance']> = new Set(['assigned', 'accepted', 'unawaited', 'returned']);
