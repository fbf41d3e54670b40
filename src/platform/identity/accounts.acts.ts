import { refuse, uuidv7, type Uuid } from '../../kernel/index.ts';
import type { Tx } from '../postgres/index.ts';
import { deleteSessions, findTakenLogins, insertAccount, insertAccounts, updatePassword } from './identity.store.ts';
import { isLogin } from './login.rules.ts';
import { hashPassword } from './password.ts';
import { parseToken } from './token.ts';

const SHORTEST = 10;

export type AccountToCreate = {
  readonly city: number;
  /** Made here unless given. */
  readonly id?: Uuid;
  readonly login: string;
  readonly name: string;
  readonly password: string;
};

/**
 * Opens a local account and answers with its id. There is no default password: whoever opens it gives one.
 *
 * @throws Refusal `identity.login-wrong`, `identity.password-short`, `identity.login-taken` (a login is one of all cities
 *   on this server).
 */
export async function createAccount(tx: Tx, account: AccountToCreate, now: Date): Promise<Uuid> {
  const login = account.login.trim().toLowerCase();
  if (!isLogin(login)) refuse('identity.login-wrong', { login }, { pointer: '/login' });
  refuseShort(account.password, '/password');
  const id = account.id ?? uuidv7(now);
  const password_hash = await hashPassword(account.password);
  const row = { city: account.city, id, login, name: account.name, password_hash, created_at: now };
  await insertAccount(tx, row).catch((error: unknown) => refuseTaken(error, login));
  return id;
}

/**
 * Opens many accounts at once, of which none has a password yet: nobody signs in with them until {@link setPassword}.
 *
 * @throws Refusal `identity.login-wrong`, `identity.login-taken`, as {@link createAccount}.
 */
export async function createAccounts(
  tx: Tx,
  city: number,
  accounts: readonly { readonly id: Uuid; readonly login: string; readonly name: string }[],
  now: Date,
): Promise<void> {
  const wrong = accounts.find(({ login }) => !isLogin(login));
  if (wrong) refuse('identity.login-wrong', { login: wrong.login });
  const [taken] = await findTakenLogins(
    tx,
    accounts.map(({ login }) => login),
  );
  if (taken !== undefined) refuse('identity.login-taken', { login: taken }, { status: 409, pointer: '/login' });
  const rows = accounts.map(({ id, login, name }) => ({ city, id, login, name, password_hash: '', created_at: now }));
  await insertAccounts(tx, rows).catch((error: unknown) =>
    refuseTaken(error, rows.map(({ login }) => login).join('、')),
  );
}

/** The database names no login that row-level security may keep from its asker. */
function refuseTaken(error: unknown, login: string): never {
  if ((error as { code?: string }).code !== '23505') throw error;
  return refuse('identity.login-taken', { login }, { status: 409, pointer: '/login' });
}

/** Gives an account another password. Throws the refusal `identity.password-short`. */
export async function setPassword(tx: Tx, city: number, account: Uuid, password: string): Promise<void> {
  refuseShort(password, '/next');
  await updatePassword(tx, city, account, await hashPassword(password));
}

/** Ends the sessions of an account, all but the one of that token. */
export const endSessions = (tx: Tx, city: number, account: Uuid, but: string | null): Promise<void> =>
  deleteSessions(tx, city, account, but === null ? null : (parseToken(but)?.hash ?? null));

function refuseShort(password: string, pointer: string): void {
  if ([...password].length < SHORTEST) refuse('identity.password-short', { least: SHORTEST }, { pointer });
}
