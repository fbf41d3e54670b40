import { beforeAll, expect, test } from 'vitest';
import { aCaller } from '../../../test/support/callers.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { testHttp, type TestHttp } from '../../../test/support/http.ts';
import { addUnits, openPerson } from '../../directory/index.ts';
import { dutyRoutes, setDutyRule } from '../../duties/index.ts';
import { nationalCalendar, uuidv7, type Uuid } from '../../kernel/index.ts';
import type { Caller } from '../../platform/identity/contract.ts';
import { defineJob } from '../../platform/jobs/index.ts';
import { transact } from '../../platform/postgres/index.ts';
import type { NoticePage } from '../contract.ts';
import { noticeRoutes } from '../index.ts';
import type { ToDeliver } from './gather.acts.ts';
import { tellOfActs } from './tell.acts.ts';

const { pool, owner } = await testDatabase();
const NOW = new Date('2026-03-02T01:30:00Z');
const system = { city: 1, system: true } as const;
const station: Uuid = uuidv7(NOW);
const people: Caller[] = [];
let web: TestHttp;

beforeAll(async () => {
  await owner.query(`insert into city (city, name) values (1, '莲城市')`);
  await transact(pool, system, (tx) => addUnits(tx, system, [{ id: station, name: '调解站', kind: 'other' }], NOW));
  for (const [n, name] of ['白安然', '程博远', '邓采薇'].entries()) {
    const then = new Date(NOW.getTime() - 60_000 + n * 1000);
    const seat = { id: uuidv7(then), unit: station, role: 'handler', title: '调解员' } as const;
    const person = { id: uuidv7(then), login: `station-${n}`, name, password: 'Test-1234-test', seat };
    await transact(pool, system, (tx) => openPerson(tx, system, person, then));
    people.push(aCaller({ account: person.id, seat: seat.id, unit: station, name }));
  }
  const rule = { id: uuidv7(NOW), unit: station, weekdays: [2, 4], people: 1, since: '2026-03-01' };
  await transact(pool, system, (tx) => setDutyRule(tx, system, rule, NOW));
  const routes = [noticeRoutes, dutyRoutes(async () => nationalCalendar)];
  web = await testHttp(pool, people, { routes, now: () => NOW });
});

const post = (who: Caller, url: string, payload: object) => web.ask(who, { method: 'POST', url, payload });
const hours = [[540, 1080]] as const;
const telling = { hours, delivering: defineJob<ToDeliver>('test.deliver', async () => undefined) };
const tell = () => transact(pool, system, (tx) => tellOfActs(tx, 1, telling, NOW));
const heard = async (who: Caller) =>
  (await web.ask(who, { method: 'GET', url: '/api/notices' }))
    .json<NoticePage>()
    .rows.map(({ kind, why, who: by, swap }) => [kind, why, by, swap?.day, swap?.otherDay, swap?.status]);

test('whoever is asked for a swap of duties is told, then whoever asked of the answer; nobody else of either', async () => {
  const [one, two, third] = people as [Caller, Caller, Caller];
  const swap = uuidv7(NOW);
  const asked = { id: swap, day: '2026-03-03', other: two.seat, otherDay: '2026-03-05' };
  expect((await post(one, '/api/duties/swaps', asked)).statusCode).toBe(200);
  await tell();
  expect(await heard(two)).toEqual([['swap-asked', 'duty', '白安然', '2026-03-03', '2026-03-05', 'asked']]);
  const answer = { id: uuidv7(NOW), kind: 'accept-duty-swap', given: {} };
  expect((await post(two, `/api/duties/swaps/${swap}/acts`, answer)).statusCode).toBe(200);
  await tell();
  expect(await heard(one)).toEqual([['swap-answered', 'duty', '程博远', '2026-03-03', '2026-03-05', 'accepted']]);
  expect(await heard(third)).toEqual([]);
});

test('what was taken back before anybody was told is not asked of them', async () => {
  const [, two, third] = people as [Caller, Caller, Caller];
  const swap = uuidv7(NOW);
  const asked = { id: swap, day: '2026-03-03', other: third.seat, otherDay: '2026-03-10' };
  expect((await post(two, '/api/duties/swaps', asked)).statusCode).toBe(200);
  const back = { id: uuidv7(NOW), kind: 'withdraw-duty-swap', given: {} };
  expect((await post(two, `/api/duties/swaps/${swap}/acts`, back)).statusCode).toBe(200);
  await tell();
  expect(await heard(third)).toEqual([]);
});
