import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PoolClient } from 'pg';
import { refuse } from '../../kernel/index.ts';
import type { Pool } from './pool.ts';

type Migration = { readonly name: string; readonly text: string; readonly checksum: string };

export const MIGRATIONS = join(import.meta.dirname, '../../../migrations');

/** Any number, as long as it is always the same: two processes that start at once migrate one after the other. */
const LOCK = 72_117_001;

/**
 * Brings the database to the newest schema: applies, in order and each in its own transaction, the plain-SQL files
 * `NNNN_name.sql` of `folder` that it has not had yet. Needs the schema's owner; creates the application's role when it
 * may, so an ordinary owner with CREATEROLE, or a role made beforehand, is enough.
 *
 * @returns the names applied now.
 * @throws Refusal `platform.migration-altered` when an applied file was changed since, `platform.migration-missing` when
 *   the database knows one that the folder lacks, `platform.migration-failed` with the server's message and the line.
 */
export async function migrate(owner: Pool, folder = MIGRATIONS): Promise<string[]> {
  const migrations = await readMigrations(folder);
  const client = await owner.connect();
  try {
    await client.query(`select pg_advisory_lock(${LOCK})`);
    await client.query(
      'create table if not exists migration (name text primary key, checksum text not null, ' +
        'applied_at timestamptz not null default now())',
    );
    const applied = await client.query<{ name: string; checksum: string }>('select name, checksum from migration');
    const known = new Map(applied.rows.map((row) => [row.name, row.checksum]));
    refuseAltered(migrations, known);
    const missing = migrations.filter((migration) => !known.has(migration.name));
    for (const migration of missing) await apply(migration, client);
    return missing.map((migration) => migration.name);
  } finally {
    await client.query(`select pg_advisory_unlock_all()`).catch(() => undefined);
    client.release();
  }
}

/**
 * The names of the files that a database has not had yet; null where it was never migrated. Reads alone.
 *
 * @throws Refusal `platform.migration-altered`, `platform.migration-missing` as {@link migrate}.
 */
export async function pendingMigrations(owner: Pool, folder = MIGRATIONS): Promise<string[] | null> {
  const { rows } = await owner.query<{ there: boolean }>(`select to_regclass('migration') is not null as there`);
  if (!rows[0]!.there) return null;
  const migrations = await readMigrations(folder);
  const applied = await owner.query<{ name: string; checksum: string }>('select name, checksum from migration');
  const known = new Map(applied.rows.map((row) => [row.name, row.checksum]));
  refuseAltered(migrations, known);
  return migrations.filter(({ name }) => !known.has(name)).map(({ name }) => name);
}

/** One value for all files of the folder: it changes exactly when the schema may have changed. */
export async function migrationsHash(folder = MIGRATIONS): Promise<string> {
  const hash = createHash('sha256');
  for (const { name, checksum } of await readMigrations(folder)) hash.update(`${name} ${checksum}\n`);
  return hash.digest('hex').slice(0, 16);
}

async function readMigrations(folder: string): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => /^\d{4}_[a-z0-9_]+\.sql$/.test(name)).sort();
  return Promise.all(
    names.map(async (name) => {
      // A checkout on Windows may have other line ends; they change nothing that the server reads.
      const text = (await readFile(join(folder, name), 'utf8')).replaceAll('\r\n', '\n');
      return { name, text, checksum: createHash('sha256').update(text).digest('hex') };
    }),
  );
}

function refuseAltered(migrations: readonly Migration[], known: ReadonlyMap<string, string>): void {
  for (const { name, checksum } of migrations)
    if (known.has(name) && known.get(name) !== checksum) refuse('platform.migration-altered', { name });
  const present = new Set(migrations.map((migration) => migration.name));
  for (const name of known.keys()) if (!present.has(name)) refuse('platform.migration-missing', { name });
}

async function apply(migration: Migration, client: PoolClient): Promise<void> {
  try {
    // One simple query is one implicit transaction: the file and its mark are applied together or not at all.
    await client.query(
      `begin;\n${migration.text}\n;insert into migration (name, checksum) values ('${migration.name}', '${migration.checksum}'); commit`,
    );
  } catch (error) {
    await client.query('rollback');
    const { message, position } = error as { message: string; position?: string };
    const line = position ? migration.text.slice(0, Number(position) - 'begin;\n'.length).split('\n').length : 0;
    refuse('platform.migration-failed', { name: migration.name, line, reason: message }, { status: 500 });
  }
}
