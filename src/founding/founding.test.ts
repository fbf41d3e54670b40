import { beforeEach, describe, expect, test } from 'vitest';
import { addUnits, findCaller, findSeats, openPerson } from '../directory/index.ts';
import { uuidv7 } from '../kernel/index.ts';
import { transact } from '../platform/postgres/index.ts';
import { testDatabase } from '../../test/support/database.ts';
import { testHttp } from '../../test/support/http.ts';
import { foundingRoutes, isPlaceCode, offerSetup } from './index.ts';
import { showsSteps, stepsOf } from './steps.rules.ts';

const { pool, owner } = await testDatabase();
let now = new Date('2026-03-16T01:00:00Z');
const web = await testHttp(pool, [], {
  routes: [foundingRoutes],
  now: () => now,
  seating: { findCaller, findSeats },
});

const asked = (more: object = {}) => ({
  id: uuidv7(now),
  code: '',
  place: 411000,
  name: '许昌市',
  nameEn: 'Xuchang',
  login: 'guanli',
  person: '姚思敏',
  password: '一句只有本人知道的话',
  ...more,
});
const found = (payload: object) => web.ask(null, { method: 'POST', url: '/api/setup', payload });
const cities = async () => (await owner.query<{ city: number }>('select city from city order by city')).rows;
const isOpen = async () => (await web.ask(null, { method: 'GET', url: '/api/setup' })).json<{ open: boolean }>().open;

/** A server that nobody has founded a city on. The guards of the ledger would rightly not have it; to truncate costs ten times as much. */
beforeEach(async () => {
  const { rows } = await owner.query<{ all: string }>(
    `select string_agg('delete from ' || tablename, '; ') as all from pg_tables where schemaname = 'public' and tablename <> 'migration'`,
  );
  await owner.query(`begin; set local session_replication_role = replica; ${rows[0]!.all}; commit`);
});

describe('the door of a server without a city', () => {
  test('whoever has the code founds the city, signs in with their own password, and the door is closed for ever', async () => {
    const code = (await offerSetup(owner, now))!;
    expect(await isOpen()).toBe(true);
    const answer = await found(asked({ code: ` ${code.toUpperCase().replaceAll('-', ' ')} ` }));
    expect(answer.statusCode, answer.body).toBe(201);
    const signedIn = await web.ask(null, {
      method: 'POST',
      url: '/api/session',
      payload: { login: 'guanli', password: asked().password },
    });
    expect(signedIn.json()).toMatchObject({
      cityName: '许昌市',
      mustChange: false,
      caller: { city: 411000, role: 'administrator', name: '姚思敏' },
    });
    expect(await isOpen()).toBe(false);
    const again = await found(asked({ code, place: 410100, login: 'other' }));
    expect([again.statusCode, again.json().code]).toEqual([410, 'setup.closed']);
    expect(await offerSetup(owner, now)).toBeNull();
    expect(await cities()).toEqual([{ city: 411000 }]);
  });

  test('the administrator and the seat are acts in the ledger', async () => {
    const code = (await offerSetup(owner, now))!;
    await found(asked({ code }));
    const { rows } = await owner.query<{ kind: string }>('select kind from act order by kind');
    expect(rows.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['open-person', 'open-seat']));
  });

  test('the same request sent again founds nothing more and is answered as before', async () => {
    const code = (await offerSetup(owner, now))!;
    const request = asked({ code });
    const [first, second] = [await found(request), await found(request)];
    expect([first.statusCode, second.statusCode]).toEqual([201, 201]);
    expect(await cities()).toHaveLength(1);
  });

  test('two at once with the right code make one city', async () => {
    const code = (await offerSetup(owner, now))!;
    const answers = await Promise.all(
      [411000, 410100, 410200, 410300].map((place) => found(asked({ code, place, login: `admin${place}` }))),
    );
    expect(answers.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b)).toEqual([201, 410, 410, 410]);
    expect(await cities()).toHaveLength(1);
  });

  test('a wrong code is refused and counted; after ten the right one opens nothing either, until the next start', async () => {
    const code = (await offerSetup(owner, now))!;
    for (let n = 0; n < 10; n++) {
      const answer = await found(asked({ code: 'aaaa-aaaa-aaaa-aaaa' }));
      expect([answer.statusCode, answer.json().code]).toEqual([403, 'setup.code-wrong']);
    }
    expect((await found(asked({ code }))).json().code).toBe('setup.code-spent');
    const next = (await offerSetup(owner, now))!;
    expect((await found(asked({ code: next }))).statusCode).toBe(201);
  });

  test('a code is of no use after a day, nor once a later start has printed another', async () => {
    const first = (await offerSetup(owner, now))!;
    const second = (await offerSetup(owner, now))!;
    expect((await found(asked({ code: first }))).json().code).toBe('setup.code-wrong');
    const before = now;
    now = new Date(now.getTime() + 25 * 3_600_000);
    expect((await found(asked({ code: second }))).json().code).toBe('setup.code-expired');
    now = before;
    expect(await cities()).toEqual([]);
  });

  test('only its hash is in the database, and the application can neither read nor write it', async () => {
    const code = (await offerSetup(owner, now))!;
    const { rows } = await owner.query<{ kept: string }>('select setup_code::text as kept from setup_code');
    expect(rows[0]!.kept).not.toContain(code);
    await expect(pool.query('select * from setup_code')).rejects.toThrow(/permission denied/u);
  });

  test.each([
    ['a code of no province', { place: 991000 }, 'setup.place-wrong', '/place'],
    ['a short password', { password: 'kurz' }, 'identity.password-short', '/password'],
    ['a login that is none', { login: '9x' }, 'identity.login-wrong', '/login'],
  ])('with %s nothing is founded, the field is named and the code still works', async (_, more, code, pointer) => {
    const setup = (await offerSetup(owner, now))!;
    const answer = await found(asked({ code: setup, ...more }));
    expect(answer.json()).toMatchObject({ code, errors: [{ pointer }] });
    expect(await cities()).toEqual([]);
    expect((await found(asked({ code: setup }))).statusCode).toBe(201);
  });
});

describe('the steps that follow', () => {
  async function administrator(): Promise<string> {
    await found(asked({ code: await offerSetup(owner, now) }));
    const payload = { login: 'guanli', password: asked().password };
    return (await web.ask(null, { method: 'POST', url: '/api/session', payload })).json().token;
  }
  const ask = (token: string, payload?: object) =>
    web.http.inject({
      method: payload ? 'PUT' : 'GET',
      url: '/api/setup/steps',
      headers: { authorization: `Bearer ${token}` },
      ...(payload ? { payload } : {}),
    });

  test('are read off the register, kept when one leaves, and put away when one likes', async () => {
    const token = await administrator();
    const first = (await ask(token)).json();
    expect(first).toMatchObject({ begun: true, units: 0, supervisors: 0, rounds: 0, rulesSeen: false });
    expect(stepsOf(first).map(({ done }) => done)).toEqual([false, false, false, false, false]);
    expect((await ask(token, { rulesSeen: true })).json()).toMatchObject({ rulesSeen: true, dismissed: false });
    const put = (await ask(token, { dismissed: true })).json();
    expect([put.rulesSeen, showsSteps(first), showsSteps(put)]).toEqual([true, true, false]);
    expect((await ask(token, { dismissed: false })).json()).toMatchObject({ dismissed: false });
  });

  test('count the units that nobody deals with, but for a government and the supervision office', async () => {
    const token = await administrator();
    const system = { city: 411000, system: true } as const;
    const [government, office, bureau] = [uuidv7(now), uuidv7(now), uuidv7(now)];
    await transact(pool, system, async (tx) => {
      const units = [
        { id: government, name: '许昌市人民政府', kind: 'government' },
        { id: office, name: '市政府督查室', kind: 'office' },
        { id: bureau, name: '市教育局', kind: 'department' },
      ] as const;
      await addUnits(tx, system, units, now);
      const seat = { id: uuidv7(now), unit: office, role: 'supervisor', title: '' } as const;
      await openPerson(tx, system, { id: uuidv7(now), login: 'ducha', name: '沈知远', seat }, now);
    });
    expect((await ask(token)).json()).toMatchObject({ units: 3, supervisors: 1, withoutHandler: 1, withoutHead: 1 });
  });
});

test.each([
  [411000, true],
  ['110000', true],
  [990101, false],
  ['41100', false],
  ['4110000', false],
  ['41100a', false],
])('%s as the code of a city: %s', (code, right) => {
  expect(isPlaceCode(code)).toBe(right);
});
