import type { Pool, Tx } from '../postgres/index.ts';

// Nobody is known yet when these run, so they run outside a caller's transaction, through functions that each answer one
// question (see migrations/0001_platform.sql).

export type StoredAccount = {
  city: number;
  account: string;
  name: string;
  password_hash: string;
  disabled_at: Date | null;
};
export type StoredSession = {
  city: number;
  account: string;
  seat: string | null;
  expires_at: Date;
  must_change: boolean;
};
export type Earlier = { by_login: number; login_last: Date | null; by_address: number; address_last: Date | null };

/** The account of a login, in whichever city of this server; undefined where nobody has it. */
export const findAccountByLogin = async (pool: Pool, login: string): Promise<StoredAccount | undefined> =>
  (await pool.query<StoredAccount>({ name: 'identity.find', text: 'select * from find_sign_in($1)', values: [login] }))
    .rows[0];

/** Notes that somebody tries to sign in and answers with its number; sweeps attempts a day old and sessions that are over. */
export async function noteAttempt(pool: Pool, login: string, address: string, at: Date): Promise<number> {
  const { rows } = await pool.query<{ id: number }>('select note_sign_in($1, $2, $3) as id', [login, address, at]);
  return rows[0]!.id;
}

/** The attempts before this one, by the same login and from the same address: how many, and when last. */
export async function earlierAttempts(pool: Pool, id: number, login: string, address: string): Promise<Earlier> {
  const { rows } = await pool.query<Earlier>('select * from earlier_sign_ins($1, $2, $3)', [id, login, address]);
  return rows[0]!;
}

/** Takes back an attempt that was not let try, so that it does not count against the next. */
export const dropAttempt = (pool: Pool, id: number) => pool.query('select drop_sign_in($1)', [id]);

/** Forgets the attempts at a login, whose holder has come in. */
export const forgiveAttempts = (pool: Pool, login: string) => pool.query('select forgive_sign_ins($1)', [login]);

export type NewSession = {
  city: number;
  hash: Buffer;
  account: string;
  at: Date;
  until: Date;
  address: string;
  agent: string;
};

/** Opens a session; of its token only the hash is kept. */
export const insertSession = (pool: Pool, s: NewSession) =>
  pool.query('select open_session($1, $2, $3, $4, $5, $6, $7)', [
    s.city,
    s.hash,
    s.account,
    s.at,
    s.until,
    s.address.slice(0, 64),
    s.agent.slice(0, 200),
  ]);

/** The session behind a token, kept alive by being asked for; undefined where it is over, idle for too long, or its account disabled. */
export async function findSession(pool: Pool, city: number, hash: Buffer, at: Date, idleSeconds: number) {
  const text = "select * from use_session($1, $2, $3, $4 * interval '1 second')";
  const { rows } = await pool.query<StoredSession>({
    name: 'identity.session',
    text,
    values: [city, hash, at, idleSeconds],
  });
  return rows[0];
}

export type StandingSession = { token_hash: Buffer; account: string; seat: string | null };

/** The sessions among these that still stand; being asked for does not keep them alive. */
export async function findStanding(pool: Pool, city: number, hashes: readonly Buffer[], at: Date, idleSeconds: number) {
  const text = "select * from standing_sessions($1, $2, $3, $4 * interval '1 second')";
  const { rows } = await pool.query<StandingSession>(text, [city, hashes, at, idleSeconds]);
  return rows;
}

export type Gone = { disabled: boolean; left_seat: boolean; successor: string | null };

/** What has become of whoever opened a session that stands. */
export async function findGone(pool: Pool, city: number, hash: Buffer, at: Date, idleSeconds: number) {
  const text = "select * from why_gone($1, $2, $3, $4 * interval '1 second')";
  return (await pool.query<Gone>(text, [city, hash, at, idleSeconds])).rows[0];
}

/** Has a session go on at another seat of its account. */
export const updateSessionSeat = (pool: Pool, city: number, hash: Buffer, seat: string) =>
  pool.query('select seat_session($1, $2, $3)', [city, hash, seat]);

/** Ends the session of a token, of whose hash. */
export const deleteSession = (pool: Pool, city: number, hash: Buffer) =>
  pool.query('select close_session($1, $2)', [city, hash]);

export type NewAccount = {
  city: number;
  id: string;
  login: string;
  name: string;
  password_hash: string;
  created_at: Date;
};

export async function insertAccount({ db }: Tx, account: NewAccount): Promise<void> {
  await db.insertInto('account').values(account).execute();
}

export async function insertAccounts({ db }: Tx, accounts: readonly NewAccount[]): Promise<void> {
  if (accounts.length > 0) await db.insertInto('account').values(accounts).execute();
}

const taken = { name: 'identity.taken-logins', text: 'select taken_logins($1) as login' };

/** Those of the logins that somebody has, in this city or in another on this server. */
export const findTakenLogins = async (tx: Tx, logins: readonly string[]): Promise<ReadonlySet<string>> =>
  new Set((await tx.run<{ login: string }>(taken, [logins])).map(({ login }) => login));

export async function updatePassword({ db }: Tx, city: number, id: string, password_hash: string): Promise<void> {
  await db.updateTable('account').set({ password_hash }).where('city', '=', city).where('id', '=', id).execute();
}

const close = { name: 'identity.close-sessions', text: 'select close_sessions($1, $2, $3)' };

/** Ends the sessions of an account, all but the one of token `but`. For an administrator or the system. */
export async function deleteSessions(tx: Tx, city: number, account: string, but: Buffer | null): Promise<void> {
  await tx.run(close, [city, account, but]);
}

/** The city's name; empty before it is founded. */
export async function findCityName({ db }: Tx, city: number): Promise<string> {
  const row = await db.selectFrom('city').select('name').where('city', '=', city).executeTakeFirst();
  return row?.name ?? '';
}

/** What the city is called in English; empty where nobody has said so. */
export async function findCityNameEn({ db }: Tx, city: number): Promise<string> {
  const row = await db.selectFrom('city').select('name_en').where('city', '=', city).executeTakeFirst();
  return row?.name_en ?? '';
}

/** Enters a city; one that is there already stays as it is. For the system caller of that city. */
export async function foundCity({ db }: Tx, city: number, name: string, nameEn: string): Promise<void> {
  await db
    .insertInto('city')
    .values({ city, name, name_en: nameEn })
    .onConflict((on) => on.doNothing())
    .execute();
}
