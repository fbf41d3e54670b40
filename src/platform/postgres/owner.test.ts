import { randomBytes } from 'node:crypto';
import { afterAll, expect, test } from 'vitest';
import { ownServer } from '../../../test/support/database.ts';
import { databaseUrl } from '../../../test/support/server.ts';
import { migrateJobs } from '../jobs/index.ts';
import { migrate } from './migrate.ts';
import { applicationPool, ownerPool } from './pool.ts';
import { transact } from './transact.ts';

const server = ownServer();
const admin = ownerPool(server.url);
const name = `huiyin_owner_${randomBytes(4).toString('hex')}`;
/** Its own database, as the owner of that name. */
function addressOf(who: string): string {
  const address = new URL(databaseUrl(server.url, who));
  address.username = who;
  address.password = 'x';
  return address.href;
}

// Not by force: PostgreSQL gives what is still being closed five seconds, and ended by force it would fail a test that is over.
afterAll(async () => {
  await admin.query(`drop database if exists ${name}`);
  await admin.query(`drop role if exists ${name}`);
  await admin.end();
});

test('an owner without the role, who may not make it, is told what the administrator has to do', async () => {
  const other = `${name}_other`;
  await admin.query(`create role ${other} login password 'x' nosuperuser`);
  await admin.query(`create database ${other} owner ${other} template template0`);
  const owner = ownerPool(addressOf(other));
  try {
    await expect(migrate(owner)).rejects.toThrow(`grant huiyin_app to ${other}`);
  } finally {
    await owner.end();
    await admin.query(`drop database ${other}`);
    await admin.query(`drop role ${other}`);
  }
});

test('a database of the city’s own server: an ordinary owner is enough, and row-level security stands all the same', async () => {
  await admin.query(`create role ${name} login password 'x' nosuperuser nobypassrls`);
  await admin.query(`grant huiyin_app to ${name}`);
  await admin.query(`create database ${name} owner ${name} template template0`);
  const owner = ownerPool(addressOf(name));
  const pool = applicationPool(addressOf(name));
  try {
    expect((await migrate(owner)).length).toBeGreaterThan(3);
    await migrateJobs(addressOf(name));
    await transact(pool, { city: 3, system: true }, ({ db }) =>
      db.insertInto('city').values({ city: 3, name: '远山' }).execute(),
    );
    const seen = (city: number) =>
      transact(pool, { city, system: true }, ({ db }) => db.selectFrom('city').select('name').execute());
    expect(await seen(3)).toEqual([{ name: '远山' }]);
    expect(await seen(4)).toEqual([]);
  } finally {
    await Promise.all([owner.end(), pool.end()]);
  }
});
