import type { Uuid } from '../../kernel/index.ts';
import type { Tx } from '../../platform/postgres/index.ts';
import { stateOf, type MatterState } from '../life/state.rules.ts';

type Row = { id: Uuid; state: string };

const asking = {
  name: 'matter.asking',
  text: `select id, state from matter where city = $1 and todo = 'grant' order by todo_at, id limit $2`,
};

/** The matters in which a unit asks for more time and nobody has answered, the most urgent first. */
export async function findAsking(tx: Tx, city: number, most: number): Promise<{ id: Uuid; state: MatterState }[]> {
  const rows = await tx.run<Row>(asking, [city, most]);
  return rows.map(({ id, state }) => ({ id, state: stateOf(state) }));
}

const late = {
  name: 'matter.latest',
  text: `select id, state from matter where city = $1 and phase in ('open', 'assigned', 'working') and phase <> 'closed'
    and due_at < $2 order by due_at, id limit $3`,
};

/** What no unit has answered and has been overdue longest by `now`; what was sent back for another lead unit too. */
export async function findLatest(
  tx: Tx,
  city: number,
  now: Date,
  most: number,
): Promise<{ id: Uuid; state: MatterState }[]> {
  const rows = await tx.run<Row>(late, [city, now, most]);
  return rows.map(({ id, state }) => ({ id, state: stateOf(state) }));
}
