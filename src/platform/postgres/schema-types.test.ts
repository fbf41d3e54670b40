import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { describeSchema } from './schema-types.ts';

const { owner } = await testDatabase();
const written = () => readFile(join(import.meta.dirname, 'schema.generated.ts'), 'utf8');

test('the generated types are those of the migrated database; otherwise run `npm run schema`', async () => {
  expect(await written()).toBe(await describeSchema(owner));
});

test('a column added to the database is noticed', async () => {
  await owner.query('alter table city add column mayor text');
  expect(await describeSchema(owner)).toContain('    mayor: string | null;\n');
  await owner.query('alter table city add column odd point');
  await expect(describeSchema(owner)).rejects.toThrow('point (city.odd)');
});
