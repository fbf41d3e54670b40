import { createHash } from 'node:crypto';
import type { Pool, Tx } from '../platform/postgres/index.ts';

/** So many wrong codes are taken before it is void: it has 79 random bits, so this is for the log, not for luck. */
const MOST_ATTEMPTS = 10;

/** The code as it is compared: read off a terminal and typed, hyphens, spaces and capitals come as they like. */
const hashOf = (code: string): Buffer =>
  createHash('sha256')
    .update(code.toLowerCase().replace(/[^a-z0-9]/gu, ''))
    .digest();

const isOpen = 'select setup_is_open() as open';

/** Whether there is no city yet. Outside any transaction, as nobody is known. */
export const setupIsOpen = async (pool: Pool): Promise<boolean> =>
  (await pool.query<{ open: boolean }>(isOpen)).rows[0]!.open;

const write = `insert into setup_code (hash, expires_at) values ($1, $2)
  on conflict (one) do update set hash = excluded.hash, expires_at = excluded.expires_at, attempts = 0`;

/** Puts a code in the place of the one before. As the schema's owner: the application cannot open its own door. */
export const writeCode = async (owner: Pool, code: string, until: Date): Promise<void> =>
  void (await owner.query(write, [hashOf(code), until]));

/** What became of a code: it fits; it does not; it ran out, or none is out; too many were wrong; there is a city. */
export type Tried = 'fits' | 'wrong' | 'expired' | 'spent' | 'closed';

/** Tries a code. A wrong one counts, whatever comes after. */
export const tryCode = async (pool: Pool, code: string, now: Date): Promise<Tried> =>
  (await pool.query<{ tried: Tried }>('select try_setup_code($1, $2, $3) as tried', [hashOf(code), now, MOST_ATTEMPTS]))
    .rows[0]!.tried;

const take = { name: 'founding.take-code', text: 'select take_setup_code($1) as taken' };

/** Uses the code up. False where it is used up already or there is a city; nobody else founds one until the transaction ends. */
export const takeCode = async (tx: Tx, code: string): Promise<boolean> =>
  (await tx.run<{ taken: boolean }>(take, [hashOf(code)]))[0]!.taken;
