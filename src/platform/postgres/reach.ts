import pg from 'pg';
import { refuse } from '../../kernel/index.ts';

const AWAY = /^(ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|EPIPE|08\w{3})$/;
const NOT_LET_IN = /^28/;
const NO_DATABASE = '3D000';
/** It starts up or shuts down, or takes no more connections. */
const NOT_NOW = /^(57P0\d|53300)$/;
const PATIENCE_MS = 10_000;

/**
 * Connects once, so that what stands in the way is told in a sentence before anything is begun. The password is never told.
 *
 * @throws Refusal (503) `platform.database-away`, `platform.database-login`, `platform.database-none`,
 *   `platform.database-not-now`, `platform.database-refuses`, each naming the server.
 */
export async function reach(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: PATIENCE_MS });
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (error) {
    refuseFor(url, error as { code?: string; message: string });
  } finally {
    await client.end().catch(() => undefined);
  }
}

function refuseFor(url: string, { code = '', message }: { code?: string; message: string }): never {
  const { host, pathname, username } = new URL(url);
  const where = host || '127.0.0.1';
  const database = decodeURIComponent(pathname.slice(1));
  const at = { status: 503 };
  if (AWAY.test(code) || message.startsWith('timeout')) return refuse('platform.database-away', { where, code }, at);
  // The driver gives up by itself, without a code, where a password is asked for and there is none.
  if (NOT_LET_IN.test(code) || message.startsWith('SASL'))
    return refuse('platform.database-login', { where, user: decodeURIComponent(username) }, at);
  if (code === NO_DATABASE) return refuse('platform.database-none', { where, database }, at);
  if (NOT_NOW.test(code)) return refuse('platform.database-not-now', { where, reason: message }, at);
  return refuse('platform.database-refuses', { where, reason: message }, at);
}
