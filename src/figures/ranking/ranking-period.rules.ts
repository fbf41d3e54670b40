import { addDays, endOfDay, type Day } from '../../kernel/index.ts';
import type { RankingRule } from '../../mechanism/index.ts';
import { spanBefore, spanOf, type Span } from '../counts/period.rules.ts';
import type { RankedGroup } from './ranking.rules.ts';

type When = Pick<RankingRule, 'every' | 'over'>;

/** Over which days the ranking of a period counts: its own, or from the beginning of its year. */
export const countedOver = ({ over }: When, period: Span): Span =>
  over === 'year' ? { ...period, from: `${period.to.slice(0, 4)}-01-01` } : period;

/** The period of which the ranking counts over these very days; null where they are of no period. */
export function periodOf(when: When, days: Span): Span | null {
  const period = spanOf(when.every, days.to);
  const counted = countedOver(when, period);
  return counted.from === days.from && counted.to === days.to ? period : null;
}

/** The days of the rankings before and after these, for whoever leafs through them; null after today’s. */
export function besides(when: When, { to }: Span, today: Day): { before: Span; after: Span | null } {
  const period = spanOf(when.every, to);
  return {
    before: countedOver(when, spanBefore(when.every, period.from)),
    after: period.to >= today ? null : countedOver(when, spanOf(when.every, addDays(period.to, 1))),
  };
}

/** The periods from the one in which a day lies back to the one of another, the newest first, and no more than so many. */
export function periodsBack({ every }: When, last: Day, first: Day, most: number): Span[] {
  const found: Span[] = [];
  for (let one = spanOf(every, last); found.length < most && one.to >= first; one = spanBefore(every, one.from))
    found.push(one);
  return found;
}

/** Whether anybody stands before or behind another. */
export const hasPlaces = (groups: readonly RankedGroup[]): boolean => groups.some(({ ranked }) => ranked.length > 1);

/** The last moment of a period, as of which its ranking counts: whoever holds it later counts the same. */
export const endOf = ({ to }: Span): Date => new Date(endOfDay(to).getTime() - 1);
