/** Failed sign-ins of the last day, for one login or one address. */
export type Failures = { readonly count: number; readonly last: Date | null };

/** Failures that cost nothing: a login may be mistyped; behind one address sits a whole office. */
const FREE = { login: 5, address: 30 } as const;
const FIRST_WAIT_S = 30;
const LONGEST_WAIT_S = 15 * 60;

/**
 * Seconds until the next attempt may be made; 0 when it may be made now. After the free failures the wait is 30 seconds
 * and doubles with each further failure, up to a quarter of an hour (NIST SP 800-63B 3.2.2 asks for a limit, and allows an
 * increasing wait).
 */
export function secondsToWait(of: 'login' | 'address', { count, last }: Failures, now: Date): number {
  if (count < FREE[of] || last === null) return 0;
  const wait = Math.min(FIRST_WAIT_S * 2 ** (count - FREE[of]), LONGEST_WAIT_S);
  return Math.max(0, Math.ceil(wait - (now.getTime() - last.getTime()) / 1000));
}
