import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { describeDatabase } from './schema-text.ts';
import { describeSchema } from './schema-types.ts';

const { owner } = await testDatabase();
const written = () => readFile(join(import.meta.dirname, 'schema.generated.ts'), 'utf8');

test('the generated types are those of the migrated database; otherwise run `npm run schema`', async () => {
  expect(await written()).toBe(await describeSchema(owner));
});

test('the SQL to be read is that of the migrated database; otherwise run `npm run schema`', async () => {
  const written = await readFile(join(import.meta.dirname, '../../../docs/schema.generated.sql'), 'utf8');
  expect(written).toBe(await describeDatabase(owner));
});

test('a column added to the database is noticed', async () => {
  await owner.query('alter table city add column mayor text');
  expect(await describeSchema(owner)).toContain('    mayor: string | null;\n');
  expect(await describeDatabase(owner)).toContain('  mayor text\n');
  await owner.query('alter table city add column odd point');
  await expect(describeSchema(owner)).rejects.toThrow('point (city.odd)');
});

test('what a policy or a right becomes can be read', async () => {
  await owner.query(
    'create policy too_much on act for update to huiyin_app using (true); grant update (hash) on act to huiyin_app',
  );
  const now = await describeDatabase(owner);
  expect(now).toContain('create policy too_much on act for update to huiyin_app\n  using true;\n');
  expect(now).toContain('grant update (hash) on act to huiyin_app;\n');
});
