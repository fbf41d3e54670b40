import type { Uuid } from '../../kernel/index.ts';
import type { Noun } from '../../ledger/index.ts';
import type { Tx } from '../../platform/postgres/index.ts';
import type { Person } from './people.contract.ts';
import { foldPerson, type PersonState } from './person.rules.ts';

const page = {
  name: 'directory.people-register',
  text: `select a.id, a.login, a.name, a.created_at as "openedAt", a.disabled_at as "disabledAt", a.must_change as "mustChange",
      a.has_password as "hasPassword", coalesce(h.seats, '[]') as seats
    from account a left join lateral (
      select json_agg(json_build_object('id', s.id, 'unit', s.unit, 'role', s.role, 'title', s.title) order by s.from_at, s.id)
        as seats
      from seat s where s.city = a.city and s.account = a.id and s.until_at is null) h on true
    where a.city = $1 and a.login > $2 and ($3 = '' or position($3 in a.name) > 0 or position(lower($3) in a.login) > 0)
      and ($4::text is distinct from 'seat' or h.seats is null)
      and ($4::text is distinct from 'password' or (not a.has_password and a.disabled_at is null))
    order by a.login limit $5`,
};
type Row = Omit<Person, 'openedAt' | 'disabledAt'> & { openedAt: Date; disabledAt: Date | null };

/** People in the order of their logins after one, so many of them at most. */
export async function listPeople(
  tx: Tx,
  city: number,
  ask: { after: string; q: string; without: 'seat' | 'password' | null; limit: number },
): Promise<Person[]> {
  const rows = await tx.run<Row>(page, [city, ask.after, ask.q, ask.without, ask.limit]);
  return rows.map((row) => ({
    ...row,
    openedAt: row.openedAt.toISOString(),
    disabledAt: row.disabledAt?.toISOString() ?? null,
  }));
}

// The row is there already: it is opened with its password, which stands in no act.
const write = {
  name: 'directory.write-people',
  text: `update account a set name = r.name, disabled_at = r."disabledAt", must_change = r."mustChange"
    from json_to_recordset($2) as r (id uuid, name text, "disabledAt" timestamptz, "mustChange" boolean)
    where a.city = $1 and a.id = r.id`,
};

const stretch = {
  name: 'directory.people-within',
  text: `select id, login, name, created_at as "openedAt", disabled_at as "disabledAt", must_change as "mustChange"
    from account where city = $1 and id >= $2 and id <= $3`,
};
const logins = { name: 'directory.logins-within', text: 'select account, logins from logins_within($1, $2)' };

/** People with an account, as the register keeps them. */
export const personNoun: Noun<PersonState> = {
  name: 'person',
  opens: 'open-person',
  fold: foldPerson,
  async write(tx, city, entries) {
    await tx.run(write, [city, JSON.stringify(entries.map(({ id, state }) => ({ id, ...state })))]);
  },
  // By what an account can sign in stands in a table of its own, one of all cities.
  beside: ({ login }) => [login],
  async read(tx, city, { from, upTo }) {
    const [rows, found] = await Promise.all([
      tx.run<Omit<Row, 'seats' | 'hasPassword'>>(stretch, [city, from, upTo]),
      tx.run<{ account: Uuid; logins: string[] }>(logins, [from, upTo]),
    ]);
    const loginsOf = new Map(found.map(({ account, logins: own }) => [account, own]));
    return rows.map(({ id, openedAt, disabledAt, ...row }) => ({
      id,
      state: { ...row, openedAt: openedAt.toISOString(), disabledAt: disabledAt?.toISOString() ?? null },
      beside: loginsOf.get(id) ?? [],
    }));
  },
};

/** The login of an account that is there. */
export async function findLogin({ db }: Tx, city: number, account: Uuid): Promise<string> {
  const query = db.selectFrom('account').select('login').where('city', '=', city).where('id', '=', account);
  return (await query.executeTakeFirstOrThrow()).login;
}
