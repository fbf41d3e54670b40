import { beforeAll, expect, test } from 'vitest';
import { subjects } from '../../src/app/subjects.ts';
import { sealing } from '../../src/app/wiring.ts';
import { uuidv7 } from '../../src/kernel/index.ts';
import { verifyLedger } from '../../src/ledger/index.ts';
import type { Hands, SeatsOwed } from '../../src/matters/hands/hands.contract.ts';
import type { MatterView } from '../../src/matters/contract.ts';
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
const head = aCaller({ role: 'head', name: '方慎', title: '主任' });
const clerk = aCaller({ role: 'handler', name: '岳明' });
const deputy = aCaller({ role: 'head', name: '郑维新', title: '副主任' });
const administrator = aCaller({ role: 'administrator', unit: null, name: '姚思敏' });
const all = [head, clerk, deputy, administrator];
const PASS = 'ACDEFGHJK7';
const clue = uuidv7(now);
const id = () => uuidv7(new Date());
let web: TestHttp;
let number: string;

const post = (who: Caller | null, url: string, payload: object, headers = {}) =>
  web.ask(who, { method: 'POST', url, payload, headers });
const get = async <T>(who: Caller, url: string) => (await web.ask(who, { url })).json<T>();
const does = async (who: Caller, kind: string, given: object = {}) => {
  now = new Date(now.getTime() + 60_000);
  const answer = await post(who, `/api/matters/${clue}/acts`, { id: id(), kind, given });
  expect(answer.statusCode, answer.body).toBe(200);
};
const wish = async () => {
  const session = await post(null, '/api/counter/session', { number, pass: PASS });
  const cookie = `${session.cookies[0]!.name}=${session.cookies[0]!.value}`;
  const answer = await post(null, '/api/counter/erasure', { id: id() }, { cookie });
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json();
};
const work = async (who: Caller, query = '') => {
  const { todos, counts } = await get<Workbench>(who, `/api/workbench${query}`);
  return { todos: todos.map(({ row, act, may }) => [act, may, row.erasing?.due]), n: counts.total };
};
const hands = async (who: Caller) => {
  const { rows, nobody, sealed } = await get<Hands>(who, '/api/workbench/hands');
  const of = Object.fromEntries(rows.map(({ name, total, workdaysLate }) => [name, [total, workdaysLate]]));
  return { of, nobody: nobody.total, sealed };
};

beforeAll(async () => {
  web = await aSealedCity(pool, all, () => now, { sealing });
  const names = (by: Caller, kind: string, { seat }: Caller) =>
    post(by, '/api/circles/clue/acts', { id: id(), kind, given: { seat } });
  await names(administrator, 'open-circle', head);
  now = at('03-02', '08:01');
  await names(head, 'name-seat', clerk);
  now = at('03-02', '10:00');
  const by = { id: id(), pass: PASS };
  const raised = await post(null, '/api/counter/appeals', { id: clue, mechanism: 'clue', text: '收受回扣', by });
  expect(raised.statusCode, raised.body).toBe(201);
  ({ number } = raised.json());
});

test('what waits for a head by name is in their own hand, and nobody is told of a colleague’s', async () => {
  expect(await hands(head)).toEqual({
    of: { 方慎: [1, null], 岳明: [0, null], 郑维新: [0, null] },
    nobody: 0,
    sealed: 1,
  });
  expect(await hands(deputy)).toEqual({
    of: { 方慎: [0, null], 岳明: [0, null], 郑维新: [0, null] },
    nobody: 0,
    sealed: 0,
  });
  expect((await work(head, `?hand=${head.seat}`)).todos, 'the number opens what it counts').toHaveLength(1);
  expect((await work(head, `?hand=${clerk.seat}`)).todos).toEqual([]);
  const owed = await get<SeatsOwed>(head, '/api/workbench/seats');
  expect(owed.rows.map(({ seat, total }) => [seat, total])).toEqual([[head.seat, 1]]);
});

test('who asks to be erased is answered before the clue is accepted, by a day that both are told', async () => {
  expect((await work(head)).todos).toEqual([['accept', ['accept'], undefined]]);
  expect((await wish()).wish).toMatchObject({ due: '2026-04-01', declined: null });
  for (const who of [head, clerk])
    expect(await work(who), who.name).toEqual({ todos: [['accept', ['accept', 'forget'], '2026-04-01']], n: 1 });
  expect(await work(deputy)).toEqual({ todos: [], n: 0 });
  await does(head, 'accept');
  expect((await work(clerk)).todos).toEqual([['answer', ['answer', 'forget'], '2026-04-01']]);
  await does(clerk, 'forget', { agreed: false, reason: '正在核查的证据' });
  expect((await work(clerk)).todos).toEqual([['answer', ['answer'], undefined]]);
});

test('and where it was raised to one of them, all who are named may decide', async () => {
  await does(clerk, 'inquire', { text: '有没有人看见？' });
  const question = async () => (await get<MatterView>(head, `/api/matters/${clue}`)).raised?.question ?? null;
  expect(await question()).not.toBeNull();
  await does(clerk, 'raise', { seat: head.seat, reason: '涉及面广' });
  await wish();
  expect((await work(head)).todos).toMatchObject([['answer', ['answer', 'lower', 'forget'], expect.any(String)]]);
  expect((await work(clerk)).todos).toMatchObject([['forget', ['forget'], expect.any(String)]]);
  expect(await hands(head)).toMatchObject({ of: { 方慎: [1, null] }, sealed: 1 });
  await does(clerk, 'forget', { agreed: false, reason: '仍在核查' });
  await does(head, 'answer', { result: '查实' });
  expect(await question(), 'what can be answered no more is not open').toBeNull();
  await does(head, 'close');
  for (const who of all) expect(await work(who), who.name).toEqual({ todos: [], n: 0 });
});

test('what is struck off comes back to the workbench with the request, is late after its day, and is done with once decided', async () => {
  now = at('05-06');
  expect((await wish()).wish).toMatchObject({ due: '2026-06-05' });
  for (const who of [head, clerk])
    expect(await work(who), who.name).toEqual({ todos: [['forget', ['forget'], '2026-06-05']], n: 1 });
  expect(await work(deputy)).toEqual({ todos: [], n: 0 });
  now = at('06-08');
  expect((await work(clerk, '?filter=overdue')).todos).toHaveLength(1);
  expect(await hands(head)).toMatchObject({ of: { 方慎: [1, 1] }, sealed: 1 });
  await does(clerk, 'forget', { agreed: true, reason: '不再需要' });
  for (const who of all) expect(await work(who), who.name).toEqual({ todos: [], n: 0 });
  const verified = transact(pool, { city: 1, system: true }, (tx) => verifyLedger(tx, 1, subjects));
  expect(await verified).toMatchObject({ fault: null });
});
