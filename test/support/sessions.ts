import { insertSession } from '../../src/platform/identity/identity.store.ts';
import type { Caller } from '../../src/platform/identity/contract.ts';
import { newToken, parseToken } from '../../src/platform/identity/token.ts';
import type { Pool } from '../../src/platform/postgres/index.ts';
import { seated } from './seats.ts';

/** Gives a caller an account, a seat in the directory and a session that any process finds; returns the session's token. */
export async function signedInSeat(owner: Pool, caller: Caller, at: Date): Promise<string> {
  const { city, account, name } = caller;
  await owner.query(
    `insert into account (city, id, login, name, password_hash, created_at) values ($1, $2, $3, $4, 'none', $5)`,
    [city, account, `u${account}`, name, at],
  );
  await seated(owner, [caller], at);
  const token = newToken(city);
  const until = new Date(at.getTime() + 86_400_000);
  await insertSession(owner, { city, hash: parseToken(token)!.hash, account, at, until, address: '', agent: 'test' });
  return token;
}
