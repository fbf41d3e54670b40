import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { aCaller } from '../../test/support/callers.ts';
import { aCity } from '../../test/support/city.ts';
import { testDatabase } from '../../test/support/database.ts';
import { testHttp, type TestHttp } from '../../test/support/http.ts';
import { uuidv7, type Uuid } from '../kernel/index.ts';
import type { Caller } from '../platform/identity/contract.ts';
import { transact } from '../platform/postgres/index.ts';
import type { SavedView } from './contract.ts';
import { viewRoutes } from './index.ts';
import { insertView } from './view.store.ts';

const { pool, owner } = await testDatabase();
const NOW = new Date('2026-03-16T02:00:00Z');
const office = aCaller({ role: 'supervisor', unit: null });
let desk: Caller;
let colleague: Caller;
let stranger: Caller;
let web: TestHttp;

beforeAll(async () => {
  const [first, second] = (await aCity(pool, 1, ['市教育局', '市水利局'], NOW)) as [Uuid, Uuid];
  desk = aCaller({ unit: first });
  colleague = aCaller({ unit: first });
  stranger = aCaller({ unit: second });
  web = await testHttp(pool, [office, desk, colleague, stranger], { routes: [viewRoutes], now: () => NOW });
});

const late = { name: '逾期未反馈', search: { slip: 'overdue', columns: 'number,lead' } };
const ask = (who: Caller, method: 'PUT' | 'DELETE', url: string, payload?: object) =>
  web.ask(who, { method, url: `/api/views/${url}`, ...(payload ? { payload } : {}) });
async function save(who: Caller, given: object, id = uuidv7(NOW)): Promise<Uuid> {
  const answer = await ask(who, 'PUT', id, given);
  expect(answer.statusCode, answer.body).toBe(200);
  return id;
}
const seen = async (who: Caller): Promise<SavedView[]> =>
  (await web.ask(who, { method: 'GET', url: '/api/views' })).json<{ rows: SavedView[] }>().rows;
const sees = async (who: Caller, id: Uuid): Promise<boolean> => (await seen(who)).some((view) => view.id === id);

describe('a saved view', () => {
  afterEach(async () => {
    for (const who of [office, desk]) for (const { id, own } of await seen(who)) if (own) await ask(who, 'DELETE', id);
  });

  it('is its seat’s alone until it is shared', async () => {
    const id = await save(desk, late);
    expect((await seen(desk)).find((view) => view.id === id)).toMatchObject({ ...late, own: true, pinned: false });
    for (const who of [colleague, stranger, office]) expect(await sees(who, id)).toBe(false);
  });

  it('is shared with the unit, and no further', async () => {
    const id = await save(desk, { ...late, shared: 'unit' });
    expect((await seen(colleague)).find((view) => view.id === id)?.own).toBe(false);
    expect(await sees(stranger, id)).toBe(false);
    await save(desk, { ...late, shared: 'own' }, id);
    expect(await sees(colleague, id)).toBe(false);
  });

  it('is shared with the city by the office and by nobody else', async () => {
    const id = await save(office, { ...late, shared: 'city' });
    expect(await sees(stranger, id)).toBe(true);
    const refused = await ask(desk, 'PUT', uuidv7(NOW), { ...late, shared: 'city' });
    expect(refused.json()).toMatchObject({ status: 403, code: 'view.city-is-the-offices' });
    const unitless = await ask(office, 'PUT', uuidv7(NOW), { ...late, shared: 'unit' });
    expect(unitless.json()).toMatchObject({ status: 403, code: 'view.no-unit' });
  });

  it('saved twice under one id is one view, as it was saved last', async () => {
    const id = await save(desk, late);
    await save(desk, { ...late, name: '逾期' }, id);
    expect((await ask(desk, 'PUT', uuidv7(NOW), { ...late, name: '逾期' })).json()).toMatchObject({
      code: 'view.name-taken',
      errors: [{ pointer: '/name' }],
    });
    expect((await seen(desk)).filter((view) => view.id === id).map((view) => view.name)).toEqual(['逾期']);
  });

  it('sent several times at once is one view, and nobody is told that it is there already', async () => {
    const id = uuidv7(NOW);
    const answers = await Promise.all(Array.from({ length: 6 }, () => ask(desk, 'PUT', id, late)));
    expect(answers.map(({ statusCode }) => statusCode)).toEqual(answers.map(() => 200));
    expect((await seen(desk)).filter((view) => view.own)).toHaveLength(1);
  });

  it('is changed and removed by its own seat only', async () => {
    const id = await save(desk, { ...late, shared: 'unit' });
    expect((await ask(colleague, 'PUT', id, late)).json()).toMatchObject({ code: 'view.not-yours' });
    expect((await ask(colleague, 'DELETE', id)).json()).toMatchObject({ code: 'view.not-yours' });
    expect((await ask(stranger, 'PUT', id, late)).json()).toMatchObject({ code: 'view.id-taken' });
    expect((await ask(stranger, 'DELETE', id)).statusCode).toBe(200);
    expect(await sees(desk, id)).toBe(true);
    await ask(desk, 'DELETE', id);
    expect(await sees(desk, id)).toBe(false);
  });

  it('is pinned by each for themselves, in the order of pinning, and only while it is to be seen', async () => {
    const id = await save(desk, { ...late, shared: 'unit' });
    await ask(colleague, 'PUT', `${id}/pin`);
    await ask(colleague, 'PUT', `${id}/pin`);
    expect((await seen(colleague))[0]).toMatchObject({ id, pinned: true });
    expect((await seen(desk)).find((view) => view.id === id)?.pinned).toBe(false);
    expect((await ask(stranger, 'PUT', `${id}/pin`)).statusCode).toBe(404);
    await ask(colleague, 'DELETE', `${id}/pin`);
    expect((await seen(colleague)).find((view) => view.id === id)?.pinned).toBe(false);
    await ask(colleague, 'PUT', `${id}/pin`);
    await ask(desk, 'DELETE', id);
    expect(await sees(colleague, id)).toBe(false);
  });

  it('keeps filters that the ledger has, and no other', async () => {
    const answer = await ask(desk, 'PUT', uuidv7(NOW), { name: '误', search: { colour: 'red' } });
    expect(answer.statusCode).toBe(400);
  });
});

it('row-level security refuses what the policy would', async () => {
  const view = { id: uuidv7(NOW), seat: desk.seat, unit: desk.unit, name: '越权', search: {}, at: NOW };
  const write = (who: Caller, given: Parameters<typeof insertView>[2]) =>
    transact(pool, who, (tx) => insertView(tx, 1, given));
  await expect(write(desk, { ...view, shared: 'city' })).rejects.toThrow(/row-level security/);
  await expect(write(stranger, { ...view, shared: 'own' })).rejects.toThrow(/row-level security/);
  const { rows } = await owner.query('select from saved_view where id = $1', [view.id]);
  expect(rows).toHaveLength(0);
});
