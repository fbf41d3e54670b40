import type { Mark } from '../../mechanism/index.ts';
import type { MatterState } from '../life/state.rules.ts';
import { isReached, standingOf } from './curve.rules.ts';

/** What a matter counts as by what was measured on it. One target that nobody has measured leaves the whole unknown. */
export function targetMarks({ targets }: MatterState): readonly (readonly [boolean, Mark])[] {
  const known = targets.length > 0 && targets.every(({ readings }) => readings.length > 0);
  if (!known) return [];
  const lasts = targets.map((target) => ({ ...target, last: target.readings.at(-1)! }));
  const behind = lasts.some((target) => standingOf(target, target.last).short !== null);
  const reached = lasts.every((target) => isReached(target, target.last));
  return [
    [true, 'measured'],
    [behind, 'behind'],
    [!behind, 'on-plan'],
    [reached, 'reached'],
  ];
}
