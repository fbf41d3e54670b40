import { expect, test } from 'vitest';
import type { Database } from '../../src/app/database.ts';
import { foundDemo } from '../../src/app/server/demo-accounts.ts';
import { city } from '../../src/app/cli/city.ts';
import { foundWithAdministrator } from '../../src/founding/index.ts';
import { testDatabase } from '../support/database.ts';

const { pool, owner } = await testDatabase();
const now = new Date('2026-03-16T01:00:00Z');
const xuchang = { place: 411000, name: '许昌市', nameEn: 'Xuchang', login: 'first', person: '管理员' };

test('a database that has a city of its own is never given the demo', async () => {
  await foundWithAdministrator(pool, xuchang, now);
  const database = { owner, pool, home: '/nowhere', filesFolder: '/nowhere' } as unknown as Database;
  await foundDemo(database, now, () => expect.unreachable('the demo was being founded'));
  expect((await owner.query('select city from city')).rows).toEqual([{ city: 411000 }]);
});

test('of a city that cannot be given its administrator nothing is left', async () => {
  await expect(foundWithAdministrator(pool, { ...xuchang, place: 410000, login: '1' }, now)).rejects.toThrow(
    'identity.login-wrong',
  );
  await expect(foundWithAdministrator(pool, { ...xuchang, place: 410000 }, now)).rejects.toThrow(
    'identity.login-taken',
  );
  expect((await owner.query('select from city where city = 410000')).rowCount).toBe(0);
});

test.each([
  [['--code', '411000', '--name', '许昌市'], 'cli.option-missing', '--admin'],
  [['--code', '4110', '--name', '许昌市', '--admin', 'a'], 'cli.city-code-wrong', '4110'],
  [['--code', '991000', '--name', '许昌市', '--admin', 'a'], 'cli.city-code-wrong', '991000'],
  [['--code', '411000', '--name', '许昌市', '--admin', 'ab', '--force'], 'cli.option-unknown', '--force'],
])('city %j is refused before any database is opened: %s', async (args, code, named) => {
  const refused = city(args, {} as Parameters<typeof city>[1]);
  await expect(refused).rejects.toThrow(code);
  await expect(refused).rejects.toThrow(named);
});
