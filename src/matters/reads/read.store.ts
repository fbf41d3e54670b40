import type { Uuid } from '../../kernel/index.ts';
import type { Caller } from '../../platform/identity/contract.ts';
import type { Tx } from '../../platform/postgres/index.ts';

const head = { name: 'reads.matter', text: 'select units, phase from matter where city = $1 and id = $2' };

/** What of a matter its reads are told against; undefined where the caller may read no such matter. */
export const findReadable = async (
  tx: Tx,
  city: number,
  matter: Uuid,
): Promise<{ units: Uuid[]; phase: string } | undefined> =>
  (await tx.run<{ units: Uuid[]; phase: string }>(head, [city, matter]))[0];

// Never further than the matter is, and never back.
const note = {
  name: 'reads.note',
  text: `insert into matter_read as r (city, matter, seat, account, seq, at)
    select $1, m.id, $3, $4, least($5, m.seq), $6 from matter m where m.city = $1 and m.id = $2
    on conflict (city, matter, seat, account) do update set seq = excluded.seq, at = excluded.at where r.seq < excluded.seq`,
};

/** Notes that a person on a seat has read a matter up to an act; sent again, or of an earlier act, it changes nothing. */
export async function noteRead(
  tx: Tx,
  { city, seat, account }: Pick<Caller, 'city' | 'seat' | 'account'>,
  matter: Uuid,
  { upTo, at }: { upTo: number; at: Date },
): Promise<void> {
  await tx.run(note, [city, matter, seat, account, upTo, at]);
}

export type StoredRead = { seat: Uuid; account: Uuid; seq: number; at: Date };

/**
 * Who has had a matter before them: each person on a seat who noted that they read it, and each who acted on it, up to that act.
 * Who acted is asked of the ledger, so that an act done from a list is a look as well, by whoever sat there then. Of a look
 * and an act the further counts; of several as far, the first.
 */
const LOOKS = `select distinct on (seat, account) seat, account, seq, at from (
      select seat, account, seq, at from matter_read where city = $1 and matter = $2
      union all
      select t.seat, sat.account, t.seq, t.at from act t, lateral (
        select s.account from tenure s where s.city = t.city and s.seat = t.seat and (s.until_at is null or t.at < s.until_at)
        order by s.n limit 1) sat
      where t.city = $1 and t.stream = $2) look
    order by seat, account, seq desc, at`;

const newest = {
  name: 'reads.newest',
  text: `select seat, account, seq, at, count(*) over ()::integer as count from (${LOOKS}) looks
    order by at desc, seat limit $3`,
};

/** The latest who read a matter, and how many there are in all. */
export async function findReads(
  tx: Tx,
  city: number,
  matter: Uuid,
  most: number,
): Promise<{ rows: StoredRead[]; count: number }> {
  const rows = await tx.run<StoredRead & { count: number }>(newest, [city, matter, most]);
  return { rows, count: rows[0]?.count ?? 0 };
}

const own = {
  name: 'reads.own',
  text: `select seq from (${LOOKS}) looks where seat = $3 and account = $4`,
};

/** The act up to which a person on a seat has read a matter, or acted on it; 0 where not at all. */
export const findOwnRead = async (
  tx: Tx,
  { city, seat, account }: Pick<Caller, 'city' | 'seat' | 'account'>,
  matter: Uuid,
): Promise<number> => (await tx.run<{ seq: number }>(own, [city, matter, seat, account]))[0]?.seq ?? 0;

const unseen = {
  name: 'reads.unseen',
  text: `select u.unit from unnest($3::uuid[]) with ordinality as u (unit, n)
    where not exists (select from matter_read r join seat s on s.city = r.city and s.id = r.seat
      where r.city = $1 and r.matter = $2 and s.unit = u.unit)
    and not exists (select from act t join seat s on s.city = t.city and s.id = t.seat
      where t.city = $1 and t.stream = $2 and s.unit = u.unit)
    order by u.n`,
};

/** Those of the units of which no seat has opened the matter, nor acted on it. */
export const findUnseen = async (tx: Tx, city: number, matter: Uuid, units: readonly Uuid[]): Promise<Uuid[]> =>
  (await tx.run<{ unit: Uuid }>(unseen, [city, matter, units])).map(({ unit }) => unit);
