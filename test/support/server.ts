import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  migrate,
  migrationsHash,
  ownerPool,
  startEmbedded,
  type EmbeddedServer,
  type Pool,
} from '../../src/platform/postgres/index.ts';
import { migrateJobs } from '../../src/platform/jobs/index.ts';
import { exclusively, lives } from './lock.ts';
import { GIVEN } from './workers.ts';

/** A PostgreSQL server that the tests of one worker after the other use, and its newest migrated template. */
export type TestServer = {
  /** Connection string of the superuser, to the database `postgres`. */
  readonly url: string;
  /** The same for the application's role; with TEST_DATABASE_URL it is the same string. */
  readonly applicationUrl: string;
  readonly template: string;
  leave(): Promise<void>;
};

const CACHE = join(import.meta.dirname, '../../.cache');
const TEMPLATE = 'huiyin_template_';

/**
 * Joins the test server of that number (from 1): one for all test runs that are under way in this checkout, kept in `.cache` so that
 * the next run finds the template built. The last to leave stops it; a run that was killed is not counted. With TEST_DATABASE_URL
 * that server is used instead (its role needs CREATEDB and CREATEROLE) and none is started.
 */
export async function joinTestServer(number = 1): Promise<TestServer> {
  const folder = join(CACHE, number === 1 ? 'test-server' : `test-server-${number}`);
  const lock = join(folder, 'lock');
  if (GIVEN)
    return { url: GIVEN, applicationUrl: GIVEN, template: await template(GIVEN, lock), leave: async () => undefined };
  const users = join(folder, 'users');
  const mark = join(users, String(process.pid));
  const start = () => startEmbedded({ folder, flavour: 'test', running: 'adopt' });
  const { url, applicationUrl } = await exclusively(lock, async () => {
    await mkdir(users, { recursive: true });
    const server = await start();
    await writeFile(mark, '');
    return { url: server.url('postgres'), applicationUrl: server.applicationUrl('postgres') };
  });
  return {
    url,
    applicationUrl,
    template: await template(url, lock),
    leave: () =>
      exclusively(lock, async () => {
        await rm(mark, { force: true });
        const others = (await readdir(users)).map(Number).filter((pid) => pid !== process.pid && lives(pid));
        if (others.length > 0) return;
        await sweep(url);
        const server: EmbeddedServer = await start();
        await server.stop();
      }),
  };
}

/** The migrated template for the migrations as they are now; built once, by whoever comes first. */
async function template(url: string, lock: string): Promise<string> {
  const name = `${TEMPLATE}${await migrationsHash()}`;
  await exclusively(`${lock}-template`, async () => {
    const admin = ownerPool(url);
    try {
      if (await has(admin, name)) return;
      const part = `${name}_part`;
      await admin.query(`drop database if exists ${part} with (force)`);
      await admin.query(`create database ${part} template template0`);
      const owner = ownerPool(databaseUrl(url, part));
      try {
        await migrate(owner);
        await migrateJobs(databaseUrl(url, part));
      } finally {
        await owner.end();
      }
      await admin.query(`alter database ${part} rename to ${name}`);
    } finally {
      await admin.end();
    }
  });
  return name;
}

const has = async (admin: Pool, name: string): Promise<boolean> =>
  (await admin.query('select from pg_database where datname = $1', [name])).rows.length > 0;

/** Drops what killed runs left, and the templates of schemas that are no more. */
async function sweep(url: string): Promise<void> {
  const admin = ownerPool(url);
  try {
    const keep = `${TEMPLATE}${await migrationsHash()}`;
    const { rows } = await admin.query<{ datname: string }>(
      `select datname from pg_database where datname like 'huiyin\\_%' and datname <> $1`,
      [keep],
    );
    for (const { datname } of rows) await admin.query(`drop database if exists ${datname} with (force)`);
  } finally {
    await admin.end();
  }
}

/** The same server and user, another database. */
export function databaseUrl(url: string, database: string): string {
  const other = new URL(url);
  other.pathname = `/${database}`;
  return other.href;
}
