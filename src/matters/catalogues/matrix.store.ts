import type { Uuid } from '../../kernel/index.ts';
import type { Tx } from '../../platform/postgres/index.ts';
import { stateOf, type MatterState } from '../life/state.rules.ts';

/** A part of an item, as the matrix needs it; `due` is an instant, null where none is running. */
export type StoredPart = {
  readonly id: Uuid;
  readonly lead: Uuid | null;
  readonly mechanism: string;
  readonly version: number;
  readonly stage: string;
  readonly phase: string;
  readonly due: string | null;
  /** Of one that was struck off: the edition that has other words for it since. */
  readonly outworded: string | null;
};
export type StoredItem = { readonly id: Uuid; readonly state: MatterState; readonly parts: readonly StoredPart[] };

const items = {
  name: 'catalogue.items',
  text: `select m.id, m.state, coalesce(below.parts, '[]') as parts
    from matter m left join lateral (
      select json_agg(json_build_object('id', c.id, 'lead', c.lead, 'mechanism', c.mechanism, 'version', c.version, 'stage', c.stage,
        'phase', c.phase, 'due', nullif(c.due_at, 'infinity'), 'outworded',
        case when c.phase = 'closed' and strpos(c.state, '"outworded":') > 0 then c.state::jsonb ->> 'outworded' end) order by c.id) as parts
      from matter c where c.city = m.city and c.parent = m.id) below on true
    where m.city = $1 and m.mechanism = $2 and m.catalogue = $3`,
};

/** The items of a list that the caller may read, each with what stands below it, in one query. */
export async function findItems(tx: Tx, city: number, mechanism: string, catalogue: string): Promise<StoredItem[]> {
  const rows = await tx.run<{ id: Uuid; state: string; parts: StoredPart[] }>(items, [city, mechanism, catalogue]);
  return rows.map(({ id, state, parts }) => ({ id, state: stateOf(state), parts }));
}

const lists = {
  name: 'catalogue.lists',
  text: `select mechanism, catalogue, count(*)::int as items from matter
    where city = $1 and catalogue is not null group by mechanism, catalogue order by max(registered_at) desc`,
};

/** The lists that the city has, the newest first. */
export const findLists = (tx: Tx, city: number): Promise<{ mechanism: string; catalogue: string; items: number }[]> =>
  tx.run(lists, [city]);

const lock = {
  name: 'catalogue.lock',
  text: `select pg_advisory_xact_lock(hashtextextended($1, 270))`,
};

/** Until the transaction ends nobody else registers items of this list. */
export const lockCatalogue = async (tx: Tx, city: number, mechanism: string, catalogue: string): Promise<void> => {
  await tx.run(lock, [`${city}/${mechanism}/${catalogue}`]);
};
