import { beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '../../test/support/database.ts';
import { aDirectory, administrator, aUnit, handler, now } from '../../test/support/directory.ts';
import { testHttp, type TestHttp } from '../../test/support/http.ts';
import { uuidv7 } from '../kernel/index.ts';
import type { Caller } from '../platform/identity/contract.ts';
import { findCaller, findSeats, peopleRoutes, registerRoutes, unitRoutes } from './index.ts';

const { pool, owner } = await testDatabase();
const { add, anAccount } = aDirectory(pool);

beforeAll(async () => {
  await owner.query(`insert into city (city, name) values (1, '云州市')`);
});

describe('over HTTP', () => {
  let app: TestHttp;
  const work = { countOpen: async () => 0, succeed: async () => undefined };
  beforeAll(async () => {
    app = await testHttp(pool, [administrator, handler], { routes: [unitRoutes(work), peopleRoutes, registerRoutes] });
  });
  const post = (who: Caller, url: string, payload: object) => app.ask(who, { method: 'POST', url, payload });
  const doing = (kind: string, given: object = {}) => ({ id: uuidv7(new Date()), kind, given });

  test('an administrator adds, renames and retires a unit; everybody reads the list, the history who keeps it', async () => {
    const unit = aUnit('市测绘院', { kind: 'other' });
    const acts = `/api/units/${unit.id}/acts`;
    const renaming = doing('rename', { name: '市测绘地理信息院' });
    expect((await post(administrator, '/api/units', unit)).statusCode).toBe(201);
    expect((await post(administrator, acts, renaming)).statusCode).toBe(200);
    expect((await post(administrator, acts, renaming)).statusCode).toBe(200);
    expect((await post(administrator, acts, { ...renaming, given: { name: '另一个名字' } })).json()).toMatchObject({
      code: 'ledger.act-id-reused',
      status: 409,
    });
    expect((await post(administrator, acts, doing('retire'))).statusCode).toBe(200);
    const list = await app.ask(handler, { url: '/api/units' });
    expect(list.json().rows.find((row: { id: string }) => row.id === unit.id)).toMatchObject({
      name: '市测绘地理信息院',
      aliases: ['市测绘院'],
      retiredAt: expect.any(String),
    });
    const story = await app.ask(administrator, { url: `/api/register/${unit.id}/story` });
    expect(story.json().acts.map((act: { kind: string }) => act.kind)).toEqual([
      'retire-unit',
      'rename-unit',
      'add-unit',
    ]);
    expect((await app.ask(handler, { url: `/api/register/${unit.id}/story` })).statusCode).toBe(403);
  });

  test('a telephone that is none is refused, and it is said how one is written', async () => {
    const unit = aUnit('市地名服务站', { kind: 'other' });
    await post(administrator, '/api/units', unit);
    const acts = `/api/units/${unit.id}/acts`;
    const located = (phone: string) => doing('locate', { address: null, phone, point: null });
    const refused = await post(administrator, acts, located('找小王'));
    expect(refused.statusCode).toBe(400);
    expect(refused.json().errors).toMatchObject([
      { pointer: '/given/phone', detail: expect.stringContaining('0374-2960000') },
    ]);
    for (const phone of ['12345', '(0374) 296 0001', '+86 374 2960001', '0374-2960001 转 801'])
      expect((await post(administrator, acts, located(phone))).statusCode, phone).toBe(200);
  });

  test('each unit of the list says how its names are typed by sound, by initials and in full', async () => {
    // 区 is a family name too, Ou; in a unit's name it is none.
    await add(aUnit('云州市绿化局', { shortName: '市绿化局', aliases: ['区园林办'], kind: 'other' }));
    const { rows } = (await app.ask(handler, { url: '/api/units' })).json();
    expect(rows.find(({ name }: { name: string }) => name === '云州市绿化局').sound.split(' ')).toEqual([
      'yzslhj',
      'slhj',
      'qylb',
      'yunzhoushilvhuaju',
      'shilvhuaju',
      'quyuanlinban',
    ]);
  });

  test('a printed name is matched; a name is asked for', async () => {
    const unit = aUnit('市气象局');
    await add(unit);
    const ask = (name: string) => app.ask(handler, { url: `/api/units/match?name=${encodeURIComponent(name)}` });
    expect((await ask('云州市气象局')).json()).toEqual({ kind: 'exact', unit: unit.id });
    expect((await ask('各县（市、区）')).json()).toEqual({ kind: 'group', group: 'counties' });
    expect((await ask(' ')).statusCode).toBe(400);
  });

  test('seats are opened and ended by administrators alone', async () => {
    const seat = { id: uuidv7(now), account: await anAccount('钱进'), role: 'mayor', title: '副市长' };
    const acts = `/api/seats/${seat.id}/acts`;
    expect((await post(handler, '/api/seats', seat)).statusCode).toBe(403);
    expect((await post(administrator, '/api/seats', seat)).statusCode).toBe(201);
    expect((await post(administrator, acts, doing('end'))).statusCode).toBe(200);
    expect((await post(administrator, acts, doing('end'))).json()).toMatchObject({
      code: 'directory.no-such-seat',
      status: 404,
    });
  });

  test('people are listed page by page, with the seats that they hold, for administrators alone', async () => {
    expect((await app.ask(handler, { url: '/api/people' })).statusCode).toBe(403);
    for (const login of ['zz-list1', 'zz-list2', 'zz-list3'])
      await post(administrator, '/api/people', {
        id: uuidv7(new Date()),
        login,
        name: '段三思',
        seat: login === 'zz-list2' ? { id: uuidv7(new Date()), role: 'mayor', title: '副市长' } : null,
      });
    const page = async (query: string) => (await app.ask(administrator, { url: `/api/people?q=段三&${query}` })).json();
    const first = await page('limit=2');
    expect(first.rows.map((row: { login: string }) => row.login)).toEqual(['zz-list1', 'zz-list2']);
    expect(first.rows[1].seats).toMatchObject([{ role: 'mayor', title: '副市长', unit: null }]);
    expect((await page(`after=${first.next}`)).rows).toHaveLength(1);
    expect((await page('without=seat')).rows.map((row: { login: string }) => row.login)).toEqual([
      'zz-list1',
      'zz-list3',
    ]);
  });

  test('a first password is told once, opens nothing but its own change, and then no more', async () => {
    const id = uuidv7(new Date());
    const seat = { id: uuidv7(new Date()), unit: null, role: 'mayor', title: '副市长' };
    const opening = { id, login: 'newcomer', name: '新人', seat };
    const { password } = (await post(administrator, '/api/people', opening)).json();
    expect(password).toMatch(/^(\w{4}-){3}\w{4}$/);
    expect((await post(administrator, '/api/people', opening)).json()).toEqual({ id, password: null });

    let clock = new Date();
    const real = await testHttp(pool, [], {
      now: () => clock,
      routes: [unitRoutes(work), peopleRoutes],
      seating: { findCaller, findSeats },
    });
    const signIn = (secret: string) =>
      real.http.inject({ method: 'POST', url: '/api/session', payload: { login: 'newcomer', password: secret } });
    const opened = (await signIn(password)).json();
    expect(opened).toMatchObject({ mustChange: true });
    const headers = { authorization: `Bearer ${opened.token}` };
    const units = () => real.http.inject({ url: '/api/units', headers });
    expect((await units()).json()).toMatchObject({ code: 'identity.change-password-first', status: 403 });
    const changeTo = (next: string, current = password) =>
      real.http.inject({
        method: 'PUT',
        url: '/api/session/password',
        headers,
        payload: { id: uuidv7(new Date()), current, next },
      });
    expect((await changeTo('short')).json()).toMatchObject({ code: 'identity.password-short' });
    expect((await changeTo(password)).json()).toMatchObject({ code: 'identity.password-same' });
    expect((await changeTo('my-own-secret-1', 'wrong')).json()).toMatchObject({ code: 'identity.current-wrong' });
    expect((await changeTo('my-own-secret-1')).statusCode).toBe(204);
    expect((await units()).statusCode).toBe(200);
    expect((await signIn(password)).statusCode).toBe(401);

    const reset = (await post(administrator, `/api/people/${id}/acts`, doing('reset-password'))).json();
    // Callers are remembered for half a minute.
    clock = new Date(clock.getTime() + 31_000);
    expect((await units()).statusCode).toBe(401);
    expect((await signIn(reset.password)).json()).toMatchObject({ mustChange: true });
    await post(administrator, `/api/people/${id}/acts`, doing('disable'));
    expect((await signIn(reset.password)).statusCode).toBe(401);
    expect((await post(administrator, `/api/people/${id}/acts`, doing('disable'))).json()).toMatchObject({
      code: 'directory.changes-nothing',
    });
    await post(administrator, `/api/people/${id}/acts`, doing('enable'));
    expect((await signIn(reset.password)).statusCode).toBe(201);
  });
});
