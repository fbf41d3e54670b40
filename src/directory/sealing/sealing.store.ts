import type { Uuid } from '../../kernel/index.ts';
import type { Tx } from '../../platform/postgres/index.ts';

const find = {
  name: 'sealing.find',
  text: 'select wrapped from sealed_key where city = $1 and matter = $2 and seat = $3',
};
const put = { name: 'sealing.put', text: 'select put_sealed_keys($1, $2::uuid[], $3::text[])' };
const drop = { name: 'sealing.drop', text: 'select drop_sealed_key($1, $2)' };

/** The key of a sealed matter as it was wrapped for a seat. The database gives nobody but that seat's own. */
export const findWrapped = async (tx: Tx, city: number, matter: Uuid, seat: Uuid): Promise<string | undefined> =>
  (await tx.run<{ wrapped: string }>(find, [city, matter, seat]))[0]?.wrapped;

/** Keeps the key of a matter, wrapped for each of these. For the system. */
export async function putWrapped(
  tx: Tx,
  matter: Uuid,
  all: readonly { readonly seat: Uuid; readonly wrapped: string }[],
): Promise<void> {
  await tx.run(put, [matter, all.map(({ seat }) => seat), all.map(({ wrapped }) => wrapped)]);
}

/** Takes away what was wrapped for a seat. For the system. */
export async function dropWrapped(tx: Tx, matter: Uuid, seat: Uuid): Promise<void> {
  await tx.run(drop, [matter, seat]);
}

const sitters = {
  name: 'sealing.sitters',
  text: `select s.id as seat, s.account, (select count(*)::int from act a
      where a.city = s.city and a.stream = s.account and a.kind = 'reset-password-person') as given
    from seat s where s.city = $1 and s.id = any ($2::uuid[])`,
};

/** Who sits on a seat, and how often an administrator has given them a password. */
export type Holder = { readonly account: Uuid; readonly given: number };

/** Who sits on each of these seats; an originator sits on none and is not in it. */
export const findHolders = async (tx: Tx, city: number, seats: readonly Uuid[]): Promise<ReadonlyMap<Uuid, Holder>> =>
  new Map((await tx.run<{ seat: Uuid } & Holder>(sitters, [city, seats])).map(({ seat, ...holder }) => [seat, holder]));
