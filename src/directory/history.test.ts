import { beforeAll, describe, expect, test } from 'vitest';
import { aCaller } from '../../test/support/callers.ts';
import { testDatabase } from '../../test/support/database.ts';
import { aDirectory, administrator, aUnit, city, codeOf, handler, now, system } from '../../test/support/directory.ts';
import { uuidv7, type Uuid } from '../kernel/index.ts';
import { verifyLedger } from '../ledger/index.ts';
import type { Caller } from '../platform/identity/contract.ts';
import type { SystemCaller } from '../platform/postgres/index.ts';
import {
  addUnits,
  adoptDirectory,
  changeSeat,
  changeUnit,
  directorySubjects,
  findCaller,
  findSatThere,
  findSitters,
  findUnitMatcher,
  openPerson,
  openSeat,
} from './index.ts';
import { changePerson } from './people/person.acts.ts';
import { findMerging } from './units/unit.acts.ts';
import { nameThen } from './units/unit-then.rules.ts';

const { pool, owner } = await testDatabase();
const { as, add, unitOf, anAccount, change } = aDirectory(pool);

beforeAll(async () => {
  await owner.query(`insert into city (city, name) values (1, '云州市'), (2, '海州市'), (4, '山州市')`);
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

  test('where a unit is found is entered, corrected and taken away again, by administrators; each time it is verified', async () => {
    const unit = aUnit('市档案服务站');
    await add(unit);
    const verified = () => as(system, (tx) => verifyLedger(tx, city, directorySubjects));
    const given = { address: '东湖区文轩路 8 号', phone: '0374-2960001 转 801', point: null };
    const act = { id: uuidv7(now), kind: 'locate' as const, given };
    expect(await codeOf(as(handler, (tx) => changeUnit(tx, handler, unit.id, act, now)))).toBe(
      'directory.administrators-only',
    );
    for (const located of [given, { ...given, phone: null, point: { longitude: 113.62, latitude: 33.94 } }]) {
      await change(unit.id, 'locate', located);
      expect((await unitOf(unit.id))!.located).toEqual(located);
      expect(await verified()).toMatchObject({ fault: null });
    }
    await change(unit.id, 'locate', { address: null, phone: null, point: null });
    expect(await unitOf(unit.id)).not.toHaveProperty('located');
    expect(await verified()).toMatchObject({ fault: null });
  });

  test('nobody takes their own seat away, nor can a seat be handed to who sits there', async () => {
    const account = await anAccount('严管');
    const keeper = aCaller({ account, role: 'administrator' });
    const own = { id: keeper.seat, account, role: 'administrator' as const };
    await as(system, (tx) => openSeat(tx, system, own, now));
    const doing = (kind: 'end' | 'hand-over', given: object, who: Caller | SystemCaller = keeper) =>
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

  test('what a merger takes along is told before, and both heads; it is an administrator’s to ask', async () => {
    const [old, heir, below] = [aUnit('市物价局'), aUnit('市市场局'), aUnit('价格检查所')];
    await add(old, heir, { ...below, parent: old.id });
    for (const [name, unit] of [
      ['管价', old.id],
      ['管市', heir.id],
    ] as const) {
      const seat = { id: uuidv7(now), account: await anAccount(name), unit, role: 'head' as const };
      await as(system, (tx) => openSeat(tx, system, seat, now));
    }
    const asked = (who: Caller | SystemCaller) => as(who, (tx) => findMerging(tx, who, old.id, heir.id));
    expect(await asked(administrator)).toEqual({ seats: 1, units: 1, heads: ['管价', '管市'] });
    expect(await codeOf(asked(handler))).toBe('directory.administrators-only');
  });

  test('the unit that alone oversees is not merged away; once another oversees too, it may be', async () => {
    const there: SystemCaller = { city: 4, system: true };
    const [office, bureau] = [aUnit('督查室'), aUnit('发改委')];
    const overseer = async (unit: Uuid, name: string): Promise<void> => {
      const id = uuidv7(now);
      const seat = { id: uuidv7(now), unit, role: 'supervisor' as const, title: '' };
      await as(there, (tx) =>
        openPerson(tx, there, { id, login: `u${id.replaceAll('-', '')}`, name, seat, password: 'only-a-test-1' }, now),
      );
    };
    const merge = () =>
      as(there, (tx) =>
        changeUnit(tx, there, office.id, { id: uuidv7(now), kind: 'merge', given: { into: bureau.id } }, now),
      );
    await as(there, (tx) => addUnits(tx, there, [office, bureau], now));
    await overseer(office.id, '杜察');
    expect(await codeOf(merge())).toBe('directory.last-overseer');
    expect(await codeOf(as(there, (tx) => findMerging(tx, there, office.id, bureau.id)))).toBe(
      'directory.last-overseer',
    );
    await overseer(bureau.id, '佟察');
    expect(await merge()).toEqual({ merged: true });
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
    const adopted = () =>
      as(there, async (tx) => {
        for (const each of Object.values(adoptDirectory)) await each(tx, there, moment(1));
      });
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

test('who sat on a unit’s seats is told stretch by stretch, without the time in which the account was disabled', async () => {
  const unit = uuidv7(now);
  await add(aUnit('开发区调解站', { id: unit }));
  const account = await anAccount('陆时来');
  const seat = { id: uuidv7(now), account, unit, role: 'handler', title: '调解员' } as const;
  await as(system, (tx) => openSeat(tx, system, seat, now));
  const at = (days: number) => new Date(now.getTime() + days * 86_400_000);
  const turn = (kind: 'disable' | 'enable', when: Date) =>
    as(system, (tx) => changePerson(tx, system, account, { id: uuidv7(when), kind, given: {} }, when));
  const told = async () =>
    (await as(system, (tx) => findSatThere(tx, system.city, [unit], 'handler'))).map(({ from, until }) => [
      from,
      until,
    ]);
  expect(await told()).toEqual([[now, null]]);
  await turn('disable', at(1));
  expect(await told()).toEqual([[now, at(1)]]);
  await turn('enable', at(3));
  await as(system, (tx) => changeSeat(tx, system, seat.id, { id: uuidv7(at(5)), kind: 'end', given: {} }, at(5)));
  await turn('disable', at(6));
  expect(await told()).toEqual([
    [now, at(1)],
    [at(3), at(5)],
  ]);
});
