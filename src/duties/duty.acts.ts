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
import { beginChange, findLastSeq, record } from '../ledger/index.ts';
import type { Caller } from '../platform/identity/contract.ts';
import { asSystem, type SystemCaller, type Tx } from '../platform/postgres/index.ts';
import type { DutyAct, DutyRoster, DutyRule, NewDutyRule } from './duty.contract.ts';
import { dutyDays, isOver, lacksOf, madeUpDays, ruleOn, rulesFrom } from './duty.rules.ts';
import { dutyNoun, dutyOf, findDutyRules } from './duty.store.ts';
import { shiftsOf, shiftsOfAll, type At, type Shifts } from './shifts.ts';
import { takePart } from './there.rules.ts';

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
 * take part than are to be there, `duties.title-twice`, `duties.titles-too-many` for more of them than are to be there, `duties.title-of-nobody`,
 * `duties.since-wrong`.
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
  const taking = takePart(rule, handlers);
  const there = taking.length;
  if (rule.eligible) {
    if (twice(rule.eligible)) refuse('duties.person-twice', {}, { status: 400, pointer: '/eligible' });
    if (there < rule.eligible.length) refuse('duties.not-of-unit', {}, { pointer: '/eligible' });
  }
  if (there < rule.people) refuse('duties.too-few', { people: rule.people, n: there }, { pointer: '/people' });
  const { titles = [], people } = rule;
  if (twice(titles)) refuse('duties.title-twice', {}, { status: 400, pointer: '/titles' });
  if (titles.length > people) refuse('duties.titles-too-many', { people, n: titles.length }, { pointer: '/titles' });
  const [nobodys] = lacksOf(
    rule,
    taking.map(({ title }) => title),
  );
  if (nobodys !== undefined) refuse('duties.title-of-nobody', { title: nobodys }, { pointer: '/titles' });
  const today = dayOf(now);
  const earlier = (await findDutyRules(tx, city, rule.unit)).size > 0;
  const [first, last] = [addDays(today, earlier ? -BACK : -FIRST_BACK), addDays(today, AHEAD)];
  if (rule.since < first || rule.since > last)
    refuse('duties.since-wrong', { since: rule.since, first, last }, { status: 400, pointer: '/since' });
}

/**
 * Ends the duties of a unit from a day on, or takes back a rule whose first day is still to come; with the reason. What was done stays.
 * For administrators and the supervision office. Refuses `duties.nothing-to-end` where no rule holds from that day on,
 * `duties.end-wrong` for a day that has passed or is more than a year ahead, `duties.no-such-rule` where none begins on that day,
 * `duties.rule-begun` where it holds already.
 */
export async function changeDuties(tx: Tx, who: Who, act: DutyAct, now: Date): Promise<void> {
  if (!mayRule(who)) refuse('duties.administrators-only', {}, { status: 403 });
  const { id, kind, given } = act;
  const change = { entry: dutyOf(given.unit), id, kind, given };
  await asSystem(tx, async () => {
    if ((await beginChange(tx, who, change)) === 'done') return;
    const rules = (await findDutyRules(tx, who.city, given.unit)).get(given.unit) ?? [];
    const today = dayOf(now);
    if (act.kind === 'end-duty') {
      const { from } = act.given;
      const last = addDays(today, AHEAD);
      if (from < today || from > last)
        refuse('duties.end-wrong', { from, first: today, last }, { status: 400, pointer: '/given/from' });
      if (rulesFrom(rules, from).length === 0) refuse('duties.nothing-to-end', { from }, { pointer: '/given/from' });
    } else {
      const { since } = act.given;
      if (!rules.some((rule) => rule.since === since))
        refuse('duties.no-such-rule', { since }, { pointer: '/given/since' });
      if (since <= today) refuse('duties.rule-begun', { since }, { pointer: '/given/since' });
    }
    await record(tx, who, dutyNoun, [change], now);
  });
}

const twice = (all: readonly unknown[]): boolean => new Set(all).size < all.length;

/**
 * Who of a unit is on duty on which days: by its rules, by who held the seats on each day (of those to come: who holds them now) in the
 * order in which they were opened, and by the swaps that were accepted. Refuses `duties.span-wrong` (400) for days the wrong way round or more than 400 of them.
 */
export async function dutyRoster(tx: Tx, caller: Caller, unit: Uuid, span: Span, at: At): Promise<DutyRoster> {
  const { from, to } = span;
  refuseOffCalendar({ '?from': from, '?to': to });
  const days = dayNumber(to) - dayNumber(from) + 1;
  if (days < 1 || days > MOST_DAYS)
    refuse('duties.span-wrong', { from, to, most: MOST_DAYS }, { status: 400, pointer: '?to' });
  const begin = `${to.slice(0, 4)}-01-01`;
  const whole = await shiftsOf(tx, caller.city, unit, { from: begin < from ? begin : from, to }, at);
  const rules = rulesFrom(whole.rules, from);
  const shifts = whole.shifts.filter(({ day }) => day >= from);
  return {
    rules,
    days: shifts.map(({ day, seats }) => {
      const there = new Map(whole.thereOn(day).map((one) => [one.seat, one]));
      const people = seats.map((seat) => personOf(there.get(seat)!));
      const lacks = lacksOf(
        ruleOn(whole.rules, day) ?? {},
        people.map(({ title }) => title),
      );
      return { day, people, over: isOver(rules, day, at.now), lacks };
    }),
    skipped: dutyDays(rules, at.calendar, span).skipped,
    madeUp: madeUpDays(at.calendar, span),
    staff: countsOf(whole, { from, begin }),
    reckoned: !isPublished(at.calendar, from) || !isPublished(at.calendar, to),
    swaps: mayAnswer(caller, unit) ? [...whole.asked] : [],
    mayRule: mayRule(caller),
    mayLook: mayAnswer(caller, unit) && (whole.rules.length > 0 || (await wasRuled(tx, caller.city, unit))),
    able: mayRule(caller) ? (await handlersOf(tx, caller.city, unit, at.now)).map(personOf) : [],
  };
}

type Person = { readonly seat: Uuid; readonly name: string; readonly title: string };
const personOf = ({ seat, name, title }: Person): Person => ({ seat, name, title });

/** Whether a unit ever had a rule: one that was taken back has left nothing but its acts. */
const wasRuled = (tx: Tx, city: number, unit: Uuid): Promise<boolean> =>
  asSystem(tx, async () => (await findLastSeq(tx, city, dutyOf(unit))) > 0);

/** How often whoever took part from a day on was on duty since then and since `begin`, in the order of their turns; whoever holds a seat now before who held it then. */
function countsOf({ shifts, rules, thereOn, asked, handlers }: Shifts, { from, begin }: { from: Day; begin: Day }) {
  const counts = new Map<string, DutyRoster['staff'][number]>();
  const noted = (one: Person & { account: Uuid }) => {
    const key = `${one.seat} ${one.account}`;
    // What somebody is called there last, of the days that are counted.
    const row = { count: 0, year: 0, ...counts.get(key), ...personOf(one) };
    counts.set(key, row);
    return row;
  };
  const years = new Map<string, number>();
  for (const { day, seats } of shifts) {
    const there = thereOn(day);
    const on = there.filter(({ seat }) => seats.includes(seat));
    const rule = ruleOn(rules, day);
    if (day >= begin)
      for (const { seat, account } of on) years.set(`${seat} ${account}`, (years.get(`${seat} ${account}`) ?? 0) + 1);
    if (day < from) continue;
    if (rule) takePart(rule, there).forEach(noted);
    for (const one of on) noted(one).count++;
  }
  const waiting = new Set(asked.flatMap(({ seat, other }) => [seat, other]));
  handlers.filter(({ seat }) => waiting.has(seat)).forEach(noted);
  return [...counts]
    .map(([key, row]) => ({ ...row, year: years.get(key) ?? 0 }))
    .toReversed()
    .toSorted((a, b) => (a.seat === b.seat ? 0 : a.seat < b.seat ? -1 : 1));
}

const handlersOf = async (tx: Tx, city: number, unit: Uuid, now: Date) =>
  (await findColleagues(tx, city, null, now)).filter((one) => one.unit === unit && one.role === 'handler');

/** The seats of a unit that are on duty today, of whoever has left since none. */
export async function onDuty(tx: Tx, city: number, unit: Uuid, at: At): Promise<ReadonlySet<Uuid>> {
  const today = dayOf(at.now);
  const { shifts, handlers } = await shiftsOf(tx, city, unit, { from: today, to: today }, at);
  const here = new Set(handlers.map(({ seat }) => seat));
  return new Set(shifts.flatMap(({ seats }) => seats.filter((seat) => here.has(seat))));
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

/** Of every unit that keeps people on duty, who is there today and sits there still, for whoever asks. */
export async function dutyToday(tx: Tx, city: number, at: At): Promise<StationToday[]> {
  const today = dayOf(at.now);
  const every = await shiftsOfAll(tx, city, null, { from: today, to: addDays(today, NEXT_WITHIN) }, at);
  const all = every.filter(({ rules }) => rulesFrom(rules, today).length > 0);
  return all.map(({ unit, rules, shifts, handlers }) => {
    const here = new Set(shifts.find(({ day }) => day === today)?.seats);
    const next = shifts.find(({ day, seats }) => day > today && seats.length > 0)?.day ?? null;
    return {
      unit,
      hours: ruleOn(rules, here.size > 0 ? today : (next ?? today))?.hours ?? null,
      people: handlers.filter(({ seat }) => here.has(seat)).map(({ name, title }) => ({ name, title })),
      next,
    };
  });
}
