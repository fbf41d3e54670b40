import { describe, expect, test } from 'vitest';
import { changeCircle, viewCircle } from '../../src/directory/circles/circle.acts.ts';
import { findCircle } from '../../src/directory/circles/circle.store.ts';
import { changeSeat, openPerson, openSeat } from '../../src/directory/index.ts';
import { changePerson } from '../../src/directory/people/person.acts.ts';
import { personNoun } from '../../src/directory/people/person.store.ts';
import { uuidv7 } from '../../src/kernel/index.ts';
import { beginChange, record } from '../../src/ledger/index.ts';
import type { Caller } from '../../src/platform/identity/contract.ts';
import { asSystem, transact, type Tx } from '../../src/platform/postgres/index.ts';
import { aCaller } from '../support/callers.ts';
import { testDatabase } from '../support/database.ts';
import { aSealedCity } from '../support/sealed-city.ts';

// Who is named for sealed matters: by whom, and until when.

const { pool } = await testDatabase();
let now = new Date('2026-03-16T02:00:00Z');
const later = () => (now = new Date(now.getTime() + 60_000));
const system = { city: 1, system: true } as const;
const supervisor = (name: string) => aCaller({ role: 'supervisor', unit: null, name, title: '督查专员' });
const named = supervisor('方慎');
const unnamedSupervisor = supervisor('沈知远');
const administrator = aCaller({ role: 'administrator', unit: null, name: '姚思敏' });
const [handler, second, third] = [aCaller({ name: '林一帆' }), aCaller({ name: '许安和' }), aCaller({ name: '乔新' })];
const all = [named, unnamedSupervisor, administrator, handler, second, third];
const web = await aSealedCity(pool, all, () => now);

const id = () => uuidv7(new Date());
const circle = (who: Caller, kind: string, seat: string) =>
  web.ask(who, { method: 'POST', url: '/api/circles/clue/acts', payload: { id: id(), kind, given: { seat } } });
const colleagues = (who: Caller) =>
  web.ask(who, { url: `/api/circles/clue/colleagues?q=${encodeURIComponent('许安')}` });
const findNames = (tx: Tx) => asSystem(tx, () => findCircle(tx, 1, 'clue'));
/** As somebody who was given a password changes it, for the register. */
const recordOwnPassword = async (tx: Tx, { account }: Caller, at: Date) => {
  const change = { entry: account, id: id(), kind: 'change-password-person', given: {} };
  await beginChange(tx, system, change);
  await record(tx, system, personNoun, [change], at);
};

describe('who is named', () => {
  test('by an administrator once, and not themselves; from then on by those who are', async () => {
    const raising = { id: id(), mechanism: 'clue', text: '采购科科长收受回扣', by: { id: id(), pass: 'ACDEFGHJK7' } };
    const early = await web.ask(null, { method: 'POST', url: '/api/counter/appeals', payload: raising });
    expect(early.json()).toMatchObject({ code: 'matter.nobody-named' });
    expect((await circle(handler, 'open-circle', handler.seat)).statusCode).toBe(403);
    expect((await circle(administrator, 'open-circle', administrator.seat)).json()).toMatchObject({
      code: 'directory.circle-not-oneself',
    });
    expect((await circle(administrator, 'open-circle', named.seat)).json().seats).toMatchObject([{ name: '方慎' }]);
    expect((await circle(administrator, 'name-seat', unnamedSupervisor.seat)).statusCode).toBe(403);
    expect((await circle(administrator, 'open-circle', unnamedSupervisor.seat)).json()).toMatchObject({
      code: 'directory.circle-open',
    });
    expect((await circle(named, 'unname-seat', named.seat)).json()).toMatchObject({ code: 'directory.circle-last' });
    expect((await web.ask(unnamedSupervisor, { url: '/api/circles/clue' })).statusCode).toBe(403);
    expect((await web.ask(unnamedSupervisor, { url: '/api/circles' })).json()).toEqual({ rows: [] });
    expect((await colleagues(unnamedSupervisor)).statusCode).toBe(403);
    expect((await colleagues(administrator)).statusCode).toBe(403);
    expect((await colleagues(named)).json().rows).toMatchObject([{ name: '许安和' }]);
    const [listed] = (await web.ask(administrator, { url: '/api/circles' })).json().rows;
    expect(listed).toMatchObject({ mechanism: 'clue', mayName: false, seats: [{ name: '方慎', holds: true }] });
  });

  test('and never somebody whose account an administrator has in hand', async () => {
    expect((await circle(named, 'name-seat', administrator.seat)).json()).toMatchObject({
      code: 'directory.circle-not-administrator',
    });
    // An administrator who has another seat besides is one all the same.
    const other = { id: id(), account: administrator.account, unit: null, role: 'supervisor', title: '' } as const;
    await transact(pool, system, (tx) => openSeat(tx, system, other, now));
    expect((await circle(named, 'name-seat', other.id)).json()).toMatchObject({
      code: 'directory.circle-not-administrator',
    });
    const [account, seat] = [id(), id()];
    const fresh = {
      id: account,
      login: 'xinren',
      name: '新人',
      seat: { id: seat, unit: null, role: 'supervisor', title: '' },
    } as const;
    await transact(pool, system, (tx) => openPerson(tx, system, fresh, now));
    expect((await circle(named, 'name-seat', seat)).json()).toMatchObject({ code: 'directory.circle-password-first' });
  });

  test('until the seat is handed over or an administrator gives them a password; then by another who is named, anew', async () => {
    const holds = async () =>
      Object.fromEntries(
        (await web.ask(named, { url: '/api/circles/clue' }))
          .json()
          .seats.map((one: { name: string; holds: boolean }) => [one.name, one.holds]),
      );
    later();
    expect((await circle(named, 'name-seat', third.seat)).json().seats).toHaveLength(2);
    expect((await circle(third, 'unname-seat', third.seat)).json()).toMatchObject({
      code: 'directory.circle-unname-by-another',
    });
    later();
    await transact(pool, system, (tx) =>
      changePerson(tx, system, third.account, { id: id(), kind: 'reset-password', given: {} }, now),
    );
    expect(await holds()).toEqual({ 方慎: true, 乔新: false });
    const refused = { problem: { code: 'directory.circle-not-yours' } };
    await expect(transact(pool, third, (tx) => viewCircle(tx, third, 'clue', now))).rejects.toMatchObject(refused);
    const names = { id: id(), kind: 'name-seat', given: { seat: handler.seat } } as const;
    await expect(transact(pool, third, (tx) => changeCircle(tx, third, 'clue', names, now))).rejects.toMatchObject(
      refused,
    );
    later();
    await transact(pool, system, (tx) => recordOwnPassword(tx, third, now));
    expect((await circle(named, 'name-seat', third.seat)).statusCode).toBe(200);
    expect(await holds()).toEqual({ 方慎: true, 乔新: true });
    later();
    const over = { id: id(), kind: 'hand-over', given: { account: administrator.account } } as const;
    await transact(pool, administrator, (tx) => changeSeat(tx, administrator, third.seat, over, now));
    const taken = { ...administrator, seat: third.seat };
    expect(await transact(pool, taken, (tx) => findNames(tx))).toEqual([named.seat]);
    later();
    const back = { id: id(), kind: 'hand-over', given: { account: third.account } } as const;
    await transact(pool, system, (tx) => changeSeat(tx, system, third.seat, back, now));
    expect((await circle(named, 'unname-seat', third.seat)).json().seats).toHaveLength(1);
  });
});
