import { beforeAll, expect, test } from 'vitest';
import { anAppealCity, type AppealCity } from '../../test/support/appeals.ts';
import { anOriginator } from '../../test/support/callers.ts';
import { testDatabase } from '../../test/support/database.ts';
import { uuidv7, type Uuid } from '../kernel/index.ts';
import { act, findMatters, registerByHand } from '../matters/index.ts';
import type { ActKind } from '../mechanism/index.ts';
import type { Caller } from '../platform/identity/index.ts';
import { transact } from '../platform/postgres/index.ts';
import { viewFor } from './appeal.view.ts';

const { pool, owner } = await testDatabase();
const START = new Date('2026-03-16T01:30:00Z');
let now = START;
let city: AppealCity;

beforeAll(async () => {
  city = await anAppealCity(pool, owner, 1, 1, START);
});

const does = (who: Caller, matter: Uuid, kind: ActKind, given: object = {}) => {
  now = new Date(now.getTime() + 60_000);
  return act(pool, who, matter, { id: uuidv7(now), kind, given: { ...given } }, now);
};
async function raised(firm: Caller): Promise<Uuid> {
  now = new Date(now.getTime() + 60_000);
  const id = uuidv7(now);
  const given = { text: '门前断路，请修便道' };
  await transact(pool, firm, (tx) => registerByHand(tx, firm, { id, mechanism: 'appeal', given }, now));
  return id;
}
const seen = (firm: Caller, id: Uuid) => viewFor(pool, firm, id, 'zh', now);
const NOTE = '不属本市受理范围，请向省公路局反映';
const BAD = { stars: 1, solved: false, satisfied: false };

test('whoever raised what no unit was given reads why it was struck off, and brings it back by judging that', async () => {
  const firm = anOriginator();
  const id = await raised(firm);
  await does(city.office, id, 'close', { note: NOTE });
  const struck = await seen(firm, id);
  expect(struck.said.at(-1)).toMatchObject({ kind: 'close', text: NOTE, mine: false });
  expect(struck.may).toContain('evaluate');

  await does(firm, id, 'evaluate', BAD);
  expect((await seen(firm, id)).stage.zh).toBe('未解决或不满意');
  // It cannot be struck off once more over their heads.
  await expect(does(city.office, id, 'close', { note: '再次销号' })).rejects.toThrow();
  await does(city.office, id, 'callback', { reached: true, text: '确属本市道路', solved: false });
  // That they were called stands among what was said, and not what the office wrote down of it.
  expect((await seen(firm, id)).said.at(-1)).toMatchObject({ kind: 'callback', text: '', solved: null });
  await does(city.office, id, 'reopen', { reason: '确属本市道路，应当受理' });
  // No unit had it: it waits to be given to one, and the time for that runs anew.
  const again = (await transact(pool, city.office, (tx) => findMatters(tx, city.office.city, [id]))).get(id)!;
  expect(again.phase).toBe('open');
  expect(again.clocks.filter(({ stoppedAt }) => stoppedAt === null).map(({ clock }) => clock)).toEqual(['dispatch']);
  // Nor closed away now that it is taken up again.
  await expect(does(city.office, id, 'close', { note: '再次销号' })).rejects.toMatchObject({
    problem: { code: 'matter.reopened-unanswered' },
  });
  await does(city.office, id, 'classify', { category: '0701' });
  await does(city.office, id, 'assign', { lead: city.units[0], co: [] });
  expect((await seen(firm, id)).phase).toBe('assigned');
});

test('content with the reason, they end it; and what was answered keeps the office’s own note to the office', async () => {
  const firm = anOriginator();
  const id = await raised(firm);
  await does(city.office, id, 'close', { note: NOTE });
  await does(firm, id, 'evaluate', { stars: 5, solved: true, satisfied: true });
  expect((await seen(firm, id)).phase).toBe('closed');

  const other = await raised(firm);
  await does(city.office, other, 'classify', { category: '0701' });
  await does(city.office, other, 'assign', { lead: city.units[0], co: [] });
  await does(city.handlers[0]!, other, 'accept');
  await does(city.heads[0]!, other, 'answer', { result: '已修通' });
  await does(city.office, other, 'close', { note: '内部说明' });
  expect((await seen(firm, other)).said.map(({ kind }) => kind)).not.toContain('close');
});

test('nor is a bad word closed away by joining what was reopened to another that no unit has', async () => {
  const firm = anOriginator();
  const id = await raised(firm);
  await does(city.office, id, 'close', { note: NOTE });
  await does(firm, id, 'evaluate', BAD);
  await does(city.office, id, 'reopen', { reason: '应当受理' });
  const other = await raised(anOriginator());
  const state = async (of: Uuid) =>
    (await transact(pool, city.office, (tx) => findMatters(tx, city.office.city, [of]))).get(of)!;
  await does(city.office, id, 'join', { into: (await state(other)).number });
  await expect(does(city.office, other, 'close', { note: '销号' })).rejects.toMatchObject({
    problem: { code: 'matter.reopened-unanswered' },
  });
  // Parted, the other may be struck off, and this one still may not.
  await does(city.office, id, 'part', { reason: '不是同一件事' });
  await does(city.office, other, 'close', { note: '销号' });
  expect((await state(other)).phase).toBe('closed');
  await expect(does(city.office, id, 'close', { note: '销号' })).rejects.toMatchObject({
    problem: { code: 'matter.reopened-unanswered' },
  });
});
