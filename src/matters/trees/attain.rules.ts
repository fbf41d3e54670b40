import { dayNumber, millionths, type Day } from '../../kernel/index.ts';
import type { TargetState } from '../life/state-parts.rules.ts';
import { plannedOn, standingOf, wholePlan } from '../targets/curve.rules.ts';

/** The whole of something, in the parts that shares are reckoned in. */
export const ONE = 1_000_000_000n;

/**
 * How far something has come, as a share of the whole: at least `low`, at most `high`; they are the same where it is known. `planned`: how
 * far it should have come. `unknown`: which share of it nobody has read; `behind`: whether it falls short of its plan, null where that
 * is not known.
 */
export type Attained = {
  readonly low: bigint;
  readonly high: bigint;
  readonly planned: bigint;
  readonly unknown: bigint;
  readonly behind: boolean | null;
};

/** How far a target has come by a day, from its last reading; one that is older than `missed` tells no more how things are. */
export function attainOf(target: TargetState, day: Day, missed: Day | null): Attained {
  const last = target.readings.at(-1);
  const fresh = last !== undefined && (missed === null || last.on >= missed);
  if (fresh) {
    const behind = standingOf(target, last).short !== null;
    const done = shareOf(target, millionths(last.value), last.on);
    return { low: done, high: done, planned: plannedShare(target, last.on), unknown: 0n, behind };
  }
  // What is counted up does not become less; a level may be anything by now.
  const low = last && counts(target) ? shareOf(target, millionths(last.value), last.on) : 0n;
  return { low, high: ONE, planned: plannedShare(target, day), unknown: ONE, behind: null };
}

/** It is counted up from nothing, so that parts of it add up. */
export const counts = ({ start, sense }: Pick<TargetState, 'start' | 'sense'>): boolean =>
  start === undefined && sense !== 'most';

/** How far a target should have come by a day. */
export const plannedShare = (target: TargetState, day: Day): bigint =>
  isLimit(target) ? elapsed(target, day) : shareOf(target, plannedOn(wholePlan(target), day), day);

/**
 * How far so much of it is: of what is reached, the way gone; of a limit that is not to be passed, the time through which it was held, and
 * nothing once it was not.
 */
export function shareOf(target: TargetState, is: bigint, on: Day): bigint {
  const [to, from] = [millionths(target.quantity), millionths(target.start ?? '0')];
  if (isLimit(target)) return is <= plannedOn(wholePlan(target), on) ? elapsed(target, on) : 0n;
  return within(((is - from) * ONE) / (to - from));
}

/** It is not to be passed, and nothing has to be gone for it. */
const isLimit = ({ sense, start = '0', quantity }: TargetState): boolean =>
  sense === 'most' && millionths(start) <= millionths(quantity);

function elapsed({ from, by }: TargetState, day: Day): bigint {
  const [gone, whole] = [dayNumber(day) - dayNumber(from), dayNumber(by) - dayNumber(from)];
  return within((BigInt(gone) * ONE) / BigInt(whole));
}

const within = (share: bigint): bigint => (share < 0n ? 0n : share > ONE ? ONE : share);
