import { addDays, dayOf, startOfDay, weekday } from '../kernel/index.ts';
import type { Caller } from '../platform/identity/contract.ts';
import type { Tx } from '../platform/postgres/index.ts';
import { calendarOf } from './calendar.store.ts';
import type { Todo, Workbench, WorkbenchQuery } from './contract.ts';
import { cursorOf, cursorText } from './cursor.rules.ts';
import { rowOf, urgent } from './row.rules.ts';
import {
  countTodos,
  openMatters,
  todosOfOffice,
  todosOfUnits,
  type FoundTodo,
  type Span,
  type TodoCounts,
} from './workbench.store.ts';

const PAGE = 50;
const NOTHING: TodoCounts = { total: 0, overdue: 0, today: 0, week: 0 };

/**
 * What a seat must do, worst first. Units: what they have not accepted or answered. The supervision office: what waits for
 * it. A mayor: what is overdue or due this week, to be reminded of. An administrator has nothing here.
 */
export async function workbench(tx: Tx, caller: Caller, query: WorkbenchQuery, now: Date): Promise<Workbench> {
  const today = dayOf(now);
  const endOfToday = startOfDay(addDays(today, 1));
  const endOfWeek = startOfDay(addDays(today, 8 - weekday(today)));
  const spans: Record<string, Span> = {
    overdue: { from: null, until: now },
    today: { from: now, until: endOfToday },
    week: { from: now, until: endOfWeek },
  };
  const span = spans[query.filter ?? ''] ?? { from: null, until: null };
  const page = { city: caller.city, span, after: cursorOf(query.after), limit: PAGE };
  const at = { city: caller.city, now, endOfToday, endOfWeek };
  const [found, counts, open] = await Promise.all([
    find(tx, caller, query.filter === 'dispatched', page, endOfWeek),
    count(tx, caller, at),
    caller.role === 'supervisor' ? countTodos(tx, { kind: 'open' }, at) : NOTHING,
  ]);
  const calendar = await calendarOf(tx, caller.city, now);
  const since = query.since ? new Date(query.since).toISOString() : null;
  const todos = found.map(({ id, state, act, unit }): Todo => {
    const row = rowOf(id, state, now, calendar, unit ? { kind: 'unit', unit } : { kind: 'overseer' });
    const clock = act === 'remind' ? null : urgent(state, unit, now, calendar);
    const seen = since === null || state.updatedAt <= since;
    if (!clock) return { row, act, seen };
    return { row: { ...row, due: clock.due, slip: clock.slip, workdaysLeft: clock.workdaysLeft }, act, seen };
  });
  const last = found.at(-1);
  return {
    todos,
    next: last && found.length === PAGE ? cursorText(last.key) : null,
    counts: { ...counts, dispatched: open.total },
  };
}

type Page = Parameters<typeof todosOfOffice>[1];

async function find(tx: Tx, caller: Caller, dispatched: boolean, page: Page, endOfWeek: Date): Promise<FoundTodo[]> {
  switch (caller.role) {
    case 'handler':
    case 'head':
      return todosOfUnits(tx, caller.units, page);
    case 'supervisor':
      return dispatched ? openMatters(tx, page) : todosOfOffice(tx, page);
    case 'mayor':
      return openMatters(tx, { ...page, span: { ...page.span, until: page.span.until ?? endOfWeek } });
    case 'administrator':
      return [];
  }
}

async function count(tx: Tx, caller: Caller, at: Parameters<typeof countTodos>[2]): Promise<TodoCounts> {
  switch (caller.role) {
    case 'handler':
    case 'head':
      return countTodos(tx, { kind: 'units', units: caller.units }, at);
    case 'supervisor':
      return countTodos(tx, { kind: 'office' }, at);
    case 'mayor':
      return countTodos(tx, { kind: 'open' }, at);
    case 'administrator':
      return NOTHING;
  }
}
