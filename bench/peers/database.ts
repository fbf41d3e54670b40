import { ownerPool, type EmbeddedServer, type Pool } from '../../src/platform/postgres/index.ts';

/** A database of one of the three, on the server that all of them share, owned by a role of its own. */
export type Database = {
  readonly name: string;
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
};

/**
 * Finds a database that was kept, or has it made under another name until it is whole. `fill` is given it empty, and analyses
 * nothing itself.
 */
export async function databaseOf(
  server: EmbeddedServer,
  name: string,
  password: string,
  fill: (database: Database, owner: Pool, url: string) => Promise<void>,
): Promise<Database> {
  const { hostname: host, port } = new URL(server.url('postgres'));
  const database = { name, host, port: Number(port), user: name, password };
  const admin = ownerPool(server.url('postgres'), 1);
  try {
    const known = await admin.query('select from pg_database where datname = $1', [name]);
    if (known.rows.length > 0) return database;
    const part = `${name}_part`;
    await admin.query(`drop database if exists ${part} with (force)`);
    await admin.query(`drop role if exists ${name}`);
    await admin.query(`create role ${name} login password '${password}'`);
    await admin.query(`create database ${part} owner ${name}`);
    const owner = ownerPool(server.url(part), 2);
    try {
      await fill({ ...database, name: part }, owner, server.url(part));
      await owner.query('vacuum (analyze)');
      await owner.query('checkpoint');
    } finally {
      await owner.end();
    }
    await admin.query(`alter database ${part} rename to ${name}`);
    return database;
  } finally {
    await admin.end();
  }
}

/** Drops a database and its role. */
export async function dropDatabase(server: EmbeddedServer, { name }: Database): Promise<void> {
  const admin = ownerPool(server.url('postgres'), 1);
  await admin.query(`drop database if exists ${name} with (force)`);
  await admin.query(`drop role if exists ${name}`);
  await admin.end();
}
