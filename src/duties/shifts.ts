import { findColleagues, type Colleague } from '../directory/index.ts';
import { dayOf, type Calendar, type Day, type Uuid } from '../kernel/index.ts';
import type { Tx } from '../platform/postgres/index.ts';
import type { DutyRule, DutySwap } from './duty.contract.ts';
import { rosterOf, withSwaps, type DayOfDuty } from './duty.rules.ts';
import { findDutyRules } from './duty.store.ts';
import { findSwaps } from './swaps/swap.store.ts';

type Span = { readonly from: Day; readonly to: Day };
/** The city's working days and the time at which it is asked. */
export type At = { readonly calendar: Calendar; readonly now: Date };
/** Who of a unit is on duty on the days of a span, swaps laid over; who may be; and which swaps wait for an answer. */
export type Shifts = {
  readonly rule: DutyRule | null;
  readonly shifts: readonly DayOfDuty[];
  readonly staff: readonly Colleague[];
  readonly asked: readonly DutySwap[];
};

/** The shifts of one unit. */
export async function shiftsOf(tx: Tx, city: number, unit: Uuid, span: Span, at: At): Promise<Shifts> {
  const [shifts] = await shiftsOfAll(tx, city, unit, span, at);
  return shifts ?? { rule: null, shifts: [], staff: [], asked: [] };
}

/** The shifts of a unit, or with null of every unit that keeps people on duty. */
export async function shiftsOfAll(tx: Tx, city: number, unit: Uuid | null, span: Span, at: At) {
  const rules = await findDutyRules(tx, city, unit);
  if (rules.length === 0) return [];
  const everybody = await findColleagues(tx, city, null, at.now);
  const swaps = await findSwaps(
    tx,
    city,
    rules.map((rule) => rule.unit),
  );
  const today = dayOf(at.now);
  return rules.map((rule) => {
    const staff = staffOf(rule, everybody);
    const of = swaps.filter((swap) => swap.unit === rule.unit);
    const accepted = of.filter(({ status }) => status === 'accepted');
    return {
      rule,
      shifts: shiftsBy(rule, at.calendar, staff, accepted, span),
      staff,
      asked: of
        .filter((swap) => swap.status === 'asked' && mayStillBe(swap, staff, today))
        .map(({ unit: _, ...swap }) => swap),
    };
  });
}

/** Whether a swap can still be agreed to: what was asked of somebody on leave waits no more once the day has passed, nor of whoever has left. */
const mayStillBe = ({ day, otherDay, seat, other }: DutySwap, staff: readonly Colleague[], today: Day): boolean =>
  day >= today && otherDay >= today && [seat, other].every((one) => staff.some((person) => person.seat === one));

function staffOf({ unit, eligible }: DutyRule, everybody: readonly Colleague[]): Colleague[] {
  const among = eligible && new Set(eligible);
  // Ids tell time: whoever came later stands behind, and moves nobody before them.
  return everybody
    .filter((one) => one.unit === unit && one.role === 'handler' && (!among || among.has(one.seat)))
    .toSorted((a, b) => (a.seat < b.seat ? -1 : 1));
}

/** One swap may rest on another: the days of all of them are reckoned, so that a stretch asked for alone is what it is in the whole. */
function shiftsBy(
  rule: DutyRule,
  calendar: Calendar,
  staff: readonly Colleague[],
  accepted: readonly DutySwap[],
  { from, to }: Span,
): DayOfDuty[] {
  const seats = staff.map(({ seat }) => seat);
  const days = [from, to, ...accepted.flatMap((swap) => [swap.day, swap.otherDay])].toSorted();
  const whole = rosterOf(rule, calendar, seats, { from: days[0]!, to: days.at(-1)! });
  return withSwaps(whole, accepted).filter(({ day }) => day >= from && day <= to);
}
