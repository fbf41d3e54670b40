import type { Uuid } from '../../kernel/index.ts';
import type { Tx } from '../../platform/postgres/index.ts';
import { stateOf, type MatterState } from '../life/state.rules.ts';

const helped = {
  name: 'matter.helped',
  text: `select m.id, m.state from helped_matters($2) as found (id) join matter m on m.city = $1 and m.id = found.id
    order by m.due_at, m.id`,
};

/** The matters that are not struck off with which the caller was asked to help, the next due first. */
export async function findHelped(tx: Tx, city: number, most: number): Promise<{ id: Uuid; state: MatterState }[]> {
  const rows = await tx.run<{ id: Uuid; state: string }>(helped, [city, most]);
  return rows.map(({ id, state }) => ({ id, state: stateOf(state) }));
}
