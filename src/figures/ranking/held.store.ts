import type { Day } from '../../kernel/index.ts';
import type { Tx } from '../../platform/postgres/index.ts';

const hold = {
  name: 'ranking.hold',
  text: `insert into ranking_held (city, mechanism, first_day, last_day, held_at) values ($1, $2, $3, $4, $5)
    on conflict do nothing returning mechanism`,
};

/** Notes that a ranking is held, in the transaction of what follows from it; false where it was held before. */
export const noteHeld = async (
  tx: Tx,
  city: number,
  { mechanism, from, to }: { mechanism: string; from: Day; to: Day },
  now: Date,
): Promise<boolean> => (await tx.run(hold, [city, mechanism, from, to, now])).length > 0;

const held = {
  name: 'ranking.held',
  text: `select held_at as at from ranking_held where city = $1 and mechanism = $2 and first_day = $3 and last_day = $4`,
};

/** When the ranking of a period was held; null where it was not. */
export const findHeld = async (
  tx: Tx,
  city: number,
  { mechanism, from, to }: { mechanism: string; from: Day; to: Day },
): Promise<Date | null> => (await tx.run<{ at: Date }>(held, [city, mechanism, from, to]))[0]?.at ?? null;

const heldLast = {
  name: 'ranking.held-last',
  text: `select first_day as "from", last_day as "to" from ranking_held where city = $1 and mechanism = $2 order by last_day desc limit 1`,
};

/** The period whose ranking was held last; null where none was. */
export const findHeldLast = async (tx: Tx, city: number, mechanism: string): Promise<{ from: Day; to: Day } | null> =>
  (await tx.run<{ from: Day; to: Day }>(heldLast, [city, mechanism]))[0] ?? null;
