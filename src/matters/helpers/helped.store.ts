import type { Uuid } from '../../kernel/index.ts';
import type { Tx } from '../../platform/postgres/index.ts';
import type { Saved } from '../matter-rows.store.ts';
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

const namedFor = {
  name: 'matter.named-for',
  text: `select m.id, m.state from helped_matters($2) as found (id) join matter m on m.city = $1 and m.id = found.id and m.sealed
    order by m.due_at, m.id`,
};

/** Of them those that are sealed. */
export async function findNamedFor(tx: Tx, city: number, most: number): Promise<{ id: Uuid; state: MatterState }[]> {
  const rows = await tx.run<{ id: Uuid; state: string }>(namedFor, [city, most]);
  return rows.map(({ id, state }) => ({ id, state: stateOf(state) }));
}

const leave = { name: 'matter.leave-helping', text: 'select leave_helping($1)' };

/**
 * Takes the caller's own seat out of those who help, by which it reads the matter: comes after all that they write of it. Until then the
 * row is written with them in it ({@link staying}).
 */
export async function leaveHelping(tx: Tx, matter: Uuid): Promise<void> {
  await tx.run(leave, [matter]);
}

/** What is written of a matter while somebody who leaves it still writes. */
export const staying = (next: Saved, seat: Uuid): Saved => ({
  ...next,
  rows: { ...next.rows, matter: { ...next.rows.matter, helpers: [...next.rows.matter.helpers, seat] } },
});
