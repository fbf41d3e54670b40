import { addDays, dayOf, startOfDay, weekday, type Uuid } from '../../kernel/index.ts';
import type { Caller } from '../../platform/identity/contract.ts';
import type { Tx } from '../../platform/postgres/index.ts';
import { calendarOf } from '../calendars/calendar.store.ts';
import { whyNot } from '../matter.policy.ts';
import { findHelped } from '../helpers/helped.store.ts';
import { nextOfNamed } from '../helpers/named.rules.ts';
import { countNamed, findNamedTodos, pageOfNamed } from '../helpers/named.ts';
import { handSeats } from '../hands/hand-seats.ts';
import type { Todo, Workbench, WorkbenchQuery } from './list.contract.ts';
import { offered } from './besides.rules.ts';
import { ANSWERS, beforeAnswer } from './due-first.policy.ts';
import { cursorOf, cursorText } from './cursor.rules.ts';
import { rowOf, urgent, urgentAbove, type Viewer } from './row.rules.ts';
import { reviewsFor, type Reviews } from './reviews.ts';
import { mechanismsOf } from '../mechanisms/mechanism.store.ts';
import type { MatterState } from '../life/state.rules.ts';
import {
  countRaisedAmong,
  countTodos,
  openMatters,
  todosOfOffice,
  todosOfSeat,
  todosOfUnits,
  type FoundTodo,
  type Span,
  type TodoCounts,
} from './workbench.store.ts';

const PAGE = 50;
const NOTHING: TodoCounts = { total: 0, overdue: 0, today: 0, week: 0, worst: null };

/**
 * What a seat must do, worst first. Units: what they have not accepted or answered. The supervision office: what waits for
 * it, but for exclusions that another is to review. A mayor: what is overdue or due this week, to be reminded of, and exclusions that nobody
 * of the office may review. To mayors and heads besides: what was raised to them; to each what is sealed and
 * waits for them by name. An
 * administrator has nothing here.
 */
export async function workbench(tx: Tx, caller: Caller, query: WorkbenchQuery, now: Date): Promise<Workbench> {
  const first = query.after === undefined && query.filter === undefined && query.hand === undefined;
  const [{ todos, next }, helping, counts] = await Promise.all([
    findTodos(tx, caller, query, now, PAGE),
    first ? findHelping(tx, caller, now) : [],
    countAllTodos(tx, caller, now),
  ]);
  const since = query.since ? new Date(query.since).toISOString() : null;
  return {
    todos: todos.map(({ row, act, name, may, state }) => ({
      row,
      act,
      may,
      ...(name ? { name } : {}),
      seen: since === null || state.updatedAt <= since,
    })),
    next,
    helping,
    counts,
  };
}

/** What a seat was asked to help with, but for what was raised to it, or waits for it by name: that it owes, and reads among what is to be done. */
async function findHelping(tx: Tx, caller: Caller, now: Date): Promise<Workbench['helping']> {
  if (caller.role !== 'handler' && caller.role !== 'head') return [];
  const all = await findHelped(tx, caller.city, PAGE);
  const others = all.filter(({ state }) => state.raised?.seat !== caller.seat);
  if (!others.length) return [];
  const states = others.map(({ state }) => state);
  const [calendar, under] = await Promise.all([
    calendarOf(tx, caller.city, now),
    mechanismsOf(tx, caller.city, states),
  ]);
  const owed = (state: MatterState) => state.sealed && nextOfNamed(under(state)!, state, caller, now) !== null;
  const found = others.filter(({ state }) => !owed(state));
  return found.map(({ id, state }) => rowOf(id, state, now, calendar, { kind: 'overseer' }, under(state)));
}

/** One page of what a seat must do, each with all that its matter is. */
export async function findTodos(
  tx: Tx,
  caller: Caller,
  query: Pick<WorkbenchQuery, 'filter' | 'hand' | 'after'>,
  now: Date,
  limit: number,
): Promise<{ todos: (Pick<Todo, 'row' | 'act' | 'name' | 'may'> & { state: MatterState })[]; next: string | null }> {
  const { endOfToday, endOfWeek } = endsOf(now);
  const spans: Record<string, Span> = {
    overdue: { from: null, until: now },
    today: { from: now, until: endOfToday },
    week: { from: now, until: endOfWeek },
  };
  const span = spans[query.filter ?? ''] ?? { from: null, until: null };
  const page = { city: caller.city, span, after: cursorOf(query.after), limit };
  const here = (query.hand === undefined || query.hand === caller.seat) && query.filter !== 'dispatched';
  const reviews = await reviewsFor(tx, caller, now);
  const [own, named, above] = await Promise.all([
    find(tx, caller, query, page, { now, endOfWeek, reviews }),
    here ? findNamedTodos(tx, caller, now, isRaisedTo(caller)) : [],
    here && isRaisedTo(caller) ? todosOfSeat(tx, caller.seat, page) : [],
  ]);
  const waiting = here ? [...named, ...leadersOf(caller, reviews)] : named;
  const theirs = pageOfNamed(waiting, page).map((one): FoundTodo => ({ ...one, unit: null }));
  const upTo = [...own, ...above, ...theirs].toSorted(byKey).slice(0, limit);
  // It waits for this very seat, and for its units only as long as it was not raised.
  const found = upTo.filter(
    ({ unit, act, state }) => state.sealed || state.raised?.seat !== caller.seat || isAbove({ unit, act }),
  );
  const calendar = await calendarOf(tx, caller.city, now);
  const under = await mechanismsOf(
    tx,
    caller.city,
    found.map(({ state }) => state),
  );
  const todos = found.map(({ id, state, act: owed, unit }) => {
    const eye: Viewer = unit ? { kind: 'unit', unit } : { kind: 'overseer' };
    const mechanism = under(state);
    const first = mechanism && ANSWERS.has(owed) ? beforeAnswer(mechanism, state, { caller, unit, now }) : null;
    const act = first ?? owed;
    const whole = rowOf(id, state, now, calendar, eye, mechanism);
    // Of what is sealed and was raised to this seat its own day stands, and not that of all who are named.
    const { office: _, ...bare } = whole;
    const row = state.sealed && state.raised?.seat === caller.seat ? bare : whole;
    const name = mechanism?.acts[act]?.name;
    // Whoever asked to be erased is answered whatever the matter waits for besides.
    const kinds = new Set([...offered(act), ...(state.erasing?.agreed === null ? (['forget'] as const) : [])]);
    const may = mechanism ? [...kinds].filter((kind) => whyNot(mechanism, state, caller, kind, now) === null) : [];
    // What the office must do by its own clock stands beside the unit's day; a unit's day is that of what it must do next.
    const clock = isAbove({ unit, act })
      ? urgentAbove(state, now, calendar)
      : act === 'remind' || unit === null
        ? null
        : urgent(state, unit, now, calendar);
    if (!clock) return { row, act, name, may, state };
    return {
      row: { ...row, due: clock.due, slip: clock.slip, workdaysLeft: clock.workdaysLeft },
      act,
      name,
      may,
      state,
    };
  });
  const last = upTo.at(-1);
  return { todos, next: last && upTo.length === limit ? cursorText(last.key) : null };
}

/** Whether matters may have been raised to whoever looks. */
const isRaisedTo = ({ role }: Caller): boolean => role === 'mayor' || role === 'head';

/** Of the exclusions under review what stands in no other list of theirs: a leader's. The office has them among its own. */
const leadersOf = ({ role }: Caller, { mine }: Reviews) => (role === 'mayor' ? mine : []);

/** The answer that a higher seat owes, and no unit. */
const isAbove = ({ unit, act }: Pick<FoundTodo, 'unit' | 'act'>): boolean => unit === null && act === 'answer';

const byKey = ({ key: a }: FoundTodo, { key: b }: FoundTodo): number =>
  a.at === b.at ? (a.id < b.id ? -1 : 1) : a.at < b.at ? -1 : 1;

/** How much there is to do in all, and by each filter. */
export async function countAllTodos(tx: Tx, caller: Caller, now: Date): Promise<Workbench['counts']> {
  const at = { city: caller.city, now, ...endsOf(now) };
  const [{ worst: _, ...owed }, open] = await Promise.all([
    countSeat(tx, caller, now),
    caller.role === 'supervisor' ? countTodos(tx, { kind: 'open' }, at) : NOTHING,
  ]);
  return { ...owed, dispatched: open.total };
}

/** All that a seat has to do, what is sealed and waits for it by name with it, and when the first of it runs out. */
export async function countSeat(tx: Tx, caller: Caller, now: Date): Promise<TodoCounts> {
  const at = { city: caller.city, now, ...endsOf(now) };
  const reviews = await reviewsFor(tx, caller, now);
  const [own, named] = await Promise.all([
    countOwn(tx, caller, at, reviews),
    findNamedTodos(tx, caller, now, isRaisedTo(caller)),
  ]);
  return addUp(own, countNamed([...named, ...leadersOf(caller, reviews)], at));
}

/** Both together, of which nothing is in both. */
export function addUp(a: TodoCounts, b: TodoCounts): TodoCounts {
  const first = [a.worst, b.worst].flatMap((one) => one ?? []).toSorted((x, y) => x.getTime() - y.getTime());
  return {
    total: a.total + b.total,
    overdue: a.overdue + b.overdue,
    today: a.today + b.today,
    week: a.week + b.week,
    worst: first[0] ?? null,
  };
}

/** The instants by which what a seat owes is counted: the end of the day, and of the week. */
export function endsOf(now: Date): { endOfToday: Date; endOfWeek: Date } {
  const today = dayOf(now);
  return { endOfToday: startOfDay(addDays(today, 1)), endOfWeek: startOfDay(addDays(today, 8 - weekday(today))) };
}

type Page = Parameters<typeof todosOfOffice>[1];

const idsOf = (todos: Reviews['others']): Uuid[] => todos.map(({ id }) => id);

/** What waits for a unit's head is no handler's to do. */
const inUnits = ({ units, role }: Caller) => ({ units, handler: role === 'handler' });

async function find(
  tx: Tx,
  caller: Caller,
  { filter, hand }: Pick<WorkbenchQuery, 'filter' | 'hand'>,
  page: Page,
  { now, endOfWeek, reviews }: { now: Date; endOfWeek: Date; reviews: Reviews },
): Promise<FoundTodo[]> {
  switch (caller.role) {
    case 'handler':
    case 'head': {
      const mine = inUnits(caller);
      if (hand === undefined) return todosOfUnits(tx, mine, page);
      const seats = await handSeats(tx, caller, now);
      return todosOfUnits(tx, mine, page, { seats, hand: hand === 'none' ? null : hand });
    }
    case 'supervisor':
      return filter === 'dispatched' ? openMatters(tx, page) : todosOfOffice(tx, page, idsOf(reviews.others));
    case 'mayor':
      return openMatters(tx, { ...page, span: { ...page.span, until: page.span.until ?? endOfWeek } });
    case 'administrator':
    case 'originator':
      return [];
  }
}

/** Of it what is not sealed, or was raised to it. */
async function countOwn(
  tx: Tx,
  caller: Caller,
  at: Parameters<typeof countTodos>[2],
  reviews: Reviews,
): Promise<TodoCounts> {
  switch (caller.role) {
    case 'handler':
      return countTodos(tx, { kind: 'units', ...inUnits(caller) }, at);
    case 'head':
      return withRaised(tx, caller.seat, { kind: 'units', ...inUnits(caller) }, at);
    case 'supervisor':
      return countTodos(tx, { kind: 'office', but: idsOf(reviews.others) }, at);
    case 'mayor':
      return withRaised(tx, caller.seat, { kind: 'open' }, at);
    case 'administrator':
    case 'originator':
      return NOTHING;
  }
}

/** The work of units or of the city, what was raised to the seat counted once, as its own. */
async function withRaised(
  tx: Tx,
  seat: Uuid,
  of: Parameters<typeof countRaisedAmong>[2],
  at: Parameters<typeof countTodos>[2],
): Promise<TodoCounts> {
  const [below, twice, own] = await Promise.all([
    countTodos(tx, of, at),
    countRaisedAmong(tx, seat, of, at),
    countTodos(tx, { kind: 'seat', seat }, at),
  ]);
  const sum = (key: 'total' | 'overdue' | 'today' | 'week') => below[key] - twice[key] + own[key];
  const worst = [below.worst, own.worst].flatMap((one) => one ?? []).toSorted((a, b) => a.getTime() - b.getTime());
  return {
    total: sum('total'),
    overdue: sum('overdue'),
    today: sum('today'),
    week: sum('week'),
    worst: worst[0] ?? null,
  };
}
