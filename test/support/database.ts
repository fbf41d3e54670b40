import { randomBytes } from 'node:crypto';
import { inject, type ProvidedContext } from 'vitest';
import { applicationPool, ownerPool, type Pool } from '../../src/platform/postgres/index.ts';
import { atTheEnd } from './ending.ts';
import { databaseUrl } from './server.ts';

export type TestDatabase = {
  /** Connection string of the owner. */
  readonly url: string;
  /** Connection string of the application. */
  readonly applicationUrl: string;
  /** As the application connects: role `huiyin_app`, under row-level security. For `transact`. */
  readonly pool: Pool;
  /** As the schema's owner: sees and may do all, e.g. to break a chain on purpose. */
  readonly owner: Pool;
};

/** The PostgreSQL server of the worker that this test file runs in: no other file uses it at the same time. */
export const ownServer = (): ProvidedContext['testServers'][number] =>
  inject('testServers')[Number(process.env['VITEST_POOL_ID']) - 1]!;

/**
 * A database of its own for this test file, cloned from the migrated template (some 30 ms) and dropped after the last
 * test. At the top of the file: `const { pool } = await testDatabase();`.
 */
export async function testDatabase(): Promise<TestDatabase> {
  const server = ownServer();
  const name = `huiyin_test_${process.pid}_${randomBytes(4).toString('hex')}`;
  await asAdmin(server.url, `create database ${name} template ${server.template}`);
  const url = databaseUrl(server.url, name);
  const applicationUrl = databaseUrl(server.applicationUrl, name);
  const pool = applicationPool(applicationUrl);
  const owner = ownerPool(url);
  atTheEnd(async () => {
    await Promise.all([pool.end(), owner.end()]);
    await drop(server.url, name);
  });
  return { url, applicationUrl, pool, owner };
}

const IN_USE = '55006';

/**
 * PostgreSQL gives what is still being closed five seconds: ended by force it would fail a test that is over. Then whatever
 * is left, such as a server of the test's own, is ended.
 */
async function drop(url: string, name: string): Promise<void> {
  try {
    await asAdmin(url, `drop database if exists ${name}`);
  } catch (error) {
    if ((error as { code?: string }).code !== IN_USE) throw error;
    await asAdmin(url, `drop database if exists ${name} with (force)`);
  }
}

async function asAdmin(url: string, statement: string): Promise<void> {
  const admin = ownerPool(url, 1);
  try {
    await admin.query(statement);
  } finally {
    await admin.end();
  }
}
