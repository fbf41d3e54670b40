import type { Day, Uuid } from '../../kernel/index.ts';
import type { Tx } from '../../platform/postgres/index.ts';
import { stateOf, type MatterState } from '../life/state.rules.ts';

const due = {
  name: 'matter.recurring-due',
  text: `select id, to_char(recurs_on, 'YYYY-MM-DD') as on from matter
    where city = $1 and recurs_on <= $2 and (recurs_on, id) > ($3, $4) order by recurs_on, id limit $5`,
};

/** A place in the list of what is due: behind this matter of that day. */
export type DueAfter = { readonly id: Uuid; readonly on: Day };

/** Matters below which something is to begin by that day, what has waited longest first, behind `after`. */
export const findDue = (tx: Tx, city: number, today: Day, after: DueAfter, limit: number): Promise<DueAfter[]> =>
  tx.run<DueAfter>(due, [city, today, after.on, after.id, limit]);

const soon = {
  name: 'matter.recurring-soon',
  text: `select id, state from matter where city = $1 and recurs_on <= $2 and ($3::uuid[] is null or lead = any ($3))
    order by recurs_on, id limit $4`,
};

/** Matters below which something begins by that day, the soonest first; `units`: of those that these lead, null: all that may be read. */
export async function findSoon(
  tx: Tx,
  city: number,
  until: Day,
  units: readonly Uuid[] | null,
  limit: number,
): Promise<{ id: Uuid; state: MatterState }[]> {
  const rows = await tx.run<{ id: Uuid; state: string }>(soon, [city, until, units, limit]);
  return rows.map(({ id, state }) => ({ id, state: stateOf(state) }));
}
