import { sql, type RawBuilder } from 'kysely';
import type { Uuid } from '../../kernel/index.ts';
import { findHands } from '../../ledger/index.ts';
import type { Tx } from '../../platform/postgres/index.ts';
import { ONLY_SAYS } from './hand.rules.ts';

/** A seat that may have a unit's work in hand. */
export type HandSeat = { readonly seat: Uuid; readonly unit: Uuid };

/**
 * Who of these seats has a unit's part of a matter in hand: whoever of the unit acted on it last, as notices are sent (see
 * src/notices/telling/people.rules.ts), but for what only says something; null where nobody has. `a` is the assignment's table.
 */
export const handOf = (seats: readonly HandSeat[]): RawBuilder<Uuid | null> =>
  sql`(select done.seat from act done where done.city = a.city and done.stream = a.matter
    and done.seat in (select here.seat from unnest(${seats.map((s) => s.seat)}::uuid[], ${seats.map((s) => s.unit)}::uuid[])
      as here (seat, unit) where here.unit = a.unit)
    and done.kind <> all (${ONLY_SAYS}::text[])
    order by done.seq desc limit 1)`;

/** Who has had these matters in hand, for each the last first; of one that nobody had, nothing. */
export async function findHandsOf(
  tx: Tx,
  city: number,
  matters: readonly Uuid[],
): Promise<(matter: Uuid) => readonly Uuid[]> {
  const hands = await findHands(tx, city, [...new Set(matters)], ONLY_SAYS);
  return (matter) => hands.get(matter) ?? [];
}

/** What is counted of one hand's work. `worst`: when the first of it ran out or will. */
export type HandCount = {
  hand: Uuid | null;
  total: number;
  overdue: number;
  today: number;
  week: number;
  worst: Date | null;
};
type At = { city: number; now: Date; endOfToday: Date; endOfWeek: Date };

const counted = (at: At, of: RawBuilder<unknown>): RawBuilder<unknown> => sql`count(*)::integer as total,
  (count(*) filter (where ${of} < ${at.now}))::integer as overdue,
  (count(*) filter (where ${of} >= ${at.now} and ${of} < ${at.endOfToday}))::integer as today,
  (count(*) filter (where ${of} >= ${at.now} and ${of} < ${at.endOfWeek}))::integer as week,
  min(${of}) filter (where isfinite(${of})) as worst`;

/** What these units must do, counted by who has it in hand; what was raised to the seat that asks is in its own, and in no unit's any more. */
export async function countHands(
  tx: Tx,
  { seat, units }: { readonly seat: Uuid; readonly units: readonly Uuid[] },
  seats: readonly HandSeat[],
  at: At,
): Promise<HandCount[]> {
  const raised = sql`from matter m where m.city = ${at.city} and m.raised_to = ${seat}`;
  const { rows } = await sql<HandCount>`select hand, ${counted(at, sql`due`)} from (
      select ${handOf(seats)} as hand, a.todo_at as due from assignment a
      where a.city = ${at.city} and a.unit = any (${units}::uuid[]) and a.todo is not null
        and a.matter not in (select m.id ${raised})
      union all select ${seat}::uuid, m.raised_at ${raised}) work
    group by hand`.execute(tx.db);
  return rows;
}
