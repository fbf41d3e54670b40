/** How long a one-time code may be used, and how often it may be mistyped. */
export const CODE_MINUTES = 10;
export const CODE_TRIES = 5;

/** Codes asked for lately: when, for one contact and from one address; newest first. */
export type Asked = { readonly contact: readonly Date[]; readonly address: readonly Date[] };

type Limit = { readonly of: keyof Asked; readonly most: number; readonly seconds: number };
/** A contact is not to be flooded; behind one address sits a whole industrial park. */
const LIMITS: readonly Limit[] = [
  { of: 'contact', most: 1, seconds: 60 },
  { of: 'contact', most: 5, seconds: 60 * 60 },
  { of: 'contact', most: 10, seconds: 24 * 60 * 60 },
  { of: 'address', most: 30, seconds: 60 * 60 },
];
/** What is older than this bears on nothing. */
export const LIMITS_LOOK_BACK_S = 24 * 60 * 60;

/** Seconds until another code may be asked for; 0 when it may be now. */
export function secondsToNextCode(asked: Asked, now: Date): number {
  const waits = LIMITS.map(({ of, most, seconds }) => {
    const nth = asked[of][most - 1];
    return nth ? Math.ceil(seconds - (now.getTime() - nth.getTime()) / 1000) : 0;
  });
  return Math.max(0, ...waits);
}
