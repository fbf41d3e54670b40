import { millionths } from '../../kernel/contract.ts';

/** What a reading is held against: what was promised, from where (null or left out: counted up from nothing), and what was read, by its days. */
type Held = {
  readonly quantity: string;
  readonly start?: string | null;
  readonly readings: readonly { readonly on: string; readonly value: string }[];
};
/** Why nobody would expect it: less than before, more than after, worse than where it began, more than promised; with what was read around it. */
type OddReading<R> = {
  readonly why: 'back' | 'above-later' | 'behind-start' | 'over';
  readonly before: R | undefined;
  readonly later: R | undefined;
};

/**
 * Whether a reading of a day, in millionths of the target's unit, is not what anybody would expect, and wants a reason; null where it is. One
 * that comes late, from a phone that had no line, takes its place among the days: it is held against what was read on either side. Pure.
 */
export function oddReading<H extends Held>(
  held: H,
  { on, value }: { readonly on: string; readonly value: bigint },
): OddReading<H['readings'][number]> | null {
  const before = held.readings.findLast((one) => one.on <= on);
  const later = held.readings.find((one) => one.on > on);
  const odd = (why: OddReading<never>['why']) => ({ why, before, later });
  // A level goes up and down; what is counted up does not. Of a level only what is worse than where it began is not what anybody would expect.
  if (held.start !== undefined && held.start !== null) {
    const [from, to] = [millionths(held.start), millionths(held.quantity)];
    return (to > from ? value < from : value > from) ? odd('behind-start') : null;
  }
  if (before !== undefined && value < millionths(before.value)) return odd('back');
  if (later !== undefined && value > millionths(later.value)) return odd('above-later');
  return value > millionths(held.quantity) ? odd('over') : null;
}
