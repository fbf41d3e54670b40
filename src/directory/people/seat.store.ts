import { refuse, type Uuid } from '../../kernel/index.ts';
import type { Entry, Noun } from '../../ledger/index.ts';
import type { Caller, SeatRole, SeatChoice } from '../../platform/identity/contract.ts';
import type { Pool, Tx } from '../../platform/postgres/index.ts';
import type { Seat, Tenure } from './people.contract.ts';
import { foldSeat, sittingOf, type SeatState, type Sitting } from './seat.rules.ts';

const seats = { name: 'directory.seats', text: 'select * from find_seats($1, $2, $3)' };

/**
 * The seats that an account holds at a moment, the one that is taken when none is chosen first. Outside any transaction, as
 * {@link findCaller}.
 */
export async function findSeats(pool: Pool, city: number, account: Uuid, now: Date): Promise<readonly SeatChoice[]> {
  return (await pool.query<SeatChoice>({ ...seats, values: [city, account, now] })).rows;
}

const caller = { name: 'directory.caller', text: 'select * from find_caller($1, $2, $3, $4)' };

/**
 * Who an account is on a seat, or with null on the first of its seats: the caller for policies and row-level security. `units`
 * are the seat's unit and all below it. Undefined when it holds no such seat at that moment or is disabled. One statement
 * outside any transaction, as it is asked with every request before anybody is known.
 */
export async function findCaller(
  pool: Pool,
  city: number,
  account: Uuid,
  seat: Uuid | null,
  now: Date,
): Promise<Caller | undefined> {
  const found = await pool.query<Caller>({ ...caller, values: [city, account, seat, now] });
  return found.rows[0];
}

// None at all is how it looks where somebody has taken them away; `huiyin verify` then names the seat.
const TENURES = `(select coalesce(json_agg(json_build_object('account', t.account, 'name', p.name, 'unit', t.unit, 'title', t.title,
    'from', t.from_at, 'until', t.until_at) order by t.n), '[]')
  from tenure t join account p on p.city = t.city and p.id = t.account where t.city = s.city and t.seat = s.id)`;
const list = {
  name: 'directory.seat-list',
  text: `select s.id, s.account, a.name, s.unit, s.role, s.title, s.from_at as "from", s.until_at as until, ${TENURES} as tenures
    from seat s join account a on a.city = s.city and a.id = s.account
    where s.city = $1 and ($2::uuid is null or s.unit = $2) and (not $3::boolean or s.unit is null)
      and ($4::uuid is null or exists (select from tenure t where t.city = s.city and t.seat = s.id and t.account = $4))
    order by s.until_at desc nulls first, s.from_at, s.id`,
};
type ListedSeat = Omit<Seat, 'from' | 'until'> & { from: Date; until: Date | null };
const iso = (at: string): string => new Date(at).toISOString();
const tenureOf = (row: Tenure): Tenure => ({ ...row, from: iso(row.from), until: row.until && iso(row.until) });

/** Seats by unit (`none`: above the units) or by who sits or sat there, held ones first. */
export async function listSeats(
  tx: Tx,
  city: number,
  by: { unit?: string | undefined; account?: string | undefined },
): Promise<Seat[]> {
  const unit = by.unit === undefined || by.unit === 'none' ? null : by.unit;
  const rows = await tx.run<ListedSeat>(list, [city, unit, by.unit === 'none', by.account ?? null]);
  return rows.map((row) => ({
    ...row,
    from: row.from.toISOString(),
    until: row.until?.toISOString() ?? null,
    tenures: row.tenures.map(tenureOf),
  }));
}

const sitters = {
  name: 'directory.sitters',
  text: `select t.seat, a.name, t.title, t.unit, t.until_at as until
    from tenure t join account a on a.city = t.city and a.id = t.account
    where t.city = $1 and t.seat = any ($2::uuid[]) order by t.seat, t.n`,
};
/** Who sat on a seat, and for which unit. */
export type Sitter = { readonly name: string; readonly title: string; readonly unit: Uuid | null };

/** Who sat on these seats, for a story of acts: asked by seat and moment. A seat that has ended is told too. */
export async function findSitters(
  tx: Tx,
  city: number,
  ids: readonly Uuid[],
): Promise<(seat: Uuid, at: Date) => Sitter | undefined> {
  const bySeat = new Map<Uuid, (Sitter & { until: Date | null })[]>();
  if (ids.length > 0) {
    const rows = await tx.run<Sitter & { seat: Uuid; until: Date | null }>(sitters, [city, ids]);
    for (const { seat, ...row } of rows) bySeat.set(seat, [...(bySeat.get(seat) ?? []), row]);
  }
  return (seat, at) => {
    const sat = bySeat.get(seat);
    return sat?.find(({ until }) => until === null || at < until) ?? sat?.at(-1);
  };
}

const write = {
  name: 'directory.write-seats',
  text: `insert into seat (city, id, account, unit, role, title, from_at, until_at)
    select $1, id, account, unit, role, title, "from", until
    from json_to_recordset($2) as r (id uuid, account uuid, unit uuid, role text, title text, "from" timestamptz,
      until timestamptz)
    on conflict (city, id) do update set account = excluded.account, unit = excluded.unit, title = excluded.title,
      until_at = excluded.until_at`,
};
const writeTenures = {
  name: 'directory.write-tenures',
  text: `insert into tenure (city, seat, n, account, unit, title, from_at, until_at)
    select $1, seat, n, account, unit, title, "from", until
    from json_to_recordset($2) as r (seat uuid, n integer, account uuid, unit uuid, title text, "from" timestamptz,
      until timestamptz)
    on conflict (city, seat, n) do update set account = excluded.account, unit = excluded.unit, title = excluded.title,
      from_at = excluded.from_at, until_at = excluded.until_at`,
};

async function writeSeats(tx: Tx, city: number, entries: readonly Entry<SeatState>[]): Promise<void> {
  const rows = entries.map(({ id, state: { role, from, until, ...state } }) => {
    const { account, unit, title } = state.tenures.at(-1)!;
    return { id, account, unit, role, title, from, until };
  });
  const tenures = entries.flatMap(({ id, state }) => state.tenures.map((one, i) => ({ seat: id, n: i + 1, ...one })));
  try {
    await tx.run(write, [city, JSON.stringify(rows)]);
    await tx.run(writeTenures, [city, JSON.stringify(tenures)]);
  } catch (error) {
    if ((error as { constraint?: string }).constraint !== 'seat_city_account_fkey') throw error;
    refuse('directory.no-such-account', { account: sittingOf(entries[0]!.state).account }, { pointer: '/account' });
  }
}

const stretch = {
  name: 'directory.seats-within',
  text: `select s.id, s.role, s.from_at as "from", s.until_at as until, ${TENURES} as tenures,
      json_build_array(s.account, s.unit, s.title) as head
    from seat s where s.city = $1 and s.id >= $2 and s.id <= $3`,
};
type StoredSeat = { id: Uuid; role: SeatRole; from: Date; until: Date | null; tenures: Tenure[]; head: unknown };
const stateOf = (row: StoredSeat): SeatState => ({
  role: row.role,
  from: row.from.toISOString(),
  until: row.until?.toISOString() ?? null,
  tenures: row.tenures.map((one): Sitting => {
    const { name: _, ...sitting } = tenureOf(one);
    return sitting;
  }),
});
const headOf = ({ account, unit, title }: Sitting) => [account, unit, title];

/** Seats, as the register keeps them. */
export const seatNoun: Noun<SeatState> = {
  name: 'seat',
  opens: 'open-seat',
  fold: foldSeat,
  write: writeSeats,
  beside: (state) => headOf(sittingOf(state)),
  async read(tx, city, { from, upTo }) {
    const rows = await tx.run<StoredSeat>(stretch, [city, from, upTo]);
    return rows.map((row) => ({ id: row.id, state: stateOf(row), beside: row.head }));
  },
};
