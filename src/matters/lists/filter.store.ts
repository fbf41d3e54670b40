import { sql, type RawBuilder } from 'kysely';
import { endOfDay, startOfDay, type Uuid } from '../../kernel/index.ts';
import type { Phase } from '../../mechanism/index.ts';
import type { LedgerQuery } from './list.contract.ts';
import type { Cursor } from './cursor.rules.ts';

/** What a list asks for: the filters, from which key on, how many; `units` for lists of units. */
export type ListQuery = Omit<LedgerQuery, 'after' | 'limit' | 'scope' | 'q' | 'phase'> & {
  phase?: Phase | undefined;
  /** Only what is not struck off, of whatever phase. */
  open?: boolean | undefined;
  city: number;
  after: Cursor | null;
  limit: number;
  now: Date;
  units: readonly Uuid[] | null;
};

/** A deadline as text with microseconds, so that a key read back is the very key. */
export const instant = (column: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`case when isfinite(${column}) then to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') else 'infinity' end`;

export type Columns = (name: string) => RawBuilder<unknown>;
/** The columns of a matter, or of an assignment, by the name that a query gives the table. */
export const columnsOf =
  (table: 'm' | 'c' | 'a'): Columns =>
  (name) =>
    sql.ref(`${table}.${name}`);

/** The filters that every list's index holds, on the table whose columns `of` names; an assignment has its matter's. */
export function filters(q: ListQuery, of: 'm' | 'c' | 'a'): RawBuilder<unknown>[] {
  const column = columnsOf(of);
  const { from, until } = dueSpan(q);
  return [
    ...(q.phase ? [sql`${column('phase')} = ${q.phase}`] : []),
    // Said of a phase besides, as only this proves the index of open matters to be enough.
    ...(q.open || (q.phase && q.phase !== 'closed') ? [sql`${column('phase')} <> 'closed'`] : []),
    ...(q.stage === undefined ? [] : [sql`${column('stage')} = ${q.stage}`]),
    ...(q.area === undefined ? [] : [sql`${column('area')} = ${q.area}`]),
    // Nothing that is struck off runs out: said for the index of what is open.
    ...(from ? [sql`${column('due_at')} >= ${from}`, sql`${column('phase')} <> 'closed'`] : []),
    ...(until ? [sql`${column('due_at')} < ${until}`, sql`${column('phase')} <> 'closed'`] : []),
  ];
}

type Between = { from: Date | null; until: Date | null };

/** Overdue is what ran out before now; soon is what runs out within three days; days asked for narrow it further. */
export function dueSpan({ slip, now, dueFrom, dueTo }: ListQuery): Between {
  const days = daySpan(dueFrom, dueTo);
  const soon = new Date(now.getTime() + 3 * 86_400_000);
  return {
    from: latest(days.from, slip === 'soon' ? now : null),
    until: earliest(days.until, slip === 'overdue' ? now : slip === 'soon' ? soon : null),
  };
}

/** From the beginning of the first day to the end of the last. */
export const daySpan = (first: string | undefined, last: string | undefined): Between => ({
  from: first === undefined ? null : startOfDay(first),
  until: last === undefined ? null : endOfDay(last),
});

const latest = (a: Date | null, b: Date | null): Date | null => (a && b ? (a > b ? a : b) : (a ?? b));
const earliest = (a: Date | null, b: Date | null): Date | null => (a && b ? (a < b ? a : b) : (a ?? b));
