import { beforeAll, describe, expect, test } from 'vitest';
import { aCaller } from '../../test/support/callers.ts';
import { testDatabase } from '../../test/support/database.ts';
import { testHttp, type TestHttp } from '../../test/support/http.ts';
import { Refusal, uuidv7 } from '../kernel/index.ts';
import type { Caller } from '../platform/identity/contract.ts';
import { transact, type SystemCaller, type Tx } from '../platform/postgres/index.ts';
import type { NewUnit, UnitAct } from './contract.ts';
import { whyNot } from './directory.policy.ts';
import {
  addUnits,
  adoptDirectory,
  changeSeat,
  changeUnit,
  directorySubjects,
  findCaller,
  findSeats,
  findSitters,
  findUnitMatcher,
  findUnits,
  openPerson,
  openSeat,
  peopleRoutes,
  registerRoutes,
  unitRoutes,
} from './index.ts';
import { nameThen } from './unit-then.rules.ts';
import { verifyLedger } from '../ledger/index.ts';

const { pool, owner } = await testDatabase();
const city = 1;
const system: SystemCaller = { city, system: true };
const administrator = aCaller({ role: 'administrator' });
const handler = aCaller();
const now = new Date('2023-03-14T08:00:00.000Z');
const as = <T>(who: Caller | SystemCaller, work: (tx: Tx) => Promise<T>) => transact(pool, who, work);

const aUnit = (name: string, more: Partial<NewUnit> = {}): NewUnit => ({
  id: uuidv7(now),
  name,
  kind: 'department',
  ...more,
});
const add = (...units: NewUnit[]) => as(system, (tx) => addUnits(tx, system, units, now));
const unitOf = async (id: string) => (await as(handler, (tx) => findUnits(tx, city))).get(id);
const codeOf = async (work: Promise<unknown>): Promise<string> => {
  const error: unknown = await work.then(
    () => undefined,
    (e: unknown) => e,
  );
  return error instanceof Refusal ? error.problem.code : String(error);
};
const anAccount = async (name: string): Promise<string> => {
  const id = uuidv7(now);
  const person = { id, login: `u${id.replaceAll('-', '')}`, name, seat: null, password: 'only-a-test-1' };
  await as(system, (tx) => openPerson(tx, system, person, now));
  return id;
};
const change = (id: string, kind: UnitAct['kind'], given: object = {}, at = now) =>
  as(administrator, (tx) => changeUnit(tx, administrator, id, { id: uuidv7(at), kind, given } as UnitAct, at));

beforeAll(async () => {
  await owner.query(`insert into city (city, name) values (1, '云州市'), (2, '海州市')`);
});

describe('units', () => {
  test('they come in the order of protocol, then by name as pinyin, children before parents if need be', async () => {
    const parent = aUnit('市档案馆', { sort: 5 });
    const [second, first] = [aUnit('市文物局', { sort: 4, parent: parent.id }), aUnit('市博物馆', { sort: 4 })];
    await add(second, parent, first);
    const order = [...(await as(handler, (tx) => findUnits(tx, city))).keys()];
    expect(order.filter((id) => [parent.id, second.id, first.id].includes(id))).toEqual([
      first.id,
      second.id,
      parent.id,
    ]);
    expect(await unitOf(second.id)).toEqual({
      id: second.id,
      parent: parent.id,
      name: '市文物局',
      shortName: null,
      aliases: [],
      kind: 'department',
      sort: 4,
      retiredAt: null,
      mergedInto: null,
      earlier: [],
    });
  });

  test('what is kept in memory is never older than the directory, and never another city’s', async () => {
    const unit = aUnit('市地震局');
    await add(unit);
    expect((await unitOf(unit.id))?.name).toBe('市地震局');
    await owner.query(`update unit set name = '市地震台' where id = $1`, [unit.id]);
    expect((await unitOf(unit.id))?.name).toBe('市地震台');
    await owner.query('delete from unit where id = $1', [unit.id]);
    expect(await unitOf(unit.id)).toBeUndefined();
    const elsewhere: SystemCaller = { city: 2, system: true };
    expect(await as(elsewhere, (tx) => findUnits(tx, city))).toEqual(new Map());
  });

  test('what a transaction changed and then undid is not remembered', async () => {
    const unit = aUnit('市盐务局');
    const undone = as(system, async (tx) => {
      await addUnits(tx, system, [unit], now);
      expect((await findUnits(tx, city)).has(unit.id)).toBe(true);
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    expect(await unitOf(unit.id)).toBeUndefined();
  });

  test('a renamed unit is still found by its earlier name', async () => {
    const unit = aUnit('市旅游发展委员会', { shortName: '旅发委' });
    await add(unit);
    await change(unit.id, 'rename', { name: '市全域旅游促进中心', shortName: null });
    expect(await unitOf(unit.id)).toMatchObject({
      name: '市全域旅游促进中心',
      shortName: null,
      aliases: ['市旅游发展委员会', '旅发委'],
    });
    const match = await as(handler, (tx) => findUnitMatcher(tx, city));
    expect(match('云州市旅游发展委员会')).toEqual({ kind: 'exact', unit: unit.id });
  });

  test('two units cannot bear one name at a time; a retired unit gives its name free', async () => {
    const [old, young] = [aUnit('市物价局'), aUnit('市物价局')];
    await add(old);
    expect(await codeOf(add(young))).toBe('directory.name-taken');
    await change(old.id, 'retire');
    await add(young);
    expect(await unitOf(old.id)).toMatchObject({ name: '市物价局', retiredAt: now.toISOString() });
    const twins = [aUnit('市蚕业局'), aUnit('市蚕业局')];
    expect(await codeOf(add(...twins))).toBe('directory.name-taken');
  });

  test('a unit that is added twice, by the same request sent again, is there once', async () => {
    const unit = aUnit('市档案学会', { kind: 'other' });
    await add(unit);
    await add(unit);
    expect(await unitOf(unit.id)).toMatchObject({ name: '市档案学会' });
  });

  test('a unit with units below it cannot be retired, nor one be added below nothing', async () => {
    const [above, below] = [aUnit('市农机总站'), aUnit('农机一站')];
    await add(above, { ...below, parent: above.id });
    expect(await codeOf(change(above.id, 'retire'))).toBe('directory.unit-has-units');
    expect(await codeOf(add(aUnit('无处科', { parent: uuidv7(now) })))).toBe('directory.no-such-unit');
  });
});

describe('seats', () => {
  test('a caller is who holds the seat now: with the unit and all below it, and nobody before, after, or when disabled', async () => {
    const [top, mid, low, other] = [aUnit('甲局'), aUnit('甲局一处'), aUnit('甲局一处一科'), aUnit('乙局')];
    await add(top, { ...mid, parent: top.id }, { ...low, parent: mid.id }, other);
    const account = await anAccount('周明');
    const seat = { id: uuidv7(now), account, unit: top.id, role: 'head' as const, title: '局长' };
    await as(administrator, (tx) => openSeat(tx, administrator, seat, now));

    const caller = await findCaller(pool, city, account, null, now);
    expect({ ...caller, units: new Set(caller?.units) }).toEqual({
      city,
      account,
      seat: seat.id,
      role: 'head',
      unit: top.id,
      units: new Set([top.id, mid.id, low.id]),
      name: '周明',
      title: '局长',
    });
    expect(await findCaller(pool, city, account, seat.id, now)).toEqual(caller);
    expect(await findCaller(pool, city, account, uuidv7(now), now)).toBeUndefined();
    expect(await findCaller(pool, 2, account, null, now)).toBeUndefined();
    expect(await findCaller(pool, city, account, null, new Date(+now - 1))).toBeUndefined();

    const later = new Date(+now + 1000);
    await owner.query('update account set disabled_at = $2 where id = $1', [account, later]);
    expect(await findCaller(pool, city, account, null, now)).toEqual(caller);
    expect(await findCaller(pool, city, account, null, later)).toBeUndefined();
  });

  test('of several seats the first is taken, and each can be chosen until it ends', async () => {
    const unit = aUnit('丙局');
    await add(unit);
    const account = await anAccount('何静');
    const seats = [
      { id: uuidv7(now), account, unit: unit.id, role: 'handler' as const, title: '科员' },
      { id: uuidv7(now), account, role: 'supervisor' as const, title: '督查专员' },
    ];
    const later = new Date(+now + 60_000);
    await as(system, (tx) => openSeat(tx, system, seats[0]!, now));
    await as(system, (tx) => openSeat(tx, system, seats[1]!, later));
    expect((await findSeats(pool, city, account, now)).map((seat) => seat.id)).toEqual([seats[0]!.id]);
    expect(await findSeats(pool, city, account, later)).toEqual([
      { id: seats[0]!.id, role: 'handler', title: '科员', unit: unit.id },
      { id: seats[1]!.id, role: 'supervisor', title: '督查专员', unit: null },
    ]);
    expect(await findCaller(pool, city, account, null, later)).toMatchObject({ role: 'handler', units: [unit.id] });
    expect(await findCaller(pool, city, account, seats[1]!.id, later)).toMatchObject({
      role: 'supervisor',
      unit: null,
      units: [],
    });

    const end = new Date(+later + 1000);
    const ending = (id = uuidv7(now)) =>
      as(administrator, (tx) => changeSeat(tx, administrator, seats[0]!.id, { id, kind: 'end', given: {} }, end));
    await ending();
    expect(await findCaller(pool, city, account, null, end)).toMatchObject({ role: 'supervisor' });
    expect(await codeOf(ending())).toBe('directory.no-such-seat');
    const sitter = await as(handler, (tx) => findSitters(tx, city, [seats[0]!.id]));
    expect(sitter(seats[0]!.id, later)).toMatchObject({ name: '何静', title: '科员' });
  });

  test('a seat needs somebody to sit on it', async () => {
    const empty = { id: uuidv7(now), account: uuidv7(now), role: 'mayor' as const };
    expect(await codeOf(as(system, (tx) => openSeat(tx, system, empty, now)))).toBe('directory.no-such-account');
  });

  test('who handles or heads needs a unit', async () => {
    const account = await anAccount('孙悦');
    const homeless = { id: uuidv7(now), account, role: 'handler' as const };
    expect(await codeOf(as(system, (tx) => openSeat(tx, system, homeless, now)))).toBe('directory.role-needs-unit');
  });
});

describe('who may change it', () => {
  test.each(['handler', 'head', 'supervisor', 'mayor'] as const)('a %s may not, and hears why', async (role) => {
    const caller = aCaller({ role });
    expect(whyNot(caller, 'unit.add')).toMatchObject({ code: 'directory.administrators-only', status: 403 });
    expect(await codeOf(as(caller, (tx) => addUnits(tx, caller, [aUnit('市某局')], now)))).toBe(
      'directory.administrators-only',
    );
  });

  test('behind the policy row-level security says the same', async () => {
    const unit = aUnit('市史志办');
    await add(unit);
    const sql = (who: Caller, text: string) => as(who, (tx) => tx.run({ name: '', text }, []));
    const insert = `insert into unit (city, id, name, kind) values (1, gen_random_uuid(), '市暗局', 'other')`;
    await expect(sql(handler, insert)).rejects.toThrow(/row-level security/);
    await expect(sql(administrator, insert.replace('(1,', '(2,'))).rejects.toThrow(/row-level security/);
    expect(await sql(handler, `update unit set name = '改' where id = '${unit.id}' returning id`)).toEqual([]);
    await expect(sql(administrator, 'delete from unit')).rejects.toThrow(/permission denied/);
  });
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
    expect((await changeTo('my-own-secret-1', 'wrong')).statusCode).toBe(401);
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

describe('what was, is kept', () => {
  const moment = (n: number) => new Date(now.getTime() + n * 3_600_000);

  test('a paper of an earlier day shows the name of that day', async () => {
    const unit = aUnit('市商业局', { shortName: '商业局' });
    await add(unit);
    await change(unit.id, 'rename', { name: '市贸易局', shortName: null }, moment(1));
    await change(unit.id, 'rename', { name: '市商贸局', shortName: '商贸局' }, moment(3));
    const now3 = (await unitOf(unit.id))!;
    const called = (n: number) => nameThen(now3, moment(n).toISOString()).name;
    expect([0, 1, 2, 3, 4].map(called)).toEqual(['市商业局', '市贸易局', '市贸易局', '市商贸局', '市商贸局']);
  });

  test('a seat that is handed over keeps its acts under the name of whoever sat there', async () => {
    const [zhou, wu] = [await anAccount('周前任'), await anAccount('吴后任')];
    const seat = { id: uuidv7(now), account: zhou, role: 'supervisor' as const, title: '督查专员' };
    await as(administrator, (tx) => openSeat(tx, administrator, seat, now));
    const over = { id: uuidv7(now), kind: 'hand-over' as const, given: { account: wu } };
    const hand = () => as(administrator, (tx) => changeSeat(tx, administrator, seat.id, over, moment(5)));
    await hand();
    await hand();
    expect(await findCaller(pool, city, zhou, null, moment(6))).toBeUndefined();
    expect(await findCaller(pool, city, wu, null, moment(6))).toMatchObject({ seat: seat.id, title: '督查专员' });
    const sitter = await as(handler, (tx) => findSitters(tx, city, [seat.id]));
    expect([1, 4, 5, 9].map((n) => sitter(seat.id, moment(n))?.name)).toEqual(['周前任', '周前任', '吴后任', '吴后任']);
  });

  test('nobody takes their own seat away, nor can a seat be handed to who sits there', async () => {
    const account = await anAccount('严管');
    const own = { id: administrator.seat, account, role: 'administrator' as const };
    await as(system, (tx) => openSeat(tx, system, own, now));
    const doing = (kind: 'end' | 'hand-over', given: object, who: Caller | SystemCaller = administrator) =>
      codeOf(as(who, (tx) => changeSeat(tx, who, own.id, { id: uuidv7(now), kind, given } as never, now)));
    expect(await doing('end', {})).toBe('directory.not-your-own-seat');
    expect(await doing('hand-over', { account }, system)).toBe('directory.seat-held-already');
  });

  test('a merged unit leaves its names, its seats and the units below it to its heir', async () => {
    const [old, heir, below] = [aUnit('市粮食局', { shortName: '粮食局' }), aUnit('市发展改革委'), aUnit('粮食质检站')];
    await add(old, heir, { ...below, parent: old.id });
    const account = await anAccount('米多');
    const seat = { id: uuidv7(now), account, unit: old.id, role: 'handler' as const };
    await as(system, (tx) => openSeat(tx, system, seat, now));
    await change(old.id, 'merge', { into: heir.id }, moment(1));
    expect(await unitOf(old.id)).toMatchObject({ mergedInto: heir.id, parent: heir.id, retiredAt: expect.any(String) });
    expect(await unitOf(below.id)).toMatchObject({ parent: heir.id });
    expect(await findCaller(pool, city, account, null, moment(2))).toMatchObject({
      unit: heir.id,
      units: expect.arrayContaining([heir.id, old.id, below.id]),
    });
    const match = await as(handler, (tx) => findUnitMatcher(tx, city));
    expect(match('市粮食局')).toEqual({ kind: 'exact', unit: heir.id });
    const sitter = await as(handler, (tx) => findSitters(tx, city, [seat.id]));
    expect(sitter(seat.id, now)?.unit).toBe(old.id);
    expect(await codeOf(change(heir.id, 'merge', { into: old.id }))).toBe('directory.unit-retired');
    expect(await codeOf(change(heir.id, 'merge', { into: heir.id }))).toBe('directory.unit-into-itself');
  });

  test('an heir that stood below takes the place of the unit above', async () => {
    const [top, old, heir] = [aUnit('上局'), aUnit('中局'), aUnit('下局')];
    await add(top, { ...old, parent: top.id }, { ...heir, parent: old.id });
    await change(old.id, 'merge', { into: heir.id });
    expect(await unitOf(heir.id)).toMatchObject({ parent: top.id });
    expect(await unitOf(old.id)).toMatchObject({ parent: heir.id });
  });

  test('a unit cannot be moved below itself, below a retired one, or be retired while somebody sits in it', async () => {
    const [above, below, gone] = [aUnit('甲办'), aUnit('乙办'), aUnit('丙办')];
    await add(above, { ...below, parent: above.id }, gone);
    await change(gone.id, 'retire');
    expect(await codeOf(change(above.id, 'move', { parent: below.id }))).toBe('directory.unit-below-itself');
    expect(await codeOf(change(above.id, 'move', { parent: gone.id }))).toBe('directory.unit-retired');
    await change(below.id, 'move', { parent: null });
    expect(await unitOf(below.id)).toMatchObject({ parent: null });
    const seat = { id: uuidv7(now), account: await anAccount('丁'), unit: below.id, role: 'handler' as const };
    await as(system, (tx) => openSeat(tx, system, seat, now));
    expect(await codeOf(change(below.id, 'retire'))).toBe('directory.unit-has-seats');
  });

  test('all of it is made anew from its acts, and a row that was changed behind them is found', async () => {
    const there: SystemCaller = { city: 2, system: true };
    const [old, heir] = [aUnit('市渔业局'), aUnit('市海洋局')];
    const [first, next] = [uuidv7(now), uuidv7(now)];
    const seat = { id: uuidv7(now), unit: old.id, role: 'handler' as const, title: '科员' };
    await as(there, async (tx) => {
      await addUnits(tx, there, [old, heir], now);
      for (const [id, login] of [
        [first, 'hai-first'],
        [next, 'hai-next'],
      ] as const)
        await openPerson(tx, there, { id, login, name: '海生', seat: id === first ? seat : null }, now);
      const over = { id: uuidv7(now), kind: 'hand-over' as const, given: { account: next } };
      await changeSeat(tx, there, seat.id, over, moment(1));
      const into = { id: uuidv7(now), kind: 'merge' as const, given: { into: heir.id } };
      await changeUnit(tx, there, old.id, into, moment(2));
    });
    const fault = async (break_: string) => {
      await owner.query(break_);
      return (await as(there, (tx) => verifyLedger(tx, 2, directorySubjects))).fault;
    };
    expect(await fault('select')).toBeNull();
    const differ = (noun: string) => ({ code: 'ledger.entry-rows-differ', params: { noun } });
    expect(await fault(`update unit set sort = 7 where name = '市海洋局'`)).toMatchObject(differ('unit'));
    await owner.query(`update unit set sort = 1000 where name = '市海洋局'`);
    expect(await fault(`update tenure set title = '局长' where city = 2`)).toMatchObject(differ('seat'));
    await owner.query(`update tenure set title = '科员' where city = 2`);
    expect(await fault(`update account set must_change = false where login = 'hai-next'`)).toMatchObject(
      differ('person'),
    );
  });

  test('a directory that was kept before its acts were is taken over as it was found, once', async () => {
    await owner.query(`insert into city (city, name) values (3, '旧州市')`);
    const there: SystemCaller = { city: 3, system: true };
    const [unit, account, seat] = [uuidv7(now), uuidv7(now), uuidv7(now)];
    await owner.query(`insert into unit (city, id, name, kind, aliases) values (3, $1, '市旧局', 'other', '{旧局}')`, [
      unit,
    ]);
    await owner.query(
      `insert into account (city, id, login, name, password_hash, created_at) values (3, $1, 'old-one', '旧人', '', $2)`,
      [account, now],
    );
    await owner.query(
      `insert into seat (city, id, account, unit, role, from_at) values (3, $1, $2, $3, 'handler', $4)`,
      [seat, account, unit, now],
    );
    await owner.query(`insert into tenure values (3, $1, 1, $2, $3, '', $4, null)`, [seat, account, unit, now]);
    const adopted = () => as(there, (tx) => adoptDirectory(tx, there, moment(1)));
    const verified = () => as(there, (tx) => verifyLedger(tx, 3, directorySubjects));
    expect((await verified()).fault).toMatchObject({ code: 'ledger.row-without-acts' });
    await adopted();
    await adopted();
    expect(await verified()).toMatchObject({ fault: null, acts: 3, streams: 3 });
    const retiring = { id: uuidv7(now), kind: 'rename' as const, given: { name: '市新局', shortName: null } };
    await as(there, (tx) => changeUnit(tx, there, unit, retiring, moment(2)));
    expect(await verified()).toMatchObject({ fault: null, acts: 4 });
  });
});
