import type { Uuid } from '../../kernel/index.ts';
import type { Tx } from '../../platform/postgres/index.ts';
import { stateOf, type MatterState } from '../life/state.rules.ts';

// The text of a state holds the ids of its parties: of a unit's open matters it leaves the few that name the enterprise.
const inHand = {
  name: 'parties.in-hand',
  text: `with own as (select id, unit from seat where city = $1 and account = $2 and until_at is null),
      found as (
        select a.matter as id from assignment a join own on own.unit = a.unit where a.city = $1 and a.part = 'lead' and a.phase <> 'closed'
        union
        select m.id from matter m where m.city = $1 and m.helpers <> '{}' and m.helpers && (select array_agg(id) from own))
    select m.id, m.state, (select array_agg(id) from own) as seats from found join matter m on m.city = $1 and m.id = found.id
    where m.phase <> 'closed' and not m.sealed and strpos(m.state, $3::text) > 0 order by m.id`,
};

/**
 * The open matters that somebody may have in hand and that name an enterprise, by id, with the seats on which they sit: those that their units
 * lead, and those that they help with. For the system.
 */
export async function findInHand(
  tx: Tx,
  city: number,
  account: Uuid,
  enterprise: Uuid,
): Promise<{ id: Uuid; state: MatterState; seats: Uuid[] }[]> {
  const rows = await tx.run<{ id: Uuid; state: string; seats: Uuid[] }>(inHand, [city, account, enterprise]);
  return rows.map(({ id, state, seats }) => ({ id, state: stateOf(state), seats }));
}
