import { LAST_UUID, type Uuid } from '../../kernel/index.ts';
import type { Tx } from '../../platform/postgres/index.ts';
import { stateOf, type MatterState } from '../life/state.rules.ts';

const raised = {
  name: 'matter.raised',
  text: `select m.id, m.state from raised_matters($2, $3) as found (id) join matter m on m.city = $1 and m.id = found.id
    order by m.id desc`,
};

/** The matters that the caller raised, an originator, newest first and older than `before`. */
export async function findRaised(
  tx: Tx,
  city: number,
  before: Uuid | null,
  limit: number,
): Promise<{ id: Uuid; state: MatterState }[]> {
  const rows = await tx.run<{ id: Uuid; state: string }>(raised, [city, before ?? LAST_UUID, limit]);
  return rows.map(({ id, state }) => ({ id, state: stateOf(state) }));
}

const sealedOf = {
  name: 'matter.sealed-of',
  text: `select id, state from matter where city = $1 and originators @> array[$2::uuid] and originators <> '{}' and sealed
    order by id`,
};
const hold = {
  name: 'matter.hold-sealed-of',
  text: 'select pg_advisory_xact_lock(hashtextextended($1::text, 570))',
};

/**
 * What is sealed of what somebody raised, for one transaction at a time: of two that decide on two matters of theirs at once, the later sees what the
 * earlier decided. For the system.
 */
export async function findSealedOf(
  tx: Tx,
  city: number,
  originator: Uuid,
): Promise<{ id: Uuid; state: MatterState }[]> {
  await tx.run(hold, [originator]);
  const rows = await tx.run<{ id: Uuid; state: string }>(sealedOf, [city, originator]);
  return rows.map(({ id, state }) => ({ id, state: stateOf(state) }));
}
