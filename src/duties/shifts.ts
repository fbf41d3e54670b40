import { findColleagues, type Colleague } from '../directory/index.ts';
import { dayOf, type Calendar, type Day, type Uuid } from '../kernel/index.ts';
import type { Tx } from '../platform/postgres/index.ts';
import type { DutyRule, DutySwap } from './duty.contract.ts';
import { rosterOf, ruleOn, withSwaps, type DayOfDuty } from './duty.rules.ts';
import { findDutyRules } from './duty.store.ts';
import { findSwaps } from './swaps/swap.store.ts';

type Span = { readonly from: Day; readonly to: Day };
/** The city's working days and the time at which it is asked. */
export type At = { readonly calendar: Calendar; readonly now: Date };
/** Who of a unit is on duty on the days of a span, swaps laid over; by which rules; who works there; and which swaps wait for an answer. */
export type Shifts = {
  readonly rules: readonly DutyRule[];
  readonly shifts: readonly DayOfDuty[];
  /** In the order of their turns, whether they take part or not. */
  readonly handlers: readonly Colleague[];
  readonly asked: readonly DutySwap[];
};

/** The shifts of one unit. */
export async function shiftsOf(tx: Tx, city: number, unit: Uuid, span: Span, at: At): Promise<Shifts> {
  const [shifts] = await shiftsOfAll(tx, city, unit, span, at);
  return shifts ?? { rules: [], shifts: [], handlers: [], asked: [] };
}

/** The shifts of a unit, or with null of every unit that keeps people on duty. */
export async function shiftsOfAll(
  tx: Tx,
  city: number,
  unit: Uuid | null,
  span: Span,
  at: At,
): Promise<(Shifts & { readonly unit: Uuid })[]> {
  const ruled = await findDutyRules(tx, city, unit);
  if (ruled.size === 0) return [];
  const everybody = await findColleagues(tx, city, null, at.now);
  const swaps = await findSwaps(tx, city, [...ruled.keys()]);
  const today = dayOf(at.now);
  return [...ruled].map(([id, rules]) => {
    // Ids tell time: whoever came later stands behind, and moves nobody before them.
    const handlers = everybody
      .filter((one) => one.unit === id && one.role === 'handler')
      .toSorted((a, b) => (a.seat < b.seat ? -1 : 1));
    const of = swaps.filter((swap) => swap.unit === id);
    const accepted = of.filter(({ status }) => status === 'accepted');
    const on = (day: Day, seat: Uuid) => {
      const rule = ruleOn(rules, day);
      return rule !== undefined && takePart(rule, handlers).some((one) => one.seat === seat);
    };
    return {
      unit: id,
      rules,
      shifts: shiftsBy(rules, at.calendar, handlers, accepted, span),
      handlers,
      asked: of
        .filter((swap) => swap.status === 'asked' && mayStillBe(swap, on, today))
        .map(({ unit: _, ...swap }) => swap),
    };
  });
}

/** Who takes part by a rule, in the order of their turns. */
export function takePart({ eligible }: DutyRule, handlers: readonly Colleague[]): readonly Colleague[] {
  if (!eligible) return handlers;
  const among = new Set(eligible);
  return handlers.filter(({ seat }) => among.has(seat));
}

/** Whether a swap can still be agreed to: what was asked of somebody on leave waits no more once the day has passed, nor of whoever takes part no more. */
const mayStillBe = (
  { day, otherDay, seat, other }: DutySwap,
  on: (day: Day, seat: Uuid) => boolean,
  today: Day,
): boolean => day >= today && otherDay >= today && on(day, seat) && on(otherDay, other);

/** One swap may rest on another: the days of all of them are reckoned, so that a stretch asked for alone is what it is in the whole. */
function shiftsBy(
  rules: readonly DutyRule[],
  calendar: Calendar,
  handlers: readonly Colleague[],
  accepted: readonly DutySwap[],
  { from, to }: Span,
): DayOfDuty[] {
  const seats = (rule: DutyRule) => takePart(rule, handlers).map(({ seat }) => seat);
  const days = [from, to, ...accepted.flatMap((swap) => [swap.day, swap.otherDay])].toSorted();
  const whole = rosterOf(rules, calendar, seats, { from: days[0]!, to: days.at(-1)! });
  return withSwaps(whole, accepted).filter(({ day }) => day >= from && day <= to);
}
