import { beforeAll, expect, test } from 'vitest';
import { anAppealCity, type AppealCity } from '../../test/support/appeals.ts';
import { testDatabase } from '../../test/support/database.ts';
import { testHttp, type TestHttp } from '../../test/support/http.ts';
import { seatThem } from '../../test/support/staff.ts';
import { uuidv7, type Uuid } from '../kernel/index.ts';
import { act, findMatters, matterRoutes, viewMatter } from '../matters/index.ts';
import type { ActKind } from '../mechanism/index.ts';
import type { Caller } from '../platform/identity/index.ts';
import { transact } from '../platform/postgres/index.ts';
import type { AppealView } from './contract.ts';
import { appealRoutes, counterSessionRoutes } from './index.ts';

// What whoever raised a matter reads, is asked and says while it goes on in another, and after they are parted.

const { pool, owner } = await testDatabase();
const PASS = 'ACDEFGHJK7';
let now = new Date('2026-03-16T01:30:00Z');
let city: AppealCity;
let app: TestHttp;

beforeAll(async () => {
  city = await anAppealCity(pool, owner, 1, 1, now);
  await seatThem(pool, [city.office, ...city.handlers, ...city.heads], now);
  const messenger = { send: async () => undefined };
  const routes = [appealRoutes, counterSessionRoutes(messenger, () => undefined), matterRoutes];
  app = await testHttp(pool, [city.office], { routes, now: () => now });
});

type Raised = { id: Uuid; number: string; cookie: string };
const later = () => (now = new Date(now.getTime() + 60_000));
async function raise(text: string): Promise<Raised> {
  later();
  const by = { id: uuidv7(now), pass: PASS };
  const payload = { id: uuidv7(now), mechanism: 'appeal', text, by };
  const raised = await app.http.inject({ method: 'POST', url: '/api/counter/appeals', payload });
  expect(raised.statusCode, raised.body).toBe(201);
  const { number } = raised.json<{ number: string }>();
  const signIn = { method: 'POST', url: '/api/counter/session', payload: { number, pass: PASS } } as const;
  const { cookies } = await app.http.inject(signIn);
  return { id: payload.id, number, cookie: cookies.map(({ name, value }) => `${name}=${value}`).join(';') };
}
const page = async ({ id, cookie }: Raised): Promise<AppealView> =>
  (await app.http.inject({ url: `/api/counter/appeals/${id}`, headers: { cookie } })).json();
/** What their page says was said, oldest first; one's own words with a star. */
const said = async (who: Raised): Promise<string[]> =>
  (await page(who)).said.map(({ kind, text, mine }) => `${kind}${mine ? '*' : ''} ${text}`.trim());
const says = (who: Raised, kind: ActKind, given: object) => {
  later();
  const payload = { id: uuidv7(now), kind, given };
  const { id, cookie } = who;
  return app.http.inject({ method: 'POST', url: `/api/counter/appeals/${id}/acts`, headers: { cookie }, payload });
};
const does = (who: Caller, matter: Uuid, kind: ActKind, given: Record<string, unknown> = {}) => {
  later();
  return act(pool, who, matter, { id: uuidv7(now), kind, given }, now);
};
const stateOf = async (id: Uuid) =>
  (await transact(pool, { city: 1, system: true }, (tx) => findMatters(tx, 1, [id]))).get(id)!;
/** A matter that a unit works on, and another that says the same and is not joined to it yet. */
async function two(): Promise<{ host: Raised; other: Raised; handler: Caller; head: Caller }> {
  const [host, other] = [await raise('厂门口的路断了，货车进不来'), await raise('路断了，我家也出不去')];
  const [handler, head] = [city.handlers[0]!, city.heads[0]!];
  await does(city.office, host.id, 'classify', { category: '0701' });
  await does(city.office, host.id, 'assign', { lead: city.units[0]!, co: [] });
  await does(handler, host.id, 'accept');
  return { host, other, handler, head };
}
const join = ({ host, other }: { host: Raised; other: Raised }) =>
  does(city.office, other.id, 'join', { into: host.number });

test('what the page counts as newer grows as it is joined to a younger matter, moves there, and is parted', async () => {
  const both = await two();
  const { host, other, handler } = both;
  for (const text of ['一', '二', '三', '四', '五', '六', '七', '八']) await says(other, 'note', { text });
  const seen = [(await page(other)).newest];
  for (const step of [
    () => join(both),
    () => does(handler, host.id, 'report', { text: '已查看' }),
    () => says(other, 'note', { text: '九' }),
    () => does(city.office, other.id, 'part', { reason: '不是同一件事' }),
  ]) {
    await step();
    seen.push((await page(other)).newest);
  }
  expect(seen).toEqual([...new Set(seen)].toSorted((a, b) => a - b));
});

test('a question is put to all whose matters were joined, the first reply sets the time going, and no other reads it', async () => {
  const { host, other, handler } = await two();
  await does(handler, host.id, 'inquire', { text: '哪一段？' });
  await says(host, 'reply', { text: '东门那段' });
  await join({ host, other });
  await does(handler, host.id, 'inquire', { text: '几点最堵？' });
  for (const one of [host, other])
    expect(await page(one)).toMatchObject({ paused: true, may: expect.arrayContaining(['reply', 'note']) });
  // What others were asked before, and said to it, is theirs.
  expect((await said(other)).slice(1)).toEqual([expect.stringMatching(/^join/u), 'inquire 几点最堵？']);
  expect((await says(other, 'reply', { text: '早上七点，电话13912345678' })).statusCode).toBe(200);
  const [theirs, hosts] = [await page(other), await page(host)];
  for (const view of [theirs, hosts]) expect([view.paused, view.may.includes('reply')]).toEqual([false, false]);
  expect((await said(other)).at(-1)).toMatch(/^reply\* 早上七点/u);
  expect((await said(host)).at(-1)).toBe('replied');
  expect(JSON.stringify(hosts)).not.toContain('早上七点');
  expect((await says(host, 'reply', { text: '我也说一句' })).json()).toMatchObject({ code: 'matter.nothing-asked' });
});

test('the unit reads in the story what was replied and added, of whose matter it is by its number, and neither name nor number to call', async () => {
  const both = await two();
  const { host, other, handler } = both;
  await join(both);
  await does(handler, host.id, 'inquire', { text: '哪一段？' });
  await says(other, 'reply', { text: '西门那段，电话13912345678' });
  await says(other, 'note', { text: '今天又塌了' });
  await says(host, 'note', { text: '东门也塌了' });
  const { story } = await transact(pool, handler, (tx) => viewMatter(tx, handler, host.id, now));
  const read = story.filter(({ kind }) => kind === 'reply' || kind === 'note');
  expect(read.map(({ joinedFrom, seat, given }) => [given['text'], joinedFrom, seat])).toEqual([
    [expect.stringMatching(/^西门那段，电话〔/u), other.number, null],
    ['今天又塌了', other.number, null],
    ['东门也塌了', undefined, null],
  ]);
  expect((await said(other)).slice(-2)).toEqual([expect.stringMatching(/^reply\*/u), 'note* 今天又塌了']);
});

test('one that nobody has answered when another is joined is put to that one too', async () => {
  const both = await two();
  await does(both.handler, both.host.id, 'inquire', { text: '哪一段？' });
  await join(both);
  expect(await said(both.other)).toContain('inquire 哪一段？');
  expect((await says(both.other, 'reply', { text: '西门' })).statusCode).toBe(200);
  expect((await stateOf(both.host.id)).question).toBeNull();
});

test('parted, whoever raised it keeps what they were told and said there, is told that it was parted, and reads nothing more of the other', async () => {
  const both = await two();
  const { host, other, handler, head } = both;
  await does(handler, host.id, 'promise', { text: '两天修通', due: '2026-03-18' });
  await join(both);
  await says(other, 'note', { text: '今天又塌了' });
  await does(head, host.id, 'answer', { result: '已修通' });
  await says(other, 'evaluate', { stars: 2, solved: false, satisfied: false, text: '没修' });
  await does(city.office, other.id, 'part', { reason: '不是同一条路' });
  await does(city.office, host.id, 'return', { reason: '再看' });
  await does(head, host.id, 'answer', { result: '只告诉原来那位' });
  const view = await page(other);
  expect(view).toMatchObject({ joined: null, stage: { zh: '已登记' }, phase: 'open' });
  const kinds = view.said.map(({ kind, text, mine }) => `${kind}${mine ? '*' : ''} ${text}`.trim());
  expect(kinds).toEqual(
    ['register*', 'promise 两天修通', 'join', 'note* 今天又塌了', 'answer 已修通', 'evaluate* 没修', 'part'].toSorted(
      (a, b) => kinds.indexOf(a) - kinds.indexOf(b),
    ),
  );
  expect(kinds.indexOf('join')).toBeLessThan(kinds.indexOf('answer 已修通'));
  expect(JSON.stringify(view)).not.toMatch(/只告诉原来那位|不是同一条路/u);
  // What is said from here on is said in their own matter again.
  await says(other, 'note', { text: '现在单独说' });
  expect((await said(other)).at(-1)).toBe('note* 现在单独说');
  expect(JSON.stringify(await page(host))).not.toContain('现在单独说');
});
