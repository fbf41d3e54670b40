/** From so many times the target on, a reading is more likely a slip of the finger or of the unit than a fact. */
const FAR_TIMES = 10n;

/**
 * Whether a reading is so far above what was promised, or of a level what it began with, that whoever takes it is asked once more. What
 * is nought can be passed by any number, and is not asked about. All in millionths of one unit.
 */
export function isFarOver(value: bigint, quantity: bigint, start: bigint): boolean {
  const most = quantity > start ? quantity : start;
  return most > 0n && value > most * FAR_TIMES;
}
