import { refuse } from '../kernel/index.ts';

/** How often one address may ask for something: so many at once, and one more each so many seconds. */
export type Rate = { readonly burst: number; readonly everySeconds: number };

type Bucket = { left: number; at: number };
/** So many addresses are remembered; then those that have all of their burst again are forgotten. */
const MOST = 50_000;

/**
 * Limits how often each address asks, in this process. It keeps one address from filling a city's desk; what must not be passed
 * however many processes there are is limited in the database.
 */
export function limiter({ burst, everySeconds }: Rate): (address: string, now: Date) => number {
  const buckets = new Map<string, Bucket>();
  // A clock that is set back takes nothing from anybody.
  const filled = ({ left, at }: Bucket, ms: number) =>
    Math.min(burst, left + Math.max(0, ms - at) / (everySeconds * 1000));
  return (address, now) => {
    const ms = now.getTime();
    if (buckets.size >= MOST) {
      for (const [key, bucket] of buckets) if (filled(bucket, ms) >= burst) buckets.delete(key);
      if (buckets.size >= MOST) buckets.clear();
    }
    const left = filled(buckets.get(address) ?? { left: burst, at: ms }, ms);
    if (left < 1) return Math.ceil((1 - left) * everySeconds);
    buckets.set(address, { left: left - 1, at: ms });
    return 0;
  };
}

/** Says to whoever asks faster than that when they may ask again. @throws 429. */
export function slowly(limit: ReturnType<typeof limiter>, who: string, now: Date): void {
  const seconds = limit(who, now);
  if (seconds > 0) refuse('counter.slowly', { seconds }, { status: 429 });
}
