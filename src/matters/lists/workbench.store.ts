import { sql, type RawBuilder } from 'kysely';
import type { Uuid } from '../../kernel/index.ts';
import type { ActKind } from '../../mechanism/index.ts';
import type { Tx } from '../../platform/postgres/index.ts';
import { handOf, type HandSeat } from '../hands/hand.store.ts';
import type { Cursor } from './cursor.rules.ts';
import { stateOf, type MatterState } from '../life/state.rules.ts';

/** Something to do, found: the matter, the act that does it, and for whom (null: the supervision office). */
export type FoundTodo = { id: Uuid; state: MatterState; act: ActKind; unit: Uuid | null; key: Cursor };
type Row = { id: Uuid; state: string; act: ActKind; unit: Uuid | null; at: string };

/** Instants between which something must be done; infinity for what has no deadline. */
export type Span = { from: Date | null; until: Date | null };
export type TodoQuery = { city: number; span: Span; after: Cursor | null; limit: number };

const instant = (column: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`case when isfinite(${column}) then to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') else 'infinity' end`;

const within = (q: TodoQuery, at: RawBuilder<unknown>, id: RawBuilder<unknown>): RawBuilder<unknown>[] => [
  ...(q.span.from ? [sql`${at} >= ${q.span.from}`] : []),
  ...(q.span.until ? [sql`${at} < ${q.span.until}`] : []),
  ...(q.after ? [sql`(${at}, ${id}) > (${q.after.at}::timestamptz, ${q.after.id}::uuid)`] : []),
];

/** Whose work is asked for: of these seats this one's; null: what none of them has in hand. */
export type HandQuery = { seats: readonly HandSeat[]; hand: Uuid | null };

/** Whose work in units is meant: all of it, or only what is not for the head alone. */
export type InUnits = { units: readonly Uuid[]; handler: boolean };

/** What units must do, worst first; one look-up for each unit in its partial index. */
export async function todosOfUnits(
  tx: Tx,
  { units, handler }: InUnits,
  q: TodoQuery,
  of: HandQuery | null = null,
): Promise<FoundTodo[]> {
  const where = [
    sql`a.city = ${q.city}`,
    sql`a.unit = own.unit`,
    sql`a.todo is not null`,
    ...(handler ? [sql`not a.for_head`] : []),
    ...within(q, sql`a.todo_at`, sql`a.matter`),
    ...(of ? [sql`${handOf(of.seats)} is not distinct from ${of.hand}::uuid`] : []),
  ];
  return rows(
    tx,
    sql`select m.id, m.state, p.todo as act, p.unit, ${instant(sql`p.todo_at`)} as at
      from (select part.* from unnest(${units}::uuid[]) as own (unit)
        cross join lateral (select a.todo_at, a.matter, a.unit, a.todo from assignment a where ${sql.join(where, sql` and `)}
          order by a.todo_at, a.matter limit ${q.limit}) part
        order by part.todo_at, part.matter limit ${q.limit}) p
      join matter m on m.city = ${q.city} and m.id = p.matter order by p.todo_at, p.matter`,
  );
}

/** What the supervision office must do, worst first, but for these matters. */
export async function todosOfOffice(tx: Tx, q: TodoQuery, but: readonly Uuid[] = []): Promise<FoundTodo[]> {
  const where = [
    sql`city = ${q.city}`,
    sql`todo is not null`,
    ...within(q, sql`todo_at`, sql`id`),
    ...(but.length ? [sql`id <> all (${but}::uuid[])`] : []),
  ];
  return rows(
    tx,
    sql`select id, state, todo as act, null::uuid as unit, ${instant(sql`todo_at`)} as at from matter
      where ${sql.join(where, sql` and `)} order by todo_at, id limit ${q.limit}`,
  );
}

/** The exclusions that wait to be reviewed, worst first: in the index of these few. */
export async function todosToReview(tx: Tx, city: number, most: number): Promise<FoundTodo[]> {
  return rows(
    tx,
    sql`select id, state, todo as act, null::uuid as unit, ${instant(sql`todo_at`)} as at from matter
      where city = ${city} and todo = 'review' order by todo_at, id limit ${most}`,
  );
}

/** What waits for units: assigned and not answered. What was answered or sent back waits for the office, and nobody else is to be reminded. What is
 * sealed is with no unit. */
const WITH_UNITS = sql`phase in ('assigned', 'working') and not sealed`;

/** Open matters by deadline, with the act by which an overseer moves them: a reminder. */
export async function openMatters(tx: Tx, q: TodoQuery): Promise<FoundTodo[]> {
  const where = [sql`city = ${q.city}`, sql`phase <> 'closed'`, WITH_UNITS, ...within(q, sql`due_at`, sql`id`)];
  return rows(
    tx,
    sql`select id, state, 'remind' as act, lead as unit, ${instant(sql`due_at`)} as at from matter
      where ${sql.join(where, sql` and `)} order by due_at, id limit ${q.limit}`,
  );
}

/** What was raised to a seat above the units and waits for its answer, worst first. */
export async function todosOfSeat(tx: Tx, seat: Uuid, q: TodoQuery): Promise<FoundTodo[]> {
  const where = [sql`city = ${q.city}`, sql`raised_to = ${seat}`, ...within(q, sql`raised_at`, sql`id`)];
  return rows(
    tx,
    sql`select id, state, 'answer' as act, null::uuid as unit, ${instant(sql`raised_at`)} as at from matter
      where ${sql.join(where, sql` and `)} order by raised_at, id limit ${q.limit}`,
  );
}

async function rows(tx: Tx, query: RawBuilder<unknown>): Promise<FoundTodo[]> {
  const found = (await query.execute(tx.db)).rows as Row[];
  return found.map(({ id, state, act, unit, at }) => ({
    id,
    state: stateOf(state),
    act,
    unit,
    key: { at, id },
  }));
}

/**
 * How much of what waits for these units, or is open, was raised to this seat: it waits for the seat itself then, and is counted
 * as that.
 */
export async function countRaisedAmong(
  tx: Tx,
  seat: Uuid,
  of: ({ kind: 'units' } & InUnits) | { kind: 'open' },
  at: CountedAt,
): Promise<TodoCounts> {
  const up = sql`m.city = ${at.city} and m.raised_to = ${seat}`;
  return of.kind === 'open'
    ? counted(tx, sql`m.due_at`, sql`matter m where ${up} and ${WITH_UNITS} and due_at < ${at.endOfWeek}`, at)
    : counted(
        tx,
        sql`a.todo_at`,
        sql`matter m join assignment a on a.city = m.city and a.matter = m.id
          where ${up} and a.unit = any (${of.units}::uuid[]) and a.todo is not null and not (a.for_head and ${of.handler})`,
        at,
      );
}

/** `worst`: when the first of it ran out or will; null where nothing runs out. */
export type TodoCounts = { total: number; overdue: number; today: number; week: number; worst: Date | null };

type CountedAt = { city: number; now: Date; endOfToday: Date; endOfWeek: Date };

/** How much there is to do in all: overdue by `now`, else by the end of today, else by the end of the week. */
export async function countTodos(
  tx: Tx,
  of:
    | ({ kind: 'units' } & InUnits)
    | { kind: 'office'; but?: readonly Uuid[] }
    | { kind: 'open' }
    | { kind: 'seat'; seat: Uuid },
  at: CountedAt,
): Promise<TodoCounts> {
  const due = of.kind === 'open' ? sql`due_at` : of.kind === 'seat' ? sql`raised_at` : sql`todo_at`;
  const from =
    of.kind === 'units'
      ? sql`assignment where city = ${at.city} and unit = any (${of.units}::uuid[]) and todo is not null and not (for_head and ${of.handler})`
      : of.kind === 'office'
        ? sql`matter where city = ${at.city} and todo is not null and ${of.but?.length ? sql`id <> all (${of.but}::uuid[])` : sql`true`}`
        : of.kind === 'seat'
          ? sql`matter where city = ${at.city} and raised_to = ${of.seat}`
          : sql`matter where city = ${at.city} and phase <> 'closed' and ${WITH_UNITS} and due_at < ${at.endOfWeek}`;
  return counted(tx, due, from, at);
}

async function counted(
  tx: Tx,
  due: RawBuilder<unknown>,
  from: RawBuilder<unknown>,
  at: CountedAt,
): Promise<TodoCounts> {
  const { rows: found } = await sql<TodoCounts>`select count(*)::integer as total,
      (count(*) filter (where ${due} < ${at.now}))::integer as overdue,
      (count(*) filter (where ${due} >= ${at.now} and ${due} < ${at.endOfToday}))::integer as today,
      (count(*) filter (where ${due} >= ${at.now} and ${due} < ${at.endOfWeek}))::integer as week,
      min(${due}) filter (where isfinite(${due})) as worst
    from ${from}`.execute(tx.db);
  return found[0]!;
}
