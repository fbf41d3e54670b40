import type { Limit, Period } from '../kernel/index.ts';
import type { ActKind, ClockRule, Mechanism } from './contract.ts';

/** Ten years: whoever writes more has written something else than was meant. */
const MOST = { workdays: 2500, days: 3650 } as const;

/** As many days as the period has: whoever means a later day means another period. */
const MOST_INTO: Readonly<Record<Period, number>> = { month: 31, quarter: 92 };

/** Whether a limit gives any time, and no more than a matter can be waited for. */
export const isSensible = (limit: Limit): boolean =>
  limit.kind === 'due' || (limit.n >= 1 && limit.n <= (limit.into ? MOST_INTO[limit.into] : MOST[limit.kind]));

/** The longest limits of its kind that may be written, in the words of a file. */
export function longestLike(limit: Limit): string {
  const into = limit.kind === 'due' ? undefined : limit.into;
  return into ? `${MOST_INTO[into]} days next ${into}` : `${MOST.workdays} workdays, ${MOST.days} days`;
}

/**
 * Whether a clock is of the matter's own time. Those that start with a leader's word, or with raising it, run beside that: by them
 * the matter is neither late nor in time.
 */
export const isOwnTime = ({ scope, from }: Pick<ClockRule, 'scope' | 'from'>): boolean =>
  scope !== 'raised' && from.some((kind) => kind !== 'instruct');

/** Acts by which the office decides against striking a matter off, or ends it otherwise. */
const INSTEAD: ReadonlySet<ActKind> = new Set(['return', 'reopen', 'exempt', 'fail', 'drop', 'refer']);

/**
 * Whether striking a matter off is what a clock waits for. `close` stands in the list of every clock, so that none outlives its matter; the
 * office’s own time to decide on an answer is kept by it, where nothing else but its contrary is waited for.
 */
export const waitsToClose = ({ scope, until }: Pick<ClockRule, 'scope' | 'until'>): boolean =>
  until.every((kind) => kind === 'close' || (scope === 'matter' && INSTEAD.has(kind)));

/** Whether a clock watches what was promised in an agreement: it is due on the day of the first of it that is still open. */
export const watchesPromises = ({ until }: Pick<ClockRule, 'until'>): boolean => until.includes('keep');

/**
 * Whether what parties promise each other may be kept until midnight of its last day (民法典 203): as the clock says that watches it, and
 * where none does, so.
 */
export const keptUntilMidnight = ({ clocks }: Pick<Mechanism, 'clocks'>): boolean =>
  Object.values(clocks).every((clock) => !watchesPromises(clock) || clock.wholeDay === true);

/** How many days a clock runs at least before what it is for is answered without a word; null where it says nothing of that. */
export const leastDays = ({ least }: Pick<ClockRule, 'least'>): number | null =>
  least === undefined ? null : Number.parseInt(least, 10);

/**
 * Acts of the office among itself: who is not content with an answer is called back and has it settled, but does not see who is drawn for
 * a sample, or that somebody proposes not to count what they said.
 */
const WITHIN: ReadonlySet<ActKind> = new Set(['instruct', 'draw', 'exclude']);

/** Whether a clock is of what somebody who raised a matter waits for, or may do: not of what the office owes itself. */
export const isForRaiser = (clock: Pick<ClockRule, 'scope' | 'from'>): boolean =>
  isOwnTime(clock) && clock.from.some((kind) => !WITHIN.has(kind));

/**
 * The limit that a clock has for a category, told by its way from the top down; the nearest that is named counts. Of what goes through the
 * green channel the channel's, unless the category's is as short.
 */
export function limitFor(
  { limit, limits = {}, green: fast }: Pick<ClockRule, 'limit' | 'limits' | 'green'>,
  way: readonly string[],
  green = false,
): string {
  const own = limits[way.findLast((code) => Object.hasOwn(limits, code)) ?? ''] ?? limit;
  return green && fast !== undefined && !isAsShort(limitOf(own), limitOf(fast)) ? fast : own;
}

const isAsShort = (own: Limit, fast: Limit): boolean =>
  own.kind !== 'due' && own.kind === fast.kind && own.into === fast.into && own.n <= fast.n;

/** Whether a mechanism has a green channel: whether any of its clocks is shorter there. */
export const hasGreen = ({ clocks }: Pick<Mechanism, 'clocks'>): boolean =>
  Object.values(clocks).some(({ green }) => green !== undefined);

/** Reads `2 workdays`, `30 days`, `5 workdays next month` or `due`. The text has passed the schema, so anything else is a fault of ours: throws. */
export function limitOf(text: string): Limit {
  if (text === 'due') return { kind: 'due' };
  const match = /^(-?\d+) (work)?days?(?: next (month|quarter))?$/u.exec(text);
  if (!match) throw new Error(`not a limit: ${text}`);
  const into = match[3] as Period | undefined;
  return { kind: match[2] ? 'workdays' : 'days', n: Number(match[1]), ...(into ? { into } : {}) };
}
