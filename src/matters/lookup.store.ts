import type { Uuid } from '../kernel/index.ts';
import type { Tx } from '../platform/postgres/index.ts';
import { stateOf, type MatterState } from './life/state.rules.ts';

const several = {
  name: 'matter.several',
  text: 'select id, state from matter where city = $1 and id = any ($2::uuid[])',
};

/** The matters of these ids that the caller may read, by id. */
export async function findMatters(tx: Tx, city: number, ids: readonly Uuid[]): Promise<ReadonlyMap<Uuid, MatterState>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.run<{ id: Uuid; state: string }>(several, [city, ids]);
  return new Map(rows.map((row) => [row.id, stateOf(row.state)]));
}
