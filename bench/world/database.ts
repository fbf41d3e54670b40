import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrateJobs } from '../../src/platform/jobs/index.ts';
import {
  applicationPool,
  migrate,
  migrationsHash,
  ownerPool,
  startEmbedded,
  type Pool,
} from '../../src/platform/postgres/index.ts';

export type Database = {
  readonly url: string;
  readonly applicationUrl: string;
  readonly owner: Pool;
  /** As the application, under row-level security. */
  readonly pool: Pool;
  close(): Promise<void>;
};
/** Fills a database that has its tables and nothing in them. */
export type Filling = (pools: { readonly owner: Pool; readonly pool: Pool }) => Promise<void>;

/**
 * Opens a database of these very migrations on a server of its own with the settings of `npm start`, data safe on disk; has it
 * filled where there is none of that name. It lies in the system's folder for temporary files and is dropped at the end
 * unless `keep`.
 */
export async function openDatabase(kind: string, keep: boolean, fill: Filling): Promise<Database> {
  const server = await startEmbedded({ folder: join(tmpdir(), 'huiyin-bench'), running: 'adopt' });
  const name = `${kind}_${(await migrationsHash()).slice(0, 12)}`;
  const admin = ownerPool(server.url('postgres'), 1);
  const known = await admin.query('select from pg_database where datname = $1', [name]);
  if (known.rows.length === 0) await make(admin, name, (database) => server.url(database), fill);
  const [url, applicationUrl] = [server.url(name), server.applicationUrl(name)];
  const owner = ownerPool(url, 12);
  const pool = applicationPool(applicationUrl);
  const close = async (): Promise<void> => {
    await Promise.all([owner.end(), pool.end()]);
    if (!keep) await admin.query(`drop database ${name} with (force)`);
    await admin.end();
    if (!server.adopted) await server.stop();
  };
  return { url, applicationUrl, owner, pool, close };
}

/** Under another name until it is whole: what was broken off is made anew. */
async function make(admin: Pool, name: string, url: (database: string) => string, fill: Filling): Promise<void> {
  const part = `${name}_part`;
  await admin.query(`drop database if exists ${part} with (force)`);
  await admin.query(`create database ${part}`);
  const [owner, pool] = [ownerPool(url(part)), applicationPool(url(part))];
  try {
    await migrate(owner);
    await migrateJobs(url(part));
    await fill({ owner, pool });
    await owner.query('vacuum (analyze)');
    await owner.query('checkpoint');
  } finally {
    await Promise.all([owner.end(), pool.end()]);
  }
  await admin.query(`alter database ${part} rename to ${name}`);
}
