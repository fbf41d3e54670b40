import { join } from 'node:path';
import { refuse } from '../kernel/index.ts';
import type { Config } from '../platform/config/index.ts';
import { migrateJobs } from '../platform/jobs/index.ts';
import {
  applicationPool,
  migrate,
  ownerPool,
  pendingMigrations,
  reach,
  startEmbedded,
  type EmbeddedServer,
  type Pool,
} from '../platform/postgres/index.ts';
import { adoptEarlier } from './adopt.ts';

/** The database a program works with, migrated. */
export type Database = {
  /** As the schema's owner: migrations and jobs. */
  readonly owner: Pool;
  /** Connection string of the owner, for the queue, which makes connections of its own. */
  readonly ownerUrl: string;
  /** As the application, under row-level security. */
  readonly pool: Pool;
  /** Connection string of the application, for threads, which make connections of their own. */
  readonly applicationUrl: string;
  /** Where the bytes of files lie. */
  readonly filesFolder: string;
  /** Where the data lies, for the reader: a folder, or a server's address without its password. */
  readonly where: string;
  /** The folder of this installation; demo accounts are noted there. */
  readonly home: string;
  /** Migrations applied just now. */
  readonly applied: readonly string[];
  close(): Promise<void>;
};

export type Opening = {
  /**
   * `own`: this process runs the embedded server until it closes; another one that runs it already is a refusal. `join`: a
   * running server is used beside its owner, else one is started for the while. `existing`: as `join`, where there is a
   * ledger; where there is none nothing is made.
   */
  readonly mode: 'own' | 'join' | 'existing';
  /** Fills a database that was made just now. One that was killed before this ended is made anew, not gone on with. */
  readonly found?: (database: Database) => Promise<void>;
  readonly onLost?: () => void;
  /** Hears how to stop the server as soon as it runs: filling a new database takes its time, and may be interrupted. */
  readonly onStarted?: (stop: () => Promise<void>) => void;
};

const NAME = 'huiyin';
const FOUNDING = 'huiyin_founding';

/**
 * Opens the database of the configuration, making it where there is none, and migrates it.
 *
 * @throws Refusal `platform.no-ledger-here` where it has to exist; those of `reach`, of migrations and of the embedded server.
 */
export async function openDatabase(config: Config, opening: Opening): Promise<Database> {
  const located = await locate(config, opening);
  try {
    if (opening.mode === 'existing') await refuseUnlessLedger(located);
    else if (located.server) await make(located.server, opening.found);
    const database = await connect(located);
    // A database of the operator's is filled in place: its name is not ours to change.
    if (!located.server) await opening.found?.(database);
    return database;
  } catch (error) {
    await located.stop();
    throw error;
  }
}

/** Where a database is, its server running; how to end what was started for it. */
export type Located = {
  readonly urls: Urls;
  readonly home: string;
  readonly where: string;
  /** Null: a server of the operator's. */
  readonly server: EmbeddedServer | null;
  readonly stop: () => Promise<void>;
};
type Urls = { readonly owner: string; readonly application: string };

/** Finds the server of the configuration, starting our own where it does not run. */
export async function locate(config: Config, { mode, onLost, onStarted }: Opening): Promise<Located> {
  if (config.databaseUrl !== null) {
    const { host, pathname } = new URL(config.databaseUrl);
    const urls = { owner: config.databaseUrl, application: config.applicationUrl ?? config.databaseUrl };
    const there = { urls, home: config.dataFolder, where: `${host}${pathname}` };
    return { ...there, server: null, stop: async () => undefined };
  }
  const server = await startEmbedded({
    folder: config.dataFolder,
    running: mode === 'own' ? 'restart' : 'adopt',
    existing: mode === 'existing',
    ...(onLost ? { onLost } : {}),
  });
  const stop = () => (server.adopted ? Promise.resolve() : server.stop());
  onStarted?.(stop);
  return { urls: urlsOf(server, NAME), home: server.home, where: server.home, server, stop };
}

const urlsOf = (server: EmbeddedServer, name: string): Urls => ({
  owner: server.url(name),
  application: server.applicationUrl(name),
});

/** @throws Refusal `platform.no-ledger-here` for a database that was never migrated; those of `reach`. */
async function refuseUnlessLedger({ urls, where }: Located): Promise<void> {
  await reach(urls.owner);
  const owner = ownerPool(urls.owner, 1, 'read');
  try {
    if ((await pendingMigrations(owner)) === null) refuse('platform.no-ledger-here', { where }, { status: 404 });
  } finally {
    await owner.end();
  }
}

async function connect({ urls, home, where, stop }: Omit<Located, 'server'>): Promise<Database> {
  await reach(urls.owner);
  const owner = ownerPool(urls.owner);
  const pool = applicationPool(urls.application);
  const end = () => Promise.all([owner.end(), pool.end()]);
  try {
    const applied = await migrate(owner);
    await migrateJobs(urls.owner);
    await reach(urls.application);
    await adoptEarlier(owner, pool, new Date());
    const close = () => end().then(stop);
    const connections = { owner, ownerUrl: urls.owner, pool, applicationUrl: urls.application };
    return { ...connections, filesFolder: join(home, 'files'), where, home, applied, close };
  } catch (error) {
    await end();
    throw error;
  }
}

/** Makes the database unless it is there: under another name until it is filled, so that it is whole or not there. */
async function make(server: EmbeddedServer, found: Opening['found']): Promise<void> {
  const admin = ownerPool(server.url('postgres'), 1);
  try {
    const { rows } = await admin.query('select from pg_database where datname = $1', [NAME]);
    if (rows.length > 0) return;
    await admin.query(`drop database if exists ${FOUNDING} with (force)`);
    await admin.query(`create database ${FOUNDING}`);
    const { home } = server;
    const database = await connect({ urls: urlsOf(server, FOUNDING), home, where: home, stop: async () => undefined });
    try {
      await found?.(database);
    } finally {
      await database.close();
    }
    await admin.query(`alter database ${FOUNDING} rename to ${NAME}`);
  } finally {
    await admin.end();
  }
}
