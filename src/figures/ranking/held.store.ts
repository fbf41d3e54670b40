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
