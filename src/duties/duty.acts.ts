import { findColleagues, findUnits } from '../directory/index.ts';
import {
  addDays,
  dayNumber,
  dayOf,
  isPublished,
  refuse,
  refuseOffCalendar,
  type Day,
  type Uuid,
} from '../kernel/index.ts';
import { beginChange, record } from '../ledger/index.ts';
import type { Caller } from '../platform/identity/contract.ts';
import { asSystem, type SystemCaller, type Tx } from '../platform/postgres/index.ts';
import type { DutyRoster, DutyRule, NewDutyRule } from './duty.contract.ts';
import { dutyDays, madeUpDays, ruleOn, rulesFrom } from './duty.rules.ts';
import { dutyNoun, dutyOf, findDutyRules } from './duty.store.ts';
import { shiftsOf, shiftsOfAll, takePart, type At, type Shifts } from './shifts.ts';

const MOST_DAYS = 400;
/** So far ahead the next day of duty is looked for: past any holiday. */
const NEXT_WITHIN = 31;
type Who = Caller | SystemCaller;
type Span = { readonly from: Day; readonly to: Day };

const mayRule = (who: Who): boolean => 'system' in who || who.role === 'administrator' || who.role === 'supervisor';
/** Whether somebody is of the unit, or makes its rule. */
export const mayAnswer = (caller: Caller, unit: Uuid): boolean => caller.unit === unit || mayRule(caller);

/** So many days back a first rule may begin: the counts of a year are then whole. A rule that follows another: what was done stays so. */
const FIRST_BACK = 366;
const BACK = 31;
/** And so many ahead. */
const AHEAD = 366;

/**
 * Gives a unit a rule by which it keeps people on duty; an earlier one holds until the first day of this one, any that would begin
 * later falls away. For administrators and the supervision office. Refuses `duties.no-such-unit`, `duties.hours-wrong`,
 * `duties.weekday-twice`, `duties.not-of-unit` for a seat that does no work there, `duties.person-twice`, `duties.too-few` where fewer
 * take part than are to be there, `duties.since-wrong`.
 */
export async function setDutyRule(tx: Tx, who: Who, { id, ...rule }: NewDutyRule, now: Date): Promise<void> {
  if (!mayRule(who)) refuse('duties.administrators-only', {}, { status: 403 });
  const change = { entry: dutyOf(rule.unit), id, kind: dutyNoun.opens, given: rule };
  await asSystem(tx, async () => {
    if ((await beginChange(tx, who, change)) === 'done') return;
    await refuseWrong(tx, who.city, rule, now);
    await record(tx, who, dutyNoun, [change], now);
  });
}

async function refuseWrong(tx: Tx, city: number, rule: DutyRule, now: Date): Promise<void> {
  const unit = (await findUnits(tx, city)).get(rule.unit);
  if (!unit || unit.retiredAt) refuse('duties.no-such-unit', {}, { pointer: '/unit' });
  if (twice(rule.weekdays)) refuse('duties.weekday-twice', {}, { status: 400, pointer: '/weekdays' });
  if (rule.hours && rule.hours.from >= rule.hours.until) refuse('duties.hours-wrong', {}, { pointer: '/hours' });
  const handlers = await handlersOf(tx, city, rule.unit, now);
  const there = takePart(rule, handlers).length;
  if (rule.eligible) {
    if (twice(rule.eligible)) refuse('duties.person-twice', {}, { status: 400, pointer: '/eligible' });
    if (there < rule.eligible.length) refuse('duties.not-of-unit', {}, { pointer: '/eligible' });
  }
  if (there < rule.people) refuse('duties.too-few', { people: rule.people, n: there }, { pointer: '/people' });
  const today = dayOf(now);
  const earlier = (await findDutyRules(tx, city, rule.unit)).size > 0;
  const [first, last] = [addDays(today, earlier ? -BACK : -FIRST_BACK), addDays(today, AHEAD)];
  if (rule.since < first || rule.since > last)
    refuse('duties.since-wrong', { since: rule.since, first, last }, { status: 400, pointer: '/since' });
}

const twice = (all: readonly unknown[]): boolean => new Set(all).size < all.length;

/**
 * Who of a unit is on duty on which days: by its rules, by who sits there now in the order in which they came to their seats, and by the
 * swaps that were accepted. Refuses `duties.span-wrong` (400) for days the wrong way round or more than 400 of them.
 */
export async function dutyRoster(tx: Tx, caller: Caller, unit: Uuid, span: Span, at: At): Promise<DutyRoster> {
  const { from, to } = span;
  refuseOffCalendar({ '?from': from, '?to': to });
  const days = dayNumber(to) - dayNumber(from) + 1;
  if (days < 1 || days > MOST_DAYS)
    refuse('duties.span-wrong', { from, to, most: MOST_DAYS }, { status: 400, pointer: '?to' });
  const begin = `${to.slice(0, 4)}-01-01`;
  const whole = await shiftsOf(tx, caller.city, unit, { from: begin < from ? begin : from, to }, at);
  const { handlers, asked } = whole;
  const shifts = whole.shifts.filter(({ day }) => day >= from);
  const rules = rulesFrom(whole.rules, from);
  const people = new Map(handlers.map(({ seat, name, title }) => [seat, { seat, name, title }]));
  const counts = countsOf(shifts);
  const years = countsOf(whole.shifts.filter(({ day }) => day >= begin));
  const shown = new Set([
    ...rules.filter(({ since }) => since <= to).flatMap((rule) => takePart(rule, handlers).map(({ seat }) => seat)),
    ...counts.keys(),
    ...asked.flatMap(({ seat, other }) => [seat, other]),
  ]);
  return {
    rules,
    days: shifts.map(({ day, seats }) => ({ day, people: seats.map((seat) => people.get(seat)!) })),
    skipped: dutyDays(rules, at.calendar, span).skipped,
    madeUp: madeUpDays(at.calendar, span),
    staff: [...people.values()]
      .filter(({ seat }) => shown.has(seat))
      .map((one) => ({ ...one, count: counts.get(one.seat) ?? 0, year: years.get(one.seat) ?? 0 })),
    reckoned: !isPublished(at.calendar, from) || !isPublished(at.calendar, to),
    swaps: mayAnswer(caller, unit) ? [...asked] : [],
    mayRule: mayRule(caller),
    mayLook: rules.length > 0 && mayAnswer(caller, unit),
    able: mayRule(caller)
      ? (await handlersOf(tx, caller.city, unit, at.now)).map(({ seat, name, title }) => ({ seat, name, title }))
      : [],
  };
}

function countsOf(shifts: Shifts['shifts']): Map<Uuid, number> {
  const counts = new Map<Uuid, number>();
  for (const seat of shifts.flatMap(({ seats }) => seats)) counts.set(seat, (counts.get(seat) ?? 0) + 1);
  return counts;
}

const handlersOf = async (tx: Tx, city: number, unit: Uuid, now: Date) =>
  (await findColleagues(tx, city, null, now)).filter((one) => one.unit === unit && one.role === 'handler');

/** The seats of a unit that are on duty today. */
export async function onDuty(tx: Tx, city: number, unit: Uuid, at: At): Promise<ReadonlySet<Uuid>> {
  const today = dayOf(at.now);
  const { shifts } = await shiftsOf(tx, city, unit, { from: today, to: today }, at);
  return new Set(shifts.flatMap(({ seats }) => seats));
}

/** Who is on duty at a station today, with their names and what they do there; nobody where today is no day of duty. */
type StationToday = {
  unit: Uuid;
  /** Of today; of the next day of duty where nobody is there today. */
  hours: { from: string; until: string } | null;
  people: { name: string; title: string }[];
  /** The next day of duty after today; null where none is near. */
  next: Day | null;
};

/** Of every unit that keeps people on duty, who is there today, for whoever asks. */
export async function dutyToday(tx: Tx, city: number, at: At): Promise<StationToday[]> {
  const today = dayOf(at.now);
  const all = await shiftsOfAll(tx, city, null, { from: today, to: addDays(today, NEXT_WITHIN) }, at);
  return all.map(({ unit, rules, shifts, handlers }) => {
    const here = new Set(shifts.find(({ day }) => day === today)?.seats);
    const next = shifts.find(({ day }) => day > today)?.day ?? null;
    return {
      unit,
      hours: ruleOn(rules, here.size > 0 ? today : (next ?? today))?.hours ?? null,
      people: handlers.filter(({ seat }) => here.has(seat)).map(({ name, title }) => ({ name, title })),
      next,
    };
  });
}
