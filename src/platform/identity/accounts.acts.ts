import { refuse, uuidv7, type Uuid } from '../../kernel/index.ts';
import type { Tx } from '../postgres/index.ts';
import { deleteSessions, insertAccount, updatePassword } from './identity.store.ts';
import { hashPassword } from './password.ts';
import { parseToken } from './token.ts';

const SHORTEST = 10;
const LOGIN = /^[a-z][a-z0-9._-]{1,63}$/;

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
  if (!LOGIN.test(login)) refuse('identity.login-wrong', { login }, { pointer: '/login' });
  refuseShort(account.password, '/password');
  const id = account.id ?? uuidv7(now);
  const password_hash = await hashPassword(account.password);
  try {
    await insertAccount(tx, { city: account.city, id, login, name: account.name, password_hash, created_at: now });
  } catch (error) {
    if ((error as { code?: string }).code === '23505')
      refuse('identity.login-taken', { login }, { status: 409, pointer: '/login' });
    throw error;
  }
  return id;
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
