import { beforeAll, expect, test } from 'vitest';
import { uuidv7, type Uuid } from '../../kernel/index.ts';
import { verifyLedger } from '../../ledger/index.ts';
import { foundCity } from '../../platform/identity/index.ts';
import { transact } from '../../platform/postgres/index.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { testHttp } from '../../../test/support/http.ts';
import { directorySubjects, findCaller, findSeats, openPeople, openPerson, openSeats, peopleRoutes } from '../index.ts';
import type { HandedOut, PersonPage } from './people.contract.ts';

const { pool } = await testDatabase();
const now = new Date('2026-03-16T01:00:00Z');
const CITY = 411000;
const system = { city: CITY, system: true } as const;
const people = ['linyifan', 'zhengweixin'].map((login) => ({ id: uuidv7(now), login, name: login }));
const web = await testHttp(pool, [], { routes: [peopleRoutes], now: () => now, seating: { findCaller, findSeats } });

beforeAll(() =>
  transact(pool, system, async (tx) => {
    await foundCity(tx, CITY, '许昌市', 'Xuchang');
    const seat = { id: uuidv7(now), unit: null, role: 'administrator', title: '' } as const;
    await openPerson(
      tx,
      system,
      { id: uuidv7(now), login: 'guanli', name: '姚思敏', password: '一句只有本人知道的话', seat },
      now,
    );
    await openPeople(tx, system, people, now);
    const seats = people.map(({ id }) => ({ id: uuidv7(now), account: id, role: 'mayor' as const }));
    await openSeats(tx, system, seats, now);
  }),
);

const signIn = (login: string, password: string) =>
  web.ask(null, { method: 'POST', url: '/api/session', payload: { login, password } });
const administrator = async () => ({
  authorization: `Bearer ${(await signIn('guanli', '一句只有本人知道的话')).json<{ token: string }>().token}`,
});
const handOut = async (acts: { id: Uuid; account: Uuid }[]) =>
  web.http.inject({
    method: 'POST',
    url: '/api/people/passwords',
    headers: await administrator(),
    payload: { acts },
  });
const without = async () =>
  (await web.http.inject({ url: '/api/people?without=password', headers: await administrator() }))
    .json<PersonPage>()
    .rows.map(({ login }) => login);

test('an account without a password opens to no password, not even to none', async () => {
  expect(await without()).toEqual(['linyifan', 'zhengweixin']);
  expect((await signIn('linyifan', ' ')).statusCode).toBe(401);
});

test('first passwords are made for many, told this once, each another, and must be changed before anything else', async () => {
  const acts = people.map(({ id }) => ({ id: uuidv7(now), account: id }));
  const { rows } = (await handOut(acts)).json<HandedOut>();
  expect(rows.map(({ id }) => id)).toEqual(people.map(({ id }) => id));
  expect(new Set(rows.map(({ password }) => password)).size).toBe(2);
  expect(await without()).toEqual([]);
  const opened = await signIn('linyifan', rows[0]!.password!);
  expect(opened.json()).toMatchObject({ mustChange: true, caller: { role: 'mayor' } });
  // Sent again it makes none anew, and cannot tell what it does not keep.
  expect((await handOut(acts)).json<HandedOut>().rows.map(({ password }) => password)).toEqual([null, null]);
  expect((await signIn('linyifan', rows[0]!.password!)).statusCode).toBe(201);
  expect(await transact(pool, system, (tx) => verifyLedger(tx, CITY, directorySubjects))).toMatchObject({
    fault: null,
  });
});

test('of fifty at once none is done where one cannot be', async () => {
  const answer = await handOut([
    { id: uuidv7(now), account: people[0]!.id },
    { id: uuidv7(now), account: uuidv7(now) },
  ]);
  expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([404, 'directory.no-such-account']);
});
