import pg from 'pg';
import { typeParsers } from './types.ts';

export type Pool = pg.Pool;

/** The role whose rights the application has: no superuser, no DDL, subject to row-level security. */
export const APPLICATION_ROLE = 'huiyin_app';

/**
 * Connections for the application. They act as {@link APPLICATION_ROLE} from their first byte (a start-up option, so it
 * costs no round trip and a RESET does not undo it; connect as that role itself and SET ROLE has no way back either), in the city's time zone, and send statements ahead of the answers
 * to earlier ones (pipelining), so that BEGIN and the first statement of a transaction travel together.
 */
export function applicationPool(url: string, max = 12, access: Access = 'write'): Pool {
  return open(url, max, [
    `role=${APPLICATION_ROLE}`,
    'statement_timeout=30s',
    'idle_in_transaction_session_timeout=60s',
    // A second process takes longer to begin than a page may, and makes for itself what row-level security looks ids up in.
    'max_parallel_workers_per_gather=0',
    ...ONLY[access],
  ]);
}

/** Connections of the schema's owner: migrations, the schema generator, tests that break things on purpose. */
export function ownerPool(url: string, max = 3, access: Access = 'write'): Pool {
  return open(url, max, ONLY[access]);
}

/** `read`: the server refuses whatever would change something, in every transaction of the pool. */
export type Access = 'read' | 'write';
const ONLY: Readonly<Record<Access, readonly string[]>> = { read: ['default_transaction_read_only=on'], write: [] };

function open(url: string, max: number, settings: readonly string[]): Pool {
  const all = ['TimeZone=Asia/Shanghai', 'jit=off', ...settings];
  const pool = new pg.Pool({
    connectionString: url,
    max,
    options: all.map((setting) => `-c ${setting}`).join(' '),
    application_name: 'huiyin',
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    pipeline: true,
    types: typeParsers,
  });
  // An idle connection that the server drops is replaced at the next use; without a listener it would end the process.
  pool.on('error', () => undefined);
  return pool;
}
