import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import type { Refusal } from '../../kernel/index.ts';
import { migrate } from './migrate.ts';

const { owner } = await testDatabase();
const folder = await mkdtemp(join(tmpdir(), 'huiyin-migrations-'));
afterAll(() => rm(folder, { recursive: true }));

const file = (name: string, text: string) => writeFile(join(folder, name), text);
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => expect.unreachable('it was not refused'),
    (error: unknown) => (error as Refusal).problem,
  );

beforeEach(async () => {
  await owner.query('drop table if exists one, two; truncate migration');
  await file('0001_one.sql', 'create table one (n int);\ninsert into one values (1);');
  await file('0002_two.sql', 'create table two (n int);');
});

test('files are applied once, in order, and a new one alone the next time', async () => {
  expect(await migrate(owner, folder)).toEqual(['0001_one.sql', '0002_two.sql']);
  expect(await migrate(owner, folder)).toEqual([]);
  await file('0003_more.sql', 'insert into one values (2);');
  expect(await migrate(owner, folder)).toEqual(['0003_more.sql']);
  await rm(join(folder, '0003_more.sql'));
  expect((await owner.query('select n from one order by n')).rows).toEqual([{ n: 1 }, { n: 2 }]);
});

test('an applied file that was changed is refused by name, and nothing is applied', async () => {
  await migrate(owner, folder);
  await file('0001_one.sql', 'create table one (n bigint);');
  const problem = await refusal(migrate(owner, folder));
  expect(problem).toMatchObject({ code: 'platform.migration-altered', params: { name: '0001_one.sql' } });
});

test('other line ends are no change', async () => {
  await migrate(owner, folder);
  await file('0001_one.sql', 'create table one (n int);\r\ninsert into one values (1);');
  expect(await migrate(owner, folder)).toEqual([]);
});

test('a database ahead of the program is refused', async () => {
  await migrate(owner, folder);
  await rm(join(folder, '0002_two.sql'));
  expect(await refusal(migrate(owner, folder))).toMatchObject({
    code: 'platform.migration-missing',
    params: { name: '0002_two.sql' },
  });
});

test('a failing file leaves nothing of itself, keeps those before it, and is named with its line', async () => {
  await file('0002_two.sql', 'create table two (n int);\n\nselect nothing_there;');
  expect(await refusal(migrate(owner, folder))).toMatchObject({
    code: 'platform.migration-failed',
    params: { name: '0002_two.sql', line: 3, reason: expect.stringContaining('nothing_there') },
  });
  const { rows } = await owner.query(
    `select to_regclass('one') is not null as one, to_regclass('two') is not null as two`,
  );
  expect(rows).toEqual([{ one: true, two: false }]);
});

test('two programs that start at once apply each file once', async () => {
  const both = await Promise.all([migrate(owner, folder), migrate(owner, folder)]);
  expect(both.flat().sort()).toEqual(['0001_one.sql', '0002_two.sql']);
});
