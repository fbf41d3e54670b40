import { beforeAll, expect, test } from 'vitest';
import { subjects } from '../../src/app/subjects.ts';
import { sealing } from '../../src/app/wiring.ts';
import { uuidv7 } from '../../src/kernel/index.ts';
import { verifyLedger } from '../../src/ledger/index.ts';
import type { Workbench } from '../../src/matters/lists/list.contract.ts';
import type { Caller } from '../../src/platform/identity/contract.ts';
import { transact } from '../../src/platform/postgres/index.ts';
import { aCaller } from '../support/callers.ts';
import { testDatabase } from '../support/database.ts';
import type { TestHttp } from '../support/http.ts';
import { aSealedCity } from '../support/sealed-city.ts';

const { pool } = await testDatabase();
const at = (day: string, time = '09:30'): Date => new Date(`2026-${day}T${time}:00+08:00`);
let now = at('03-02', '08:00');
const named = aCaller({ role: 'supervisor', unit: null, name: '方慎' });
const handler = aCaller({ name: '林一帆' });
const mayor = aCaller({ role: 'mayor', unit: null, name: '程立' });
const colleague = aCaller({ name: '许安和' });
const supervisor = aCaller({ role: 'supervisor', unit: null, name: '沈知远' });
const administrator = aCaller({ role: 'administrator', unit: null, name: '姚思敏' });
const all = [named, handler, mayor, colleague, supervisor, administrator];
const clue = uuidv7(now);
const id = () => uuidv7(new Date());
let web: TestHttp;

const post = (who: Caller | null, url: string, payload: object) => web.ask(who, { method: 'POST', url, payload });
const does = (who: Caller, kind: string, given: object = {}) => {
  now = new Date(now.getTime() + 60_000);
  return post(who, `/api/matters/${clue}/acts`, { id: id(), kind, given });
};
const bench = async (who: Caller, query = '') =>
  (await web.ask(who, { url: `/api/workbench${query}` })).json<Workbench>();
const work = async (who: Caller, query = '') => {
  const { todos, helping, counts } = await bench(who, query);
  const { total, overdue, today, week } = counts;
  return {
    todos: todos.map(({ row, act, may }) => [row.id, act, may]),
    helping: helping.length,
    total,
    overdue,
    today,
    week,
  };
};
const NOTHING = { todos: [], helping: 0, total: 0, overdue: 0, today: 0, week: 0 };

beforeAll(async () => {
  web = await aSealedCity(pool, all, () => now, { sealing });
  const names = (by: Caller, kind: string, { seat }: Caller) =>
    post(by, '/api/circles/clue/acts', { id: id(), kind, given: { seat } });
  await names(administrator, 'open-circle', named);
  for (const who of [handler, mayor]) {
    now = new Date(now.getTime() + 60_000);
    expect((await names(named, 'name-seat', who)).statusCode).toBe(200);
  }
  now = at('03-02', '10:00');
  const by = { id: id(), pass: 'ACDEFGHJK7' };
  const raised = await post(null, '/api/counter/appeals', { id: clue, mechanism: 'clue', text: '收受回扣', by });
  expect(raised.statusCode, raised.body).toBe(201);
});

test('what is sealed is among what each who is named for it has to do, whatever their role, and nobody else’s', async () => {
  const waits = { ...NOTHING, todos: [[clue, 'accept', ['accept']]], total: 1 };
  for (const who of [named, handler, mayor]) expect(await work(who), who.name).toEqual(waits);
  for (const who of [colleague, supervisor, administrator]) expect(await work(who), who.name).toEqual(NOTHING);
});

test('it stands in the own list of whoever is named for it, as what their unit takes part in, and in its count', async () => {
  const listed = async (who: Caller, query = '') => {
    const url = `/api/matters?scope=mine${query}`;
    const page = (await web.ask(who, { url })).json<{ rows: { id: string }[]; next: string | null }>();
    const counted = (await web.ask(who, { url: url.replace('?', '/count?') })).json<{ count: number }>();
    expect(counted.count, query).toBe(page.rows.length);
    return [...page.rows.map((row) => row.id), page.next];
  };
  expect(await listed(handler)).toEqual([clue, null]);
  for (const query of ['&sort=newest', '&mechanism=clue', '&phase=open'])
    expect(await listed(handler, query)).toEqual([clue, null]);
  for (const query of ['&phase=closed', '&part=lead']) expect(await listed(handler, query), query).toEqual([null]);
  expect(await listed(colleague), 'of the same unit, and not named').toEqual([null]);
});

test('it is counted by the day on which it must be begun, and each count shows it', async () => {
  now = at('03-09');
  const today = { ...NOTHING, todos: [[clue, 'accept', ['accept']]], total: 1, today: 1, week: 1 };
  for (const query of ['', '?filter=today', '?filter=week']) expect(await work(handler, query)).toEqual(today);
  expect((await work(handler, '?filter=overdue')).todos).toEqual([]);
  now = at('03-10');
  const late = { ...NOTHING, todos: today.todos, total: 1, overdue: 1 };
  for (const who of [named, handler, mayor]) expect(await work(who, '?filter=overdue'), who.name).toEqual(late);
});

test('the act that it waits for next is offered, of what was raised to one of them to that one alone', async () => {
  expect((await does(handler, 'accept')).statusCode).toBe(200);
  for (const who of [named, handler, mayor]) expect((await work(who)).todos[0]?.[1], who.name).toBe('answer');
  expect((await does(named, 'raise', { seat: handler.seat, reason: '涉及面广' })).statusCode).toBe(200);
  expect(await work(handler)).toMatchObject({ todos: [[clue, 'answer', ['answer', 'lower']]], helping: 0, total: 1 });
  expect(await work(named)).toMatchObject({ todos: [], total: 0 });
  expect((await does(handler, 'answer', { result: '查实' })).statusCode).toBe(200);
  expect(await work(named)).toMatchObject({ todos: [[clue, 'close', ['close', 'return']]], total: 1 });
  expect((await does(named, 'close')).statusCode).toBe(200);
  for (const who of all) expect(await work(who), who.name).toEqual(NOTHING);
  const verified = transact(pool, { city: 1, system: true }, (tx) => verifyLedger(tx, 1, subjects));
  expect(await verified).toMatchObject({ fault: null });
});
