import { join } from 'node:path';
import { refuse } from '../kernel/index.ts';
import type { Config } from '../platform/config/index.ts';
import { applicationPool, ownerPool, pendingMigrations, reach } from '../platform/postgres/index.ts';
import { locate, type Database, type Located } from './database.ts';

/** A database as it is found: nothing can be written through it. */
export type Reading = Pick<Database, 'owner' | 'pool' | 'applicationUrl' | 'filesFolder' | 'where' | 'close'>;

/**
 * Opens the database of the configuration to read it, exactly as it stands: nothing is migrated, adopted or made, and the server
 * itself refuses every write. A server of our own that does not run is started for the while.
 *
 * @throws Refusal `platform.no-ledger-here` where there is none, `platform.schema-behind` where it wants migrating first; those
 *   of `reach`.
 */
export async function openForReading(config: Config): Promise<Reading> {
  const located = await locate(config, { mode: 'existing' });
  try {
    return await read(located);
  } catch (error) {
    await located.stop();
    throw error;
  }
}

async function read({ urls, home, where, stop }: Located): Promise<Reading> {
  await reach(urls.owner);
  const owner = ownerPool(urls.owner, 3, 'read');
  const pool = applicationPool(urls.application, 12, 'read');
  const end = () => Promise.all([owner.end(), pool.end()]);
  try {
    const pending = await pendingMigrations(owner);
    if (pending === null) refuse('platform.no-ledger-here', { where }, { status: 404 });
    if (pending.length > 0) refuse('platform.schema-behind', { where, names: pending }, { status: 409 });
    await reach(urls.application);
    const close = () => end().then(stop);
    return { owner, pool, applicationUrl: urls.application, filesFolder: join(home, 'files'), where, close };
  } catch (error) {
    await end();
    throw error;
  }
}
