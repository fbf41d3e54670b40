import { beforeAll, describe, expect, test } from 'vitest';
import { aCaller } from '../../test/support/callers.ts';
import { testDatabase } from '../../test/support/database.ts';
import { aDirectory, administrator, aUnit, city, codeOf, handler, now, system } from '../../test/support/directory.ts';
import { uuidv7 } from '../kernel/index.ts';
import type { Caller } from '../platform/identity/contract.ts';
import type { SystemCaller } from '../platform/postgres/index.ts';
import { whyNot } from './directory.policy.ts';
import {
  addUnits,
  changeSeat,
  findCaller,
  findSeats,
  findSitters,
  findUnitMatcher,
  findUnits,
  openSeat,
} from './index.ts';

const { pool, owner } = await testDatabase();
const { as, add, unitOf, anAccount, change } = aDirectory(pool);

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
