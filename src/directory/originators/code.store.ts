import type { Uuid } from '../../kernel/index.ts';
import type { Tx } from '../../platform/postgres/index.ts';

export type NewCode = {
  id: Uuid;
  originator: Uuid | null;
  lookup: Buffer;
  address: string;
  hash: Buffer;
  at: Date;
  expiresAt: Date;
};

const LOCK = 72_117_120;
const hold = { name: 'code.hold', text: 'select pg_advisory_xact_lock($1, hashtext($2))' };
const asked = {
  name: 'code.asked',
  text: `select array(select at from one_time_code where city = $1 and lookup = $2 and at > $4 order by at desc limit 10) as contact,
    array(select at from one_time_code where city = $1 and address = $3 and at > $4 order by at desc limit 30) as address`,
};

/** When codes were asked for, for this contact and from this address, newest first; many asking at once wait for each other. */
export async function codesAsked(
  tx: Tx,
  city: number,
  { lookup, address, since }: { lookup: Buffer; address: string; since: Date },
): Promise<{ contact: Date[]; address: Date[] }> {
  await tx.run(hold, [LOCK, lookup.toString('hex')]);
  const [row] = await tx.run<{ contact: Date[]; address: Date[] }>(asked, [city, lookup, address, since]);
  return row!;
}

const insert = {
  name: 'code.insert',
  text: `with swept as (delete from one_time_code where city = $1 and at < $9)
    insert into one_time_code (city, id, originator, lookup, address, hash, at, expires_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8)`,
};

/** Keeps a code's hash; sweeps those that bear on nothing any more. */
export async function insertCode(tx: Tx, city: number, c: NewCode, sweep: Date): Promise<void> {
  await tx.run(insert, [city, c.id, c.originator, c.lookup, c.address, c.hash, c.at, c.expiresAt, sweep]);
}

const tried = {
  name: 'code.try',
  text: `update one_time_code set tries = tries + 1
    where city = $1 and id = $2 and tries < $3 and used_at is null and expires_at > $4
    returning originator, hash`,
};

/** Counts one try of a code and tells what it should be; undefined for one that is over. */
export const tryCode = async (tx: Tx, city: number, id: Uuid, most: number, now: Date) =>
  (await tx.run<{ originator: Uuid | null; hash: Buffer }>(tried, [city, id, most, now]))[0];

const used = { name: 'code.used', text: 'update one_time_code set used_at = $3 where city = $1 and id = $2' };

/** From now on the code is over, whatever tries it had left. */
export async function markUsed(tx: Tx, city: number, id: Uuid, now: Date): Promise<void> {
  await tx.run(used, [city, id, now]);
}
