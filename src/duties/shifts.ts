import { findSatThere, type SatThere } from '../directory/index.ts';
import { dayOf, type Calendar, type Day, type Uuid } from '../kernel/index.ts';
import { asSystem, type Tx } from '../platform/postgres/index.ts';
import type { DutySwap, HeldRule } from './duty.contract.ts';
import { isOver, rosterOf, ruleOn, withSwaps, type DayOfDuty } from './duty.rules.ts';
import { findDutyRules } from './duty.store.ts';
import { findSwaps } from './swaps/swap.store.ts';
import { takePart, thereOn } from './there.rules.ts';

type Span = { readonly from: Day; readonly to: Day };
/** The city's working days and the time at which it is asked. */
export type At = { readonly calendar: Calendar; readonly now: Date };
/** Who of a unit is on duty on the days of a span, swaps laid over; by which rules; who works there; and which swaps wait for an answer. */
export type Shifts = {
  readonly rules: readonly HeldRule[];
  readonly shifts: readonly DayOfDuty[];
  /** Who works there on a day, in the order of their turns, whether they take part or not. */
  readonly thereOn: (day: Day) => readonly SatThere[];
  /** Who works there now, in that order. */
  readonly handlers: readonly SatThere[];
  readonly asked: readonly DutySwap[];
};

/** The shifts of one unit. */
export async function shiftsOf(tx: Tx, city: number, unit: Uuid, span: Span, at: At): Promise<Shifts> {
  const [shifts] = await shiftsOfAll(tx, city, unit, span, at);
  return shifts ?? { rules: [], shifts: [], thereOn: () => [], handlers: [], asked: [] };
}

/** The shifts of a unit, or with null of every unit that keeps or kept people on duty. */
export async function shiftsOfAll(
  tx: Tx,
  city: number,
  unit: Uuid | null,
  span: Span,
  at: At,
): Promise<(Shifts & { readonly unit: Uuid })[]> {
  const ruled = await findDutyRules(tx, city, unit);
  if (ruled.size === 0) return [];
  const units = [...ruled.keys()];
  const everybody = await asSystem(tx, () => findSatThere(tx, city, units, 'handler'));
  const swaps = await findSwaps(tx, city, units);
  const today = dayOf(at.now);
  return [...ruled].map(([id, rules]) => {
    const sat = everybody.filter((one) => one.unit === id);
    const there = thereOn(sat, at.now);
    const handlers = thereOn(
      sat.filter(({ until }) => until === null || until > at.now),
      at.now,
    )(today);
    const of = swaps.filter((swap) => swap.unit === id);
    const accepted = of.filter(({ status }) => status === 'accepted');
    const on = (day: Day, seat: Uuid) => {
      const rule = ruleOn(rules, day);
      const waits = rule !== undefined && !isOver(rules, day, at.now);
      return waits && takePart(rule, handlers).some((one) => one.seat === seat);
    };
    return {
      unit: id,
      rules,
      shifts: shiftsBy(rules, at.calendar, there, accepted, span),
      thereOn: there,
      handlers,
      asked: of.filter((swap) => swap.status === 'asked' && mayStillBe(swap, on)).map(({ unit: _, ...swap }) => swap),
    };
  });
}

/** Whether a swap can still be agreed to: what was asked of somebody on leave waits no more once the hours of a day have passed, nor of whoever takes part no more. */
const mayStillBe = ({ day, otherDay, seat, other }: DutySwap, on: (day: Day, seat: Uuid) => boolean): boolean =>
  on(day, seat) && on(otherDay, other);

/** One swap may rest on another: the days of all of them are reckoned, so that a stretch asked for alone is what it is in the whole. */
function shiftsBy(
  rules: readonly HeldRule[],
  calendar: Calendar,
  there: Shifts['thereOn'],
  accepted: readonly DutySwap[],
  { from, to }: Span,
): DayOfDuty[] {
  const seats = (rule: HeldRule, day: Day) => takePart(rule, there(day)).map(({ seat }) => seat);
  const days = [from, to, ...accepted.flatMap((swap) => [swap.day, swap.otherDay])].toSorted();
  const titleOf = (day: Day, seat: Uuid) => there(day).find((one) => one.seat === seat)?.title;
  const whole = rosterOf(rules, calendar, { staffOf: seats, titleOf }, { from: days[0]!, to: days.at(-1)! });
  const isThere = (day: Day, seat: Uuid) => there(day).some((one) => one.seat === seat);
  return withSwaps(whole, accepted, isThere).filter(({ day }) => day >= from && day <= to);
}
