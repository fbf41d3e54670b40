import type { Uuid } from '../../kernel/index.ts';
import type { Tx } from '../../platform/postgres/index.ts';

/** How many matters somebody raised, how many of them are open, and the newest numbers. */
export type RaisedBy = { originator: Uuid; matters: number; open: number; numbers: string[] };
const raised = {
  name: 'privacy.raised',
  text: `select u.id as originator, r.* from unnest($2::uuid[]) as u (id) cross join lateral (
      select count(*)::integer as matters, (count(*) filter (where m.phase <> 'closed'))::integer as open,
        coalesce((array_agg(m.number order by m.id desc))[1:5], '{}') as numbers
      from matter m where m.city = $1 and m.originators @> array[u.id] and m.originators <> '{}' and not m.sealed) r`,
};

/** What these originators raised. For the system: a matter need not be the administrator's to read, and a sealed one is none of them. */
export const findRaisedBy = (tx: Tx, city: number, originators: readonly Uuid[]): Promise<RaisedBy[]> =>
  tx.run<RaisedBy>(raised, [city, originators]);

const byNumber = {
  name: 'privacy.by-number',
  text: 'select originators from matter where city = $1 and number = $2 and not sealed',
};

/** Those who raised the matter of this number. */
export const findByNumber = async (tx: Tx, city: number, number: string): Promise<Uuid[]> =>
  (await tx.run<{ originators: Uuid[] }>(byNumber, [city, number]))[0]?.originators ?? [];
