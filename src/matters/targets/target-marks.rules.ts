import { millionths } from '../../kernel/index.ts';
import type { Mark } from '../../mechanism/index.ts';
import type { MatterState } from '../life/state.rules.ts';
import { standingOf, wholePlan } from './curve.rules.ts';

/** What a matter counts as by what was measured on it. One target that nobody has measured leaves the whole unknown. */
export function targetMarks({ targets }: MatterState): readonly (readonly [boolean, Mark])[] {
  const known = targets.length > 0 && targets.every(({ readings }) => readings.length > 0);
  if (!known) return [];
  const lasts = targets.map((target) => ({ ...target, last: target.readings.at(-1)! }));
  const behind = lasts.some((target) => standingOf(wholePlan(target), target.quantity, target.last).short !== null);
  const reached = lasts.every(({ quantity, last }) => millionths(last.value) >= millionths(quantity));
  return [
    [true, 'measured'],
    [behind, 'behind'],
    [!behind, 'on-plan'],
    [reached, 'reached'],
  ];
}
