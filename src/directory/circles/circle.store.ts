import type { Uuid } from '../../kernel/index.ts';
import { streamOf, type EntryAct, type Noun } from '../../ledger/index.ts';
import type { Tx } from '../../platform/postgres/index.ts';

/** Who is named for the sealed matters of a mechanism, after all acts so far; `since`: when each of the seats was, in their order. */
export type CircleState = {
  readonly mechanism: string;
  readonly seats: readonly Uuid[];
  readonly since: readonly string[];
};

/** A mechanism's circle is known by its name. */
export const circleId = (city: number, mechanism: string): Uuid => streamOf(`circle/${city}/${mechanism}`);

function foldCircle(state: CircleState | null, { kind, given, at }: EntryAct): CircleState {
  const { mechanism, seat } = given as { mechanism: string; seat: Uuid };
  if (kind === 'open-circle') return { mechanism, seats: [seat], since: [at] };
  if (!state) throw new Error(`${kind} on a circle that was not opened`);
  const others = state.seats.flatMap((one, n) => (one === seat ? [] : [{ one, at: state.since[n]! }]));
  const all = kind === 'name-seat' ? [...others, { one: seat, at }] : others;
  return { ...state, seats: all.map(({ one }) => one), since: all.map((one) => one.at) };
}

const write = {
  name: 'circle.write',
  text: `insert into circle (city, id, mechanism, seats, since)
    select $1, id, mechanism, array(select json_array_elements_text(seats)::uuid),
      array(select json_array_elements_text(since)::timestamptz)
    from json_to_recordset($2) as r (id uuid, mechanism text, seats json, since json)
    on conflict (city, id) do update set seats = excluded.seats, since = excluded.since`,
};
const stretch = {
  name: 'circle.within',
  text: 'select id, mechanism, seats, since from circle where city = $1 and id >= $2 and id <= $3',
};

/** Circles, as the register keeps them. */
export const circleNoun: Noun<CircleState> = {
  name: 'circle',
  opens: 'open-circle',
  fold: foldCircle,
  async write(tx, city, entries) {
    await tx.run(write, [city, JSON.stringify(entries.map(({ id, state }) => ({ id, ...state })))]);
  },
  async read(tx, city, { from, upTo }) {
    const rows = await tx.run<{ id: Uuid; mechanism: string; seats: Uuid[]; since: Date[] }>(stretch, [
      city,
      from,
      upTo,
    ]);
    return rows.map(({ id, mechanism, seats, since }) => ({
      id,
      state: { mechanism, seats, since: since.map((at) => at.toISOString()) },
    }));
  },
};

// Whoever sits there sat there when the seat was named, has had no password from an administrator since, and is none.
const named = {
  name: 'circle.named',
  text: `select n.seat from circle c, unnest(c.seats, c.since) with ordinality as n (seat, since, place)
    join seat s on s.city = $1 and s.id = n.seat and s.until_at is null
    join account p on p.city = $1 and p.id = s.account and p.disabled_at is null
    where c.city = $1 and c.mechanism = $2
      and exists (select from tenure t where t.city = $1 and t.seat = s.id and t.account = s.account
        and t.from_at <= n.since and (t.until_at is null or t.until_at > n.since))
      and not exists (select from act a where a.city = $1 and a.stream = s.account and a.kind = 'reset-password-person'
        and a.at > n.since)
      and not exists (select from seat o where o.city = $1 and o.account = s.account and o.role = 'administrator'
        and o.until_at is null)
    order by n.place`,
};

/**
 * The seats that are named for the sealed matters of a mechanism and hold: on which the very person sits who was meant. For the system,
 * as whoever raises a matter is not told who they are.
 */
export const findCircle = async (tx: Tx, city: number, mechanism: string): Promise<readonly Uuid[]> =>
  (await tx.run<{ seat: Uuid }>(named, [city, mechanism])).map(({ seat }) => seat);

const fit = {
  name: 'circle.fit',
  text: `select s.account, p.must_change as "mustChange", exists (select from seat o where o.city = $1 and o.account = s.account
        and o.role = 'administrator' and o.until_at is null) as administers
    from seat s join account p on p.city = s.city and p.id = s.account
    where s.city = $1 and s.id = $2 and s.until_at is null`,
};
export type Sitter = { readonly account: Uuid; readonly mustChange: boolean; readonly administers: boolean };

/** Who sits on a seat that is to be named; undefined where nobody does. For the system. */
export const findSitter = async (tx: Tx, city: number, seat: Uuid): Promise<Sitter | undefined> =>
  (await tx.run<Sitter>(fit, [city, seat]))[0];
