import { findUnitMatcher } from '../../directory/index.ts';
import { dayOf, isCountable, millionths, refuse, type Uuid } from '../../kernel/index.ts';
import { calendarOf } from '../../matters/index.ts';
import type { Caller } from '../../platform/identity/contract.ts';
import type { Tx } from '../../platform/postgres/index.ts';
import { mayWriteDrafts } from '../draft-access.rules.ts';
import { TEXT_LIMIT } from '../limits.rules.ts';
import type { ReadIndicator } from './indicator.rules.ts';
import type { PlanRead } from './plan.contract.ts';
import { readPlan } from './plan.rules.ts';

/** More matters than this are no plan that somebody looks over. */
const MOST_ITEMS = 600;

const isPart = ({ quantity, in: unit }: ReadIndicator): boolean =>
  quantity !== null && unit !== null && !isCountable(millionths(quantity), unit);

/**
 * Reads a plan's document into a tree to be looked over; nothing is kept of it. Throws `plans.only-office` (403), `plans.text-too-long` and
 * `plans.too-many-items` (413), `plans.nothing-read`.
 */
export async function planFrom(tx: Tx, caller: Caller, text: string, now: Date): Promise<PlanRead> {
  if (!mayWriteDrafts(caller.role)) return refuse('plans.only-office', {}, { status: 403 });
  if (text.length > TEXT_LIMIT) return refuse('plans.text-too-long', { limit: TEXT_LIMIT }, { status: 413 });
  const calendar = await calendarOf(tx, caller.city, now);
  const { items, ...rest } = readPlan(text, { date: dayOf(now), calendar });
  if (!items.some(({ indicator }) => indicator)) return refuse('plans.nothing-read');
  if (items.length > MOST_ITEMS) return refuse('plans.too-many-items', { limit: MOST_ITEMS }, { status: 413 });
  const match = await findUnitMatcher(tx, caller.city);
  const known = (names: readonly string[]): Uuid[] => [
    ...new Set(
      names.flatMap((name) => {
        const found = match(name.slice(0, 200));
        return found.kind === 'exact' ? [found.unit] : [];
      }),
    ),
  ];
  return {
    ...rest,
    items: items.map(({ depth, text: words, rest: more, indicator, ...named }) => {
      const [lead = null, ...others] = known(named.lead);
      return {
        depth,
        indicator: indicator !== null,
        text: words,
        rest: more,
        quantity: indicator?.quantity ?? null,
        in: indicator?.in ?? null,
        sense: indicator?.sense ?? 'least',
        lead,
        co: known(named.co)
          .concat(others)
          .filter((unit) => unit !== lead),
        unsure: [
          ...(indicator && lead === null ? (['unit'] as const) : []),
          ...(indicator && indicator.in === null ? (['measure'] as const) : []),
          ...(indicator && isPart(indicator) ? (['part'] as const) : []),
          ...(indicator?.about ? (['about'] as const) : []),
        ],
      };
    }),
  };
}
