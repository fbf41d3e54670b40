import { expect, it } from 'vitest';
import { testDatabase } from '../../test/support/database.ts';
import { testHttp } from '../../test/support/http.ts';
import { addUnits, changeUnit, openPerson } from '../directory/index.ts';
import { setDutyRule } from '../duties/index.ts';
import { uuidv7 } from '../kernel/index.ts';
import { transact } from '../platform/postgres/index.ts';
import { appealRoutes } from './index.ts';

const { pool, owner } = await testDatabase();
const system = { city: 1, system: true } as const;
const BEFORE = new Date('2026-09-01T01:00:00Z');

it('anybody reads who is on duty today: names and what they do there, and nothing else of anybody', async () => {
  await owner.query(`insert into city (city, name) values (1, '莲城市')`);
  const unit = uuidv7(BEFORE);
  const hours = { from: '09:00', until: '17:00' };
  await transact(pool, system, async (tx) => {
    await addUnits(tx, system, [{ id: unit, name: '调解站', kind: 'other' }], BEFORE);
    for (const [n, name] of ['许若溪', '周文博'].entries()) {
      const seat = { id: uuidv7(BEFORE), unit, role: 'handler', title: `调解员${n + 1}` } as const;
      const person = { id: uuidv7(BEFORE), login: `secret-${n}`, name, password: 'Test-1234-test', seat };
      await openPerson(tx, system, person, BEFORE);
    }
    const rule = { id: uuidv7(BEFORE), unit, weekdays: [2, 4], people: 1, since: '2026-09-01', hours };
    await setDutyRule(tx, system, rule, BEFORE);
  });
  let now = new Date('2026-09-29T02:00:00Z');
  const web = await testHttp(pool, [], { routes: [appealRoutes], now: () => now });
  const today = async () => (await web.ask(null, { url: '/api/counter/duties' })).json();
  const tuesday = await today();
  expect(tuesday).toEqual({
    day: '2026-09-29',
    // National Day takes the first and the sixth of October.
    stations: [{ name: '调解站', hours, people: [expect.anything()], next: '2026-10-08', over: false }],
  });
  expect(Object.keys(tuesday.stations[0].people[0])).toEqual(['name', 'title']);
  const isOver = async () => (await today()).stations[0].over;
  now = new Date('2026-09-29T08:59:00Z');
  expect(await isOver(), 'a minute before the end of its hours').toBe(false);
  now = new Date('2026-09-29T09:00:00Z');
  expect(await isOver(), 'nobody is there any more').toBe(true);
  now = new Date('2026-09-30T02:00:00Z');
  const wednesday = await today();
  expect(wednesday.stations).toEqual([{ name: '调解站', hours, people: [], next: '2026-10-08', over: false }]);
  expect(JSON.stringify(wednesday)).not.toMatch(/许若溪|周文博/u);

  const located = {
    address: '东湖区文轩路 8 号',
    phone: '0374-2960001',
    point: { longitude: 113.62, latitude: 33.94 },
  };
  await transact(pool, system, (tx) =>
    changeUnit(tx, system, unit, { id: uuidv7(BEFORE), kind: 'locate', given: located }, BEFORE),
  );
  expect((await today()).stations, 'where it is and how it is called, once the city has entered it').toEqual([
    { ...wednesday.stations[0], located },
  ]);
});
