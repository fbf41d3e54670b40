import { findColleagues, findUnits } from '../directory/index.ts';
import { dayNumber, dayOf, refuse, type Calendar, type Uuid } from '../kernel/index.ts';
import { beginChange, record } from '../ledger/index.ts';
import type { Caller } from '../platform/identity/contract.ts';
import type { SystemCaller, Tx } from '../platform/postgres/index.ts';
import type { DutyRoster, NewDutyRule } from './duty.contract.ts';
import { dutyDays, rosterOf } from './duty.rules.ts';
import { dutyNoun, dutyOf, findDutyRule } from './duty.store.ts';

const MOST_DAYS = 400;
type Who = Caller | SystemCaller;
type Span = { readonly from: string; readonly to: string };

/** Makes, or makes anew, the rule by which a unit keeps people on duty. For administrators. Refuses `duties.no-such-unit`. */
export async function setDutyRule(tx: Tx, who: Who, { id, ...rule }: NewDutyRule, now: Date): Promise<void> {
  if (!('system' in who) && who.role !== 'administrator') refuse('duties.administrators-only', {}, { status: 403 });
  const unit = (await findUnits(tx, who.city)).get(rule.unit);
  if (!unit || unit.retiredAt) refuse('duties.no-such-unit', {}, { pointer: '/unit' });
  const change = { entry: dutyOf(rule.unit), id, kind: dutyNoun.opens, given: rule };
  if ((await beginChange(tx, who, change)) === 'done') return;
  await record(tx, who, dutyNoun, [change], now);
}

/**
 * Who of a unit is on duty on which days, by its rule and by who sits there now, in the order in which they came to their seats.
 * Refuses `duties.span-wrong` (400) for days the wrong way round or more than 400 of them.
 */
export async function dutyRoster(
  tx: Tx,
  city: number,
  unit: Uuid,
  { from, to }: Span,
  at: { readonly calendar: Calendar; readonly now: Date },
): Promise<DutyRoster> {
  const days = dayNumber(to) - dayNumber(from) + 1;
  if (days < 1 || days > MOST_DAYS)
    refuse('duties.span-wrong', { from, to, most: MOST_DAYS }, { status: 400, pointer: '?to' });
  const rule = await findDutyRule(tx, city, unit);
  if (!rule) return { rule: null, days: [], skipped: [] };
  const staff = await staffOf(tx, city, unit, at.now);
  const names = new Map(staff.map(({ seat, name }) => [seat, name]));
  const roster = rosterOf(rule, at.calendar, [...names.keys()], { from, to });
  return {
    rule,
    days: roster.map(({ day, seats }) => ({ day, people: seats.map((seat) => ({ seat, name: names.get(seat)! })) })),
    skipped: dutyDays(rule, at.calendar, from, to).skipped,
  };
}

/** The seats of a unit that are on duty today. */
export async function onDuty(
  tx: Tx,
  city: number,
  unit: Uuid,
  at: { readonly calendar: Calendar; readonly now: Date },
): Promise<ReadonlySet<Uuid>> {
  const today = dayOf(at.now);
  const { days } = await dutyRoster(tx, city, unit, { from: today, to: today }, at);
  return new Set(days.flatMap(({ people }) => people.map(({ seat }) => seat)));
}

async function staffOf(tx: Tx, city: number, unit: Uuid, now: Date) {
  const all = await findColleagues(tx, city, null, now);
  // Ids tell time: whoever came later stands behind, and moves nobody before them.
  return all
    .filter((one) => one.unit === unit && one.role === 'handler')
    .toSorted((a, b) => (a.seat < b.seat ? -1 : 1));
}
