import { findUnitMatcher } from '../../directory/index.ts';
import { dayOf, isCountable, millionths, refuse, type Uuid } from '../../kernel/index.ts';
import { calendarOf } from '../../matters/index.ts';
import type { Caller } from '../../platform/identity/contract.ts';
import type { Tx } from '../../platform/postgres/index.ts';
import { mayWriteDrafts } from '../draft-access.rules.ts';
import { TEXT_LIMIT } from '../limits.rules.ts';
import { looksLikeUnit } from '../minutes/units.rules.ts';
import type { ReadIndicator } from './naming.rules.ts';
import { QUARTERS_ARE, type PlanRead } from './plan.contract.ts';
import { readPlan } from './plan.rules.ts';
import { divisionOf, saidOf } from './quarters.rules.ts';

/** More matters than this are no plan that somebody looks over. */
const MOST_ITEMS = 600;

const isPart = ({ quantity, in: unit }: ReadIndicator): boolean =>
  quantity !== null && unit !== null && !isCountable(millionths(quantity), unit);

const lettersOf = (text: string): string[] => [...text.replace(/[^\p{L}\p{N}%％‰]/gu, '')];

/** Whether a clause has letters that neither the indicator's name nor its quantity has: 力争, 以上, the end of a range, a number in words. */
function saysMore(printed: string | null, { text, quantity, in: unit }: ReadIndicator): boolean {
  const told = lettersOf(`${text}${quantity ?? ''}${unit ?? ''}`);
  return lettersOf(printed ?? '').some((letter) => {
    const at = told.indexOf(letter);
    if (at >= 0) told.splice(at, 1);
    return at < 0;
  });
}

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
  const unitOf = (name: string): Uuid | null => {
    const found = match(name.slice(0, 200));
    return found.kind === 'exact' ? (found.unit as Uuid) : null;
  };
  // 莲城市商务局和莲城市工业和信息化局: only the directory knows which 和 stands between two.
  const apart = (name: string): string[] => {
    if (unitOf(name) !== null) return [name];
    for (const { 0: and, index } of name.slice(0, 200).matchAll(/以及|[和及与]/gu)) {
      const [left, right] = [name.slice(0, index), name.slice(index + and.length)];
      if (unitOf(left) !== null) return [left, ...apart(right)];
      if (unitOf(right) !== null && looksLikeUnit(left)) return [...apart(left), right];
    }
    return [name];
  };
  const known = (names: readonly string[]): Uuid[] => [...new Set(names.map(unitOf).filter((unit) => unit !== null))];
  return {
    ...rest,
    items: items.map(({ depth, principle, text: words, rest: more, printed, indicator, parts, ...named }) => {
      const [leading, helping] = [named.lead, named.co].map((names) => names.flatMap(apart)) as [string[], string[]];
      const [lead = null, ...others] = known(leading);
      const said = indicator
        ? saidOf(
            parts.flatMap(({ quarters }) => quarters),
            indicator,
          )
        : [];
      const division = indicator && divisionOf(said, indicator);
      return {
        depth,
        indicator: indicator !== null,
        principle,
        text: words,
        rest: more,
        printed: indicator && saysMore(printed, indicator) ? printed : null,
        quantity: indicator?.quantity ?? null,
        in: indicator?.in ?? null,
        sense: indicator?.sense ?? 'least',
        said: parts.map((part) => part.words).join('；') || null,
        saidQuarters: said,
        quarters: division?.quarters ? [...division.quarters] : null,
        lead,
        co: known(helping)
          .concat(others)
          .filter((unit) => unit !== lead),
        // Whom the text names and nobody knows is told, and not left out.
        strange: [...new Set([...leading, ...helping])].filter((name) => unitOf(name) === null),
        unsure: [
          ...(indicator && lead === null ? (['unit'] as const) : []),
          ...(indicator && indicator.in === null ? (['measure'] as const) : []),
          ...(indicator && isPart(indicator) ? (['part'] as const) : []),
          ...(indicator?.about ? (['about'] as const) : []),
          ...(division ? [QUARTERS_ARE[division.why]] : []),
        ],
      };
    }),
  };
}
