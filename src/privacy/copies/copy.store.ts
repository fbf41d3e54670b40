import type { Uuid } from '../../kernel/index.ts';
import type { Tx } from '../../platform/postgres/index.ts';

const raised = {
  name: 'privacy.raised-ids',
  text: `select id from matter where city = $1 and originators @> array[$2::uuid] and originators <> '{}'
    and ($3::uuid is null or id = $3) order by id`,
};

/** The matters that somebody raised, or that one of them. For the system. */
export const findRaisedIds = async (tx: Tx, city: number, originator: Uuid, matter: Uuid | null): Promise<Uuid[]> =>
  (await tx.run<{ id: Uuid }>(raised, [city, originator, matter])).map(({ id }) => id);
