import { decimalOf, millionths, type Day } from '../../kernel/index.ts';
import type { TargetState } from '../life/state-parts.rules.ts';
import { plannedOn, wholePlan } from '../targets/curve.rules.ts';
import { counts, ONE, plannedShare, shareOf, type Attained } from './attain.rules.ts';

/**
 * What the parts of a target promise together, how much of that was read, and how much of it nobody has read. `on`: the day of the oldest
 * reading among those that are new enough, which is the day that all of them tell of; null where there is none.
 */
export type PartSum = {
  readonly promised: string;
  readonly read: string;
  readonly unread: string;
  readonly on: Day | null;
};

/** A part of a target, and the day before which its last reading is too old; null where none is. */
export type Part = { readonly target: TargetState; readonly missed: Day | null };

/**
 * The parts of a target that several units promise, added up: null where they are no parts of it — a level, a limit, or something else
 * than it is measured in. What no part promises is unknown too, as nobody reads it.
 */
export function sumParts(whole: TargetState, parts: readonly Part[]): PartSum | null {
  if (!parts.length || !counts(whole)) return null;
  if (!parts.every(({ target }) => counts(target) && target.in === whole.in)) return null;
  let [promised, read, unread] = [0n, 0n, 0n];
  const days: Day[] = [];
  for (const { target, missed } of parts) {
    const last = target.readings.at(-1);
    const quantity = millionths(target.quantity);
    promised += quantity;
    const is = last ? millionths(last.value) : 0n;
    read += is;
    if (!last || (missed !== null && last.on < missed)) unread += quantity > is ? quantity - is : 0n;
    else days.push(last.on);
  }
  return {
    promised: decimalOf(promised),
    read: decimalOf(read),
    unread: decimalOf(unread),
    on: days.toSorted()[0] ?? null,
  };
}

/** How far a target has come by what its parts add up to, on the day that they tell of, or else by this day. */
export function attainOfParts(whole: TargetState, { promised, read, unread, on }: PartSum, today: Day): Attained {
  const day = on ?? today;
  const quantity = millionths(whole.quantity);
  const gap = quantity - millionths(promised);
  const open = millionths(unread) + (gap > 0n ? gap : 0n);
  const [low, high] = [millionths(read), millionths(read) + open];
  const planned = plannedOn(wholePlan(whole), day);
  return {
    low: shareOf(whole, low, day),
    high: shareOf(whole, high, day),
    planned: plannedShare(whole, day),
    unknown: ((open < quantity ? open : quantity) * ONE) / quantity,
    behind: low >= planned ? false : high < planned || null,
  };
}
