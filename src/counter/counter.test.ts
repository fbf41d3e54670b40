import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { InjectOptions } from 'fastify';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { aCaller } from '../../test/support/callers.ts';
import { testDatabase } from '../../test/support/database.ts';
import { testHttp, type TestHttp } from '../../test/support/http.ts';
import { addEnterpriseContact, addEnterprises, addUnits, directorySubjects } from '../directory/index.ts';
import { uuidv7, type Uuid } from '../kernel/index.ts';
import { verifyLedger } from '../ledger/index.ts';
import { act, matterRoutes, matterSubject, mechanismSubject, publishMechanism } from '../matters/index.ts';
import { transact } from '../platform/postgres/index.ts';
import { appealRoutes, counterSessionRoutes, type Messenger } from './index.ts';

const { pool, owner } = await testDatabase();
const city = 1;
const system = { city, system: true } as const;
const office = aCaller({ role: 'supervisor', unit: null, name: '沈知远' });
const water = uuidv7(new Date());
const lead = aCaller({ role: 'head', unit: water, name: '林一帆' });
const start = new Date('2026-03-16T02:00:00.000Z');
const CODE = '914403001922038216';
const PHONE = '13812345678';
const source = readFileSync(join(import.meta.dirname, '../../mechanisms/weekly-assignment.yaml'), 'utf8')
  .replace('rounds: true', 'rounds: true\noriginators: true\nchannels: { web: { zh: 网上, en: On the web } }')
  .replace('register: { by: [supervisor]', 'register: { by: [supervisor, originator]')
  .replace('note: { by: [supervisor,', 'note: { by: [originator, supervisor,')
  .replace('\nstages:\n', '\nstages:\n  joined: { phase: closed, name: { zh: 已并案, en: Joined } }\n')
  .replace(
    '\nacts:\n',
    '\nacts:\n  join: { by: [supervisor], to: joined }\n  part: { by: [supervisor], from: [joined] }\n',
  )
  .replace('give: [result, evidence]', 'give: [result]')
  .replace('attach: { by: [supervisor,', 'attach: { by: [originator, supervisor,');

const sent: { to: string; text: string }[] = [];
const messenger: Messenger = { send: async ({ text: to }, { text }) => void sent.push({ to, text }) };
let app: TestHttp;
let now = start;
let address = 0;

beforeAll(async () => {
  await owner.query(`insert into city (city, name) values (1, '莲城市')`);
  const enterprise = uuidv7(start);
  await transact(pool, system, async (tx) => {
    await addUnits(
      tx,
      system,
      [
        { id: water, name: '莲城市水务局', kind: 'department' },
        { id: uuidv7(start), name: '清河县人民政府', kind: 'county' },
      ],
      start,
    );
    await publishMechanism(tx, system, { source }, start);
    await addEnterprises(tx, system, [{ id: enterprise, code: CODE, name: '莲城市莲锦电力设备有限公司' }], start);
    await addEnterpriseContact(tx, system, { id: uuidv7(start), enterprise, contact: PHONE }, start);
  });
  const routes = [appealRoutes, counterSessionRoutes(messenger, () => undefined), matterRoutes];
  app = await testHttp(pool, [office], { routes, now: () => now, behindProxy: true });
});
/** Each test from an address of its own, a day after the one before. */
beforeEach(() => {
  now = new Date(now.getTime() + 25 * 3_600_000);
  address++;
});

type Browser = { cookie?: string };
const ask = async (browser: Browser, request: InjectOptions) => {
  const headers = {
    ...request.headers,
    'x-forwarded-for': `9.9.9.${address}`,
    ...(browser.cookie ? { cookie: browser.cookie } : {}),
  };
  const answer = await app.http.inject({ ...request, headers });
  const given = answer.cookies.find(({ name }) => name === 'huiyin_counter');
  if (given) browser.cookie = `${given.name}=${given.value}`;
  return answer;
};
const post = (browser: Browser, url: string, payload: object) => ask(browser, { method: 'POST', url, payload });
const anAppeal = (more: object = {}, by: object = {}) => ({
  id: uuidv7(now),
  mechanism: 'weekly-assignment',
  text: '厂门口的路被挖断，货车进不来',
  by: { id: uuidv7(now), pass: 'ACDEFGHJK7', contact: PHONE, ...by },
  ...more,
});
const read = (browser: Browser, id: Uuid) => ask(browser, { url: `/api/counter/appeals/${id}` });
/** Signs in for the enterprise by the code that was sent. */
async function enterprise(): Promise<Browser> {
  const browser: Browser = {};
  const { challenge } = (await post(browser, '/api/counter/codes', { enterprise: CODE, contact: PHONE })).json();
  const code = /\d{6}/u.exec(sent.at(-1)!.text)![0];
  expect((await post(browser, '/api/counter/session', { challenge, code })).json().name).toContain('莲锦');
  return browser;
}

describe('an appeal without an account', () => {
  test('what may be raised, and what is promised, is told to anybody', async () => {
    const counter = (await ask({}, { url: '/api/counter' })).json();
    expect(counter).toMatchObject({
      city,
      name: '莲城市',
      mechanisms: [{ key: 'weekly-assignment' }],
      places: ['清河县'],
    });
    expect(counter.mechanisms[0].promises).toContainEqual({
      name: { zh: '签收时限', en: 'To accept' },
      limit: '1 workday',
    });
  });

  test('is followed by its number and code, by nobody else, and reaches the desk', async () => {
    const appeal = anAppeal({ place: '清河县工业路 8 号', unnamed: true });
    const raised = await post({}, '/api/counter/appeals', appeal);
    expect(raised.statusCode).toBe(201);
    const { number } = raised.json();
    const follower: Browser = {};
    expect((await read(follower, appeal.id)).statusCode).toBe(401);
    const typed = number.replace(/[〔〕]/gu, ' ');
    expect((await post(follower, '/api/counter/session', { number: typed, pass: 'acdef ghjk7' })).statusCode).toBe(201);
    expect((await read(follower, appeal.id)).json()).toMatchObject({
      number,
      place: '清河县工业路 8 号',
      stage: { zh: '已登记' },
      lead: null,
      unnamed: true,
      confidential: false,
      said: [{ kind: 'register', mine: true }],
      may: expect.arrayContaining(['note', 'attach']),
    });
    const desk = (await app.ask(office, { url: `/api/matters/${appeal.id}` })).json();
    expect(desk.row.text).toBe(appeal.text);
    expect(
      (await app.ask(null, { url: `/api/matters/${appeal.id}`, headers: { cookie: follower.cookie! } })).statusCode,
    ).toBe(401);
  });

  test('where a phone is goes with the words for it, or alone', async () => {
    const point = { longitude: 113.85, latitude: 34.03 };
    for (const [more, place] of [
      [
        { point, place: '东门' },
        { ...point, text: '东门' },
      ],
      [{ point }, point],
    ] as const) {
      const { id } = (await post({}, '/api/counter/appeals', anAppeal(more))).json();
      expect((await app.ask(office, { url: `/api/matters/${id}` })).json().raised.place).toEqual(place);
    }
    const half = await post({}, '/api/counter/appeals', anAppeal({ point: { longitude: 113.85 } }));
    expect(half.statusCode).toBe(400);
  });

  test('sent again it is the same; whoever learnt what was sent gets no second code by sending it again', async () => {
    const appeal = anAppeal();
    const first = (await post({}, '/api/counter/appeals', appeal)).json();
    expect((await post({}, '/api/counter/appeals', appeal)).json()).toEqual(first);
    const thief = { ...appeal, by: { ...appeal.by, pass: 'KKKKKKKKKK' } };
    await post({}, '/api/counter/appeals', thief);
    const tried = await post({}, '/api/counter/session', { number: first.number, pass: 'KKKKKKKKKK' });
    expect(tried.json()).toMatchObject({ code: 'enterprises.pass-wrong', status: 401 });
    expect((await post({}, '/api/counter/session', { number: first.number, pass: appeal.by.pass })).statusCode).toBe(
      201,
    );
    const impostor = anAppeal({}, { id: appeal.by.id });
    expect((await post({}, '/api/counter/appeals', impostor)).statusCode, 'in the name of another').toBe(409);
  });

  test('guessing codes soon waits, for the number and for the address, whatever the number', async () => {
    const { number } = (await post({}, '/api/counter/appeals', anAppeal())).json();
    const guess = (at: string, pass: string) => post({}, '/api/counter/session', { number: at, pass });
    const wrong = [number, '交办〔2026〕临-999'];
    for (const at of wrong) {
      for (let n = 0; n < 5; n++) expect((await guess(at, `KKKKKKKKK${n}`)).statusCode).toBe(401);
      expect((await guess(at, 'KKKKKKKKKK')).statusCode, 'the same for one that is not there').toBe(429);
    }
    expect((await guess(number, 'ACDEFGHJK7')).statusCode).toBe(429);
  });

  test.each([
    [{ text: '路' }, {}, 'too short to be understood'],
    [{ text: 'x'.repeat(4001) }, {}, 'too long to be read'],
    [{}, { pass: '1234567890' }, 'a code of signs that look like others'],
    [{}, { contact: '110' }, 'a contact that is none'],
    [{}, { enterprise: '914403001922038217' }, 'a credit code with a mistyped sign'],
    [{ by: null }, {}, 'nobody'],
    [{ files: ['019cf4a5-3c00-7000-8000-0000000000a1'] }, {}, 'a file that is not theirs'],
    [{ mechanism: 'no-such' }, {}, 'what cannot be raised'],
  ])('is refused, and nothing is kept: %j %j, %s', async (more, by, _why) => {
    const appeal = { ...anAppeal({}, by), ...more };
    const answer = await post({}, '/api/counter/appeals', appeal);
    expect([400, 404, 422]).toContain(answer.statusCode);
    const { rows } = await owner.query('select from originator where id = $1', [(appeal.by ?? { id: null }).id]);
    expect(rows).toEqual([]);
  });

  test('a hall of enterprises raises theirs from one address; one of them who goes on and on is asked to wait, and no other', async () => {
    const guests = await Promise.all(
      Array.from({ length: 30 }, async () => {
        const appeal = anAppeal({}, { contact: null });
        const { number } = (await post({}, '/api/counter/appeals', appeal)).json();
        const browser: Browser = {};
        return { appeal, number, browser };
      }),
    );
    const [first, second] = guests;
    const adds = async ({ appeal, browser }: (typeof guests)[number]) =>
      (
        await post(browser, `/api/counter/appeals/${appeal.id}/acts`, {
          id: uuidv7(now),
          kind: 'note',
          given: { text: '又来了一辆车' },
        })
      ).statusCode;
    for (const { number, browser } of [first!, second!])
      await post(browser, '/api/counter/session', { number, pass: 'ACDEFGHJK7' });
    const said: number[] = [];
    for (let n = 0; n < 21; n++) said.push(await adds(first!));
    expect(said).toEqual([...Array.from({ length: 20 }, () => 200), 429]);
    expect(await adds(second!)).toBe(200);
  });
});

describe('an enterprise that signed in', () => {
  test('sees what it raised and nothing else, under its own name', async () => {
    const mine = await enterprise();
    const own = anAppeal({ by: null });
    expect((await post(mine, '/api/counter/appeals', own)).statusCode).toBe(201);
    const foreign = anAppeal();
    await post({}, '/api/counter/appeals', foreign);
    const list = (await ask(mine, { url: '/api/counter/appeals' })).json();
    expect(list.rows.map(({ id }: { id: Uuid }) => id)).toEqual([own.id]);
    expect((await read(mine, foreign.id)).statusCode).toBe(404);
    expect((await ask(mine, { method: 'DELETE', url: '/api/counter/session' })).statusCode).toBe(204);
  });

  test('is told what it has raised already, and of others only how many; nothing confidential is counted', async () => {
    const browser = await enterprise();
    const text = '云栖路高架施工围挡挡住厂门，原料运不进来';
    const alike = async (who: Browser, said = text) =>
      (await ask(who, { url: `/api/counter/alike?${new URLSearchParams({ text: said })}` })).json();
    expect(await alike({})).toEqual({ own: [], others: 0, answers: [] });
    const own = (await post(browser, '/api/counter/appeals', { ...anAppeal({ text }), by: undefined })).json();
    const other = anAppeal({ text: `${text}，请协调` });
    await post({}, '/api/counter/appeals', other);
    await post({}, '/api/counter/appeals', anAppeal({ text: `${text}，不要公开`, confidential: true }));
    expect(await alike(browser)).toEqual({ own: [{ id: own.id, number: own.number }], others: 1, answers: [] });
    expect(await alike({})).toEqual({ own: [], others: 2, answers: [] });
    expect(await alike(browser, '公积金怎么提取')).toEqual({ own: [], others: 0, answers: [] });
    // Answered, it waits to be judged and is worked on no more.
    const does = (who: typeof office, kind: 'assign' | 'accept' | 'answer', given: Record<string, unknown>) =>
      act(pool, who, other.id, { id: uuidv7(now), kind, given }, now);
    await does(office, 'assign', { lead: water, co: [] });
    await does(lead, 'accept', {});
    await does(lead, 'answer', { result: '围挡已让出通道' });
    expect(await alike(browser)).toMatchObject({ own: [{ id: own.id }], others: 0 });
  });

  test('the answer to asking for a code is the same whoever asks, and only the confirmed phone hears', async () => {
    const heard = sent.length;
    const strange = await post({}, '/api/counter/codes', { enterprise: CODE, contact: '13900000000' });
    const unknown = await post({}, '/api/counter/codes', { enterprise: '91330100799655058B', contact: '13900000001' });
    const known = await post({}, '/api/counter/codes', { enterprise: CODE, contact: PHONE });
    expect([strange, unknown, known].map((answer) => [answer.statusCode, Object.keys(answer.json())])).toEqual(
      Array.from({ length: 3 }, () => [201, ['challenge', 'minutes']]),
    );
    expect(sent.slice(heard).map(({ to }) => to)).toEqual([PHONE]);
  });

  test('adds words and a picture of its own; nobody else’s file', async () => {
    const mine = await enterprise();
    const own = anAppeal({ by: null });
    await post(mine, '/api/counter/appeals', own);
    const upload = (browser: Browser, query = '') =>
      ask(browser, {
        method: 'POST',
        url: `/api/counter/files?name=road.txt${query}`,
        payload: Buffer.from('照片'),
        headers: { 'content-type': 'application/octet-stream' },
      });
    const file = await upload(mine);
    expect(file.statusCode, file.body).toBe(201);
    const stranger = await upload({}, `&by=${uuidv7(now)}`);
    const does = (kind: string, given: object) =>
      post(mine, `/api/counter/appeals/${own.id}/acts`, { id: uuidv7(now), kind, given });
    expect((await does('attach', { files: [stranger.json().id] })).json()).toMatchObject({
      code: 'counter.files-not-yours',
    });
    expect((await does('attach', { files: [file.json().id] })).json().files).toMatchObject([{ name: 'road.txt' }]);
    const noted = (await does('note', { text: '货已经压了三天' })).json();
    expect(noted.said.at(-1)).toMatchObject({ kind: 'note', mine: true, text: '货已经压了三天' });
    expect((await does('close', {})).statusCode, 'what is the desk’s to do').toBe(403);
  });

  test('what the desk says to itself is not shown', async () => {
    const mine = await enterprise();
    const own = anAppeal({ by: null });
    await post(mine, '/api/counter/appeals', own);
    const note = { id: uuidv7(now), kind: 'note', given: { text: '此人多次上访，注意措辞' } };
    const noted = await app.ask(office, { method: 'POST', url: `/api/matters/${own.id}/acts`, payload: note });
    expect(noted.statusCode).toBe(200);
    const seen = await read(mine, own.id);
    expect(seen.body).not.toContain('措辞');
    expect(seen.body).not.toContain(office.name);
  });
});

test('whoever says that theirs is the same as others’ has said so in the ledger, once, and nothing is joined by it', async () => {
  const asked = { ...anAppeal({ text: '路断了，货车进不来，同隔壁厂一样' }), same: uuidv7(now) };
  for (const status of [201, 201]) expect((await post({}, '/api/counter/appeals', asked)).statusCode).toBe(status);
  const { rows } = await owner.query<{ kind: string; body: string }>(
    'select kind, body from act where stream = $1 order by seq',
    [asked.id],
  );
  expect(rows.map(({ kind }) => kind)).toEqual(['register', 'note']);
  expect(rows[1]!.body).toContain('我说的是同一件事，请核对后并案办理。');
  // It stands on the row, for whoever compares; no more once a unit has it.
  const row = async (who: typeof office) => (await app.ask(who, { url: `/api/matters/${asked.id}` })).json().row;
  expect(await row(office)).toMatchObject({ same: true });
  await act(pool, office, asked.id, { id: uuidv7(now), kind: 'assign', given: { lead: water, co: [] } }, now);
  expect((await row(office)).same).toBeUndefined();
});

test('what is joined to another’s is answered there, and nothing else of the other is shown', async () => {
  const mine = await enterprise();
  const [own, foreign] = [anAppeal({ by: null }), anAppeal({ text: '他人所述的商业秘密' })];
  await post(mine, '/api/counter/appeals', own);
  const { number } = (await post({}, '/api/counter/appeals', foreign)).json();
  const does = (
    who: typeof office,
    matter: Uuid,
    kind: 'join' | 'part' | 'assign' | 'accept' | 'answer',
    given: object,
  ) => act(pool, who, matter, { id: uuidv7(now), kind, given: { ...given } }, now);
  await does(office, own.id, 'join', { into: number });
  expect((await read(mine, own.id)).json()).toMatchObject({
    stage: { zh: '已并案' },
    joined: { phase: 'open' },
    // Nothing is asked and nothing answered yet: there is only something to add.
    may: ['note', 'attach'],
  });
  await does(office, foreign.id, 'assign', { lead: water, co: [] });
  await does(lead, foreign.id, 'accept', {});
  await does(lead, foreign.id, 'answer', { result: '便道已修通' });
  const seen = await read(mine, own.id);
  expect(seen.json()).toMatchObject({ joined: { phase: 'answered' }, lead: '莲城市水务局' });
  expect(seen.json().said.at(-1)).toMatchObject({ kind: 'answer', text: '便道已修通', unit: '莲城市水务局' });
  expect(seen.body).not.toContain('商业秘密');
  expect((await read(mine, foreign.id)).statusCode).toBe(404);
  const list = (await ask(mine, { url: '/api/counter/appeals' })).json();
  expect(list.rows.map(({ id }: { id: Uuid }) => id)).not.toContain(foreign.id);
  await does(office, own.id, 'part', { reason: '不是同一条路' });
  expect((await read(mine, own.id)).json()).toMatchObject({ stage: { zh: '已登记' }, joined: null, lead: null });
});

test('all of it is made anew from its acts', async () => {
  const subjects = [matterSubject, mechanismSubject, ...directorySubjects];
  expect(await transact(pool, system, (tx) => verifyLedger(tx, city, subjects))).toMatchObject({ fault: null });
});
