import { beforeAll, expect, it } from 'vitest';
import { aCaller } from '../../test/support/callers.ts';
import { aCity } from '../../test/support/city.ts';
import { testDatabase } from '../../test/support/database.ts';
import { testHttp } from '../../test/support/http.ts';
import { uuidv7 } from '../kernel/index.ts';
import { matterRoutes } from './index.ts';
import { roundRoutes } from './rounds/round.routes.ts';

// A second press, or a line that was lost: what is sent at the same moment under one id is done once, and each sender hears that it was.
const { pool, owner } = await testDatabase();
const NOW = new Date('2026-03-16T02:00:00Z');
const office = aCaller({ role: 'supervisor', unit: null, name: '沈知远' });
let app: Awaited<ReturnType<typeof testHttp>>;

beforeAll(async () => {
  await aCity(pool, 1, ['市水务局'], NOW);
  app = await testHttp(pool, [office], { routes: [matterRoutes, roundRoutes], now: () => NOW });
});

const sixfold = (url: string, payload: object) =>
  Promise.all(Array.from({ length: 6 }, () => app.ask(office, { method: 'POST', url, payload })));

it.each([1, 2, 3])('registers one matter of six requests, and answers all alike (%i)', async () => {
  const id = uuidv7(NOW);
  const answers = await sixfold('/api/matters', { id, mechanism: 'weekly-assignment', given: { text: '排涝' } });
  expect(answers.map(({ statusCode }) => statusCode)).toEqual(answers.map(() => 200));
  expect(new Set(answers.map(({ body }) => body)).size).toBe(1);
  expect((await owner.query('select from act where id = $1', [id])).rowCount).toBe(1);
});

it('opens one round of six requests', async () => {
  const id = uuidv7(NOW);
  const meeting = { mechanism: 'weekly-assignment', year: 2026, number: 1, name: '周交办会', heldOn: '2026-03-16' };
  const items = [{ id: uuidv7(NOW), register: { text: '清淤' }, assign: null }];
  const answers = await sixfold('/api/rounds', { id, ...meeting, attendees: [], items });
  expect(answers.map((one) => one.json())).toEqual(answers.map(() => ({ round: id })));
});

it('does not take another matter for the one that came first', async () => {
  const id = uuidv7(NOW);
  const answers = await Promise.all(
    ['排涝', '清淤'].map((text) => {
      const payload = { id, mechanism: 'weekly-assignment', given: { text } };
      return app.ask(office, { method: 'POST', url: '/api/matters', payload });
    }),
  );
  expect(answers.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b)).toEqual([200, 409]);
  expect(answers.find(({ statusCode }) => statusCode === 409)!.json()).toMatchObject({ code: 'matter.act-id-reused' });
});
