import type { AssignmentRow, ClockRow, MatterRows } from './life/project.rules.ts';

/** What is written of a matter after its newest act: `state` is JSON, `hash` hexadecimal. */
export type Saved = { rows: MatterRows; updatedAt: string; seq: number; hash: string; state: string };

/** Columns that records of assignments carry, as JSON, into their table; `infinity` stands for no deadline. */
export const ASSIGNMENT = `unit uuid, mechanism text, sealed boolean, part text, stance text, phase text, stage text, area text, bounces integer, due_at timestamptz, todo text, todo_at timestamptz, for_head boolean, meets_on date`;
/** Likewise of clocks. */
export const CLOCK = `n integer, clock text, unit uuid, started_at timestamptz, due_at timestamptz, paused_on date, stopped_at timestamptz, how text`;

/** A deadline as its column holds it. */
export const orInfinity = (instant: string | null): string => instant ?? 'infinity';

/** An assignment with the names of its columns. */
export const assignmentRecord = (a: AssignmentRow): Record<string, unknown> => ({
  unit: a.unit,
  mechanism: a.mechanism,
  sealed: a.sealed,
  part: a.part,
  stance: a.stance,
  phase: a.phase,
  stage: a.stage,
  area: a.area,
  bounces: a.bounces,
  due_at: orInfinity(a.dueAt),
  todo: a.todo,
  todo_at: orInfinity(a.todoAt),
  for_head: a.forHead,
  meets_on: a.meetsOn,
});
/** A clock with the names of its columns. */
export const clockRecord = (c: ClockRow): Record<string, unknown> => ({
  n: c.n,
  clock: c.clock,
  unit: c.unit,
  started_at: c.startedAt,
  due_at: c.dueAt,
  paused_on: c.pausedOn,
  stopped_at: c.stoppedAt,
  how: c.how,
});
/** Rows as one parameter of a statement. */
export const records = <R>(rows: readonly R[], record: (row: R) => Record<string, unknown>): string =>
  JSON.stringify(rows.map(record));
