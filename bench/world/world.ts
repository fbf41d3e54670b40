import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  applicationPool,
  migrate,
  migrationsHash,
  ownerPool,
  startEmbedded,
  type Pool,
} from '../../src/platform/postgres/index.ts';
import { migrateJobs } from '../../src/platform/jobs/index.ts';
import { fill } from './fill.ts';
import { seats, settle, type Seat } from './people.ts';

/** The database that is measured: a server of its own with the settings of `npm start`, data safe on disk. */
export type World = {
  readonly url: string;
  readonly applicationUrl: string;
  readonly owner: Pool;
  /** As the application, under row-level security. */
  readonly pool: Pool;
  readonly seats: readonly Seat[];
  readonly matters: number;
  close(): Promise<void>;
};

/**
 * Opens the city of so many matters, and makes it where there is none of these very migrations. It lies in the system's
 * folder for temporary files and is dropped at the end unless `keep`.
 */
export async function openWorld(matters: number, keep: boolean, say: (what: string) => void): Promise<World> {
  const server = await startEmbedded({ folder: join(tmpdir(), 'huiyin-bench'), running: 'adopt' });
  const name = `bench_${matters}_${(await migrationsHash()).slice(0, 12)}`;
  const admin = ownerPool(server.url('postgres'), 1);
  const close = async (): Promise<void> => {
    await Promise.all([owner.end(), pool.end()]);
    if (!keep) await admin.query(`drop database ${name} with (force)`);
    await admin.end();
    if (!server.adopted) await server.stop();
  };
  const known = await admin.query('select from pg_database where datname = $1', [name]);
  if (known.rows.length === 0) await make(admin, name, (database) => server.url(database), matters, say);
  const [url, applicationUrl] = [server.url(name), server.applicationUrl(name)];
  const owner = ownerPool(url, 12);
  const pool = applicationPool(applicationUrl);
  return { url, applicationUrl, owner, pool, seats: seats(), matters, close };
}

/** Under another name until it is whole: what was broken off is made anew. */
async function make(
  admin: Pool,
  name: string,
  url: (database: string) => string,
  matters: number,
  say: (what: string) => void,
): Promise<void> {
  const part = `${name}_part`;
  await admin.query(`drop database if exists ${part} with (force)`);
  await admin.query(`create database ${part}`);
  const [owner, pool] = [ownerPool(url(part)), applicationPool(url(part))];
  try {
    await migrate(owner);
    await migrateJobs(url(part));
    const now = new Date();
    await settle(pool, new Date(now.getTime() - 86_400_000));
    say('city founded');
    await fill(owner, matters, now, say);
    say('analysing');
    await owner.query('vacuum (analyze)');
    await owner.query('checkpoint');
  } finally {
    await Promise.all([owner.end(), pool.end()]);
  }
  await admin.query(`alter database ${part} rename to ${name}`);
}
