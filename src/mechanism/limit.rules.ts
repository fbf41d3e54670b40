import type { Limit } from '../kernel/index.ts';
import type { ClockRule } from './contract.ts';

/** Ten years: whoever writes more has written something else than was meant. */
export const MOST = { workdays: 2500, days: 3650 } as const;

/** Whether a limit gives any time, and no more than a matter can be waited for. */
export const isSensible = (limit: Limit): boolean =>
  limit.kind === 'due' || (limit.n >= 1 && limit.n <= MOST[limit.kind]);

/**
 * Whether a clock is of the matter's own time. Those that start with a leader's word, or with raising it, run beside that: by them
 * the matter is neither late nor in time.
 */
export const isOwnTime = ({ scope, from }: Pick<ClockRule, 'scope' | 'from'>): boolean =>
  scope !== 'raised' && from.some((kind) => kind !== 'instruct');

/** The limit that a clock has for a category, told by its way from the top down; the nearest that is named counts. */
export const limitFor = ({ limit, limits = {} }: Pick<ClockRule, 'limit' | 'limits'>, way: readonly string[]): string =>
  limits[way.findLast((code) => Object.hasOwn(limits, code)) ?? ''] ?? limit;

/** Reads `2 workdays`, `30 days` or `due`. The text has passed the schema, so anything else is a fault of ours: throws. */
export function limitOf(text: string): Limit {
  if (text === 'due') return { kind: 'due' };
  const match = /^(-?\d+) (work)?days?$/u.exec(text);
  if (!match) throw new Error(`not a limit: ${text}`);
  return { kind: match[2] ? 'workdays' : 'days', n: Number(match[1]) };
}
