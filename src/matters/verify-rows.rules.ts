import type { AssignmentRow, ClockRow, MatterRows } from './project.rules.ts';
import type { MatterState } from './state.rules.ts';

/** A matter's rows as texts, each table one, in the very form in which `readRows` reads them. */
export const asTexts = (
  state: MatterState,
  { matter, assignments, clocks }: MatterRows,
): Record<'matter' | 'assignments' | 'clocks', string> => ({
  matter: matterText(state, matter),
  assignments: assignments
    .toSorted((a, b) => (a.unit < b.unit ? -1 : 1))
    .map(assignmentText)
    .join(', '),
  clocks: clocks.map(clockText).join(', '),
});

const matterText = (state: MatterState, m: MatterRows['matter']): string =>
  `[${text(state.mechanism)}, ${state.version}, ${text(state.number)}, ${state.n}, ${id(state.round)}, ${text(m.stage)}, ${text(m.phase)}, ${text(m.area)}, ${id(m.lead)}, ${JSON.stringify(m.units)}, ${m.openToCity}, ${end(m.dueAt)}, ${text(m.todo)}, ${end(m.todoAt)}, ${moment(state.updatedAt)}, ${m.confidential}, ${m.paused}, ${m.bounces}, ${moment(m.registeredAt)}]`;

const assignmentText = (a: AssignmentRow): string =>
  `[${id(a.unit)}, ${text(a.part)}, ${text(a.stance)}, ${text(a.phase)}, ${text(a.stage)}, ${text(a.area)}, ${a.bounces}, ${end(a.dueAt)}, ${text(a.todo)}, ${end(a.todoAt)}]`;

const clockText = (c: ClockRow): string =>
  `[${c.n}, ${text(c.clock)}, ${id(c.unit)}, ${moment(c.startedAt)}, ${moment(c.dueAt)}, ${text(c.pausedOn)}, ${moment(c.stoppedAt)}, ${text(c.how)}]`;

const text = (value: string | null): string => JSON.stringify(value);
const id = (uuid: string | null): string => (uuid === null ? 'null' : `"${uuid}"`);
const end = (instant: string | null): string => (instant === null ? '"infinity"' : moment(instant));

/** An instant as PostgreSQL writes it into JSON: in the city's time, without zeros at the end of a second's fraction. */
function moment(instant: string | null): string {
  if (instant === null) return 'null';
  let known = written.get(instant);
  if (known === undefined) {
    const local = new Date(Date.parse(instant) + SHANGHAI_MS).toISOString();
    if (written.size >= MOST_WRITTEN) written.clear();
    written.set(instant, (known = `"${local.replace(/\.?0*Z$/, '')}+08:00"`));
  }
  return known;
}
const SHANGHAI_MS = 8 * 3_600_000;
/** A matter's clocks share their moments, and a day's matters their deadlines. */
const written = new Map<string, string>();
const MOST_WRITTEN = 10_000;
