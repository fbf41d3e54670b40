import { readFileSync } from 'node:fs';
import { mkdtemp, readdir, rm, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fromBufferPromise } from 'yauzl';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../../test/support/database.ts';
import { testHttp, type TestHttp } from '../../test/support/http.ts';
import { does, type Staff } from '../../test/support/staff.ts';
import { aStaffedCity } from '../../test/support/staffed-city.ts';
import { directorySubjects, originatorRoutes } from '../directory/index.ts';
import { uuidv7, type Uuid } from '../kernel/index.ts';
import { verifyLedger } from '../ledger/index.ts';
import { matterRoutes, matterSubject, mayReadAttachment, mechanismSubject } from '../matters/index.ts';
import type { MatterView } from '../matters/contract.ts';
import { diskFiles, keepFile, sweepErasedFiles, verifyFiles } from '../platform/files/index.ts';
import type { Caller } from '../platform/identity/index.ts';
import { transact } from '../platform/postgres/index.ts';
import { transferRoutes } from '../platform/transfers/index.ts';
import { copyRoutes, exportPersonal, retention } from '../privacy/index.ts';
import type { AppealView } from './contract.ts';
import { appealRoutes, counterSessionRoutes, ownRoutes } from './index.ts';

const { pool, owner } = await testDatabase();
const [city, system] = [1, { city: 1, system: true } as const];
const start = new Date('2026-03-16T02:00:00.000Z');
const folder = await mkdtemp(join(tmpdir(), 'huiyin-erased-'));
afterAll(() => rm(folder, { recursive: true }));
const files = diskFiles(folder);
let app: TestHttp;
let staff: Staff;
let water: Uuid;
let now = start;
const later = (minutes = 10) => (now = new Date(now.getTime() + minutes * 60_000));

beforeAll(async () => {
  ({ staff, water } = await aStaffedCity({ pool, owner }, start));
  const counter = counterSessionRoutes({ send: async () => undefined }, () => undefined);
  const routes = [appealRoutes, counter, ownRoutes, matterRoutes, originatorRoutes, copyRoutes, transferRoutes];
  const mayReadFile = mayReadAttachment;
  app = await testHttp(pool, Object.values(staff), { routes, files, mayReadFile, now: () => now, behindProxy: true });
});

const desk = (who: Caller, method: 'GET' | 'POST', url: string, payload?: object) =>
  app.ask(who, { method, url, ...(payload ? { payload } : {}) });
const keep = async (who: Caller, name: string, text: string): Promise<Uuid> =>
  (await keepFile({ pool, files }, who, { name, bytes: Buffer.from(text) }, now)).id;
const viewOf = async (matter: Uuid) =>
  (await desk(staff.office, 'GET', `/api/matters/${matter}`)).json<MatterView>().files;
const open = (file: Uuid, who = staff.office) => desk(who, 'GET', `/api/files/${file}`);

/** An appeal of somebody without an account, with one file of theirs and one of the unit that answers. */
async function answered(text: string) {
  const [id, originator] = [uuidv7(later()), uuidv7(now)];
  const headers = { 'x-forwarded-for': `9.9.8.${now.getMinutes()}` };
  const name = encodeURIComponent('合同 13812345678.txt');
  const uploaded = await app.http.inject({
    method: 'POST',
    url: `/api/counter/files?by=${originator}&name=${name}`,
    headers: { ...headers, 'content-type': 'application/octet-stream' },
    payload: Buffer.from(text),
  });
  expect(uploaded.statusCode, uploaded.body).toBe(201);
  const theirs = uploaded.json<{ id: Uuid; name: string }>();
  const by = { id: originator, pass: 'ACDEFGHJK7', contact: '13812345678' };
  const payload = { id, mechanism: 'appeal', text: '厂门口的路被挖断', by, files: [theirs.id] };
  const raised = await app.http.inject({ method: 'POST', url: '/api/counter/appeals', headers, payload });
  expect(raised.statusCode, raised.body).toBe(201);
  await does(pool, staff.office, id, 'classify', { category: '07' }, later());
  await does(pool, staff.office, id, 'assign', { lead: water, co: [] }, later());
  await does(pool, staff.desk, id, 'accept', {}, later());
  const unit = await keep(staff.head, '现场.txt', `已修复 ${text}`);
  await does(pool, staff.head, id, 'answer', { result: '已修复', files: [unit] }, later());
  await does(pool, staff.office, id, 'close', { note: '期满' }, later());
  return {
    id,
    originator,
    unit,
    theirs: theirs.id,
    name: theirs.name,
    number: raised.json<{ number: string }>().number,
  };
}
const erase = (originator: Uuid) =>
  desk(staff.administrator, 'POST', `/api/originators/${originator}/acts`, {
    id: uuidv7(later()),
    kind: 'erase-originator',
    given: { purpose: '本人申请' },
  });
const ledger = async () =>
  (
    await transact(pool, system, (tx) =>
      verifyLedger(tx, city, [matterSubject, mechanismSubject, ...directorySubjects]),
    )
  ).fault;
const bytes = () => verifyFiles({ pool, files }, city);
/** Takes the bytes away as if they had been saved long ago by the machine's own clock. */
async function sweep(): Promise<string[]> {
  const paths = async () => (await readdir(folder, { recursive: true })).filter((path) => path.includes('/'));
  for (const path of await paths()) await utimes(join(folder, path), 0, 0);
  await sweepErasedFiles(files).handle(city, {}, { pool, now: () => now });
  return (await paths()).map((path) => readFileSync(join(folder, path), 'utf8'));
}

test('a person’s files are erased with them: the bytes are gone, whoever opens one is told, and the ledger holds', async () => {
  const mine = await answered('租赁合同');
  const other = await answered('别人的合同');
  expect(mine.name, 'a number in a file’s name would stand in the ledger for good').toBe('合同 〔电话1〕.txt');
  expect([await ledger(), await bytes()]).toMatchObject([null, { fault: null, sound: 4, erased: 0 }]);
  expect((await erase(mine.originator)).statusCode).toBe(200);

  const gone = await open(mine.theirs);
  expect([gone.statusCode, gone.json<{ code: string }>().code]).toEqual([410, 'files.erased']);
  expect(await viewOf(mine.id)).toMatchObject([
    { id: mine.theirs, erased: true },
    { id: mine.unit, erased: false },
  ]);
  for (const file of [mine.unit, other.theirs]) expect((await open(file)).statusCode).toBe(200);
  expect((await sweep()).toSorted()).toEqual(['别人的合同', '已修复 别人的合同', '已修复 租赁合同'].toSorted());
  expect([await ledger(), await bytes()]).toMatchObject([null, { fault: null, sound: 3, erased: 1 }]);
});

test('whoever raised it reads the files of the answer and their own, and nobody else’s', async () => {
  const [mine, other] = [await answered('停水通知'), await answered('停电通知')];
  const headers = { 'x-forwarded-for': '9.9.7.1' };
  const signIn = await app.http.inject({
    method: 'POST',
    url: `/api/counter/session?city=${city}`,
    headers,
    payload: { number: mine.number, pass: 'ACDEFGHJK7' },
  });
  const { name, value } = signIn.cookies[0]!;
  const get = (url: string) => app.http.inject({ url, headers, cookies: { [name]: value } });
  const shown = (await get(`/api/counter/appeals/${mine.id}`)).json<AppealView>().files;
  expect(shown).toMatchObject([
    { id: mine.theirs, mine: true },
    { id: mine.unit, name: '现场.txt', mine: false },
  ]);
  const read = (file: Uuid, matter = mine.id) => get(`/api/counter/appeals/${matter}/files/${file}`);
  const answer = await read(mine.unit);
  expect([answer.statusCode, answer.body]).toEqual([200, '已修复 停水通知']);
  expect(answer.headers['content-disposition']).toMatch(/^attachment;/u);
  expect((await read(mine.theirs)).body).toBe('停水通知');
  for (const [file, matter] of [
    [other.unit, mine.id],
    [other.unit, other.id],
  ] as const)
    expect((await read(file, matter)).statusCode).toBe(404);
  expect(
    (await app.http.inject({ url: `/api/counter/appeals/${mine.id}/files/${mine.unit}`, headers })).statusCode,
  ).toBe(401);
});

test('a draft’s files go along with the answer that is given by it, and are nobody’s before', async () => {
  const one = await answered('停气通知');
  await does(pool, staff.office, one.id, 'reopen', { reason: '尚未完工' }, later());
  const drafted = await keep(staff.desk, '竣工照片.txt', '竣工');
  await does(pool, staff.desk, one.id, 'propose', { result: '已完工', files: [drafted] }, later());
  const headers = { 'x-forwarded-for': '9.9.7.2' };
  const payload = { number: one.number, pass: 'ACDEFGHJK7' };
  const signIn = await app.http.inject({
    method: 'POST',
    url: `/api/counter/session?city=${city}`,
    headers,
    payload,
  });
  const { name, value } = signIn.cookies[0]!;
  const get = (url: string) => app.http.inject({ url, headers, cookies: { [name]: value } });
  const file = `/api/counter/appeals/${one.id}/files/${drafted}`;
  expect((await get(file)).statusCode).toBe(404);
  await does(pool, staff.head, one.id, 'answer', { result: '已完工，请查看' }, later());
  expect((await get(file)).body).toBe('竣工');
  const { said, files: shown } = (await get(`/api/counter/appeals/${one.id}`)).json<AppealView>();
  const answer = said.findLast(({ kind }) => kind === 'answer')!;
  expect(shown.find(({ id }) => id === drafted)?.act).toBe(answer.id);
});

test('bytes that somebody else has too stay for them; an erased file is attached to nothing any more', async () => {
  const [one, other] = [await answered('同一份通知'), await answered('同一份通知')];
  await erase(one.originator);
  expect(await sweep()).toContain('同一份通知');
  expect([(await open(one.theirs)).statusCode, (await open(other.theirs)).body]).toEqual([410, '同一份通知']);
  const attach = { id: uuidv7(now), kind: 'attach', given: { files: [one.theirs] } };
  const refused = await desk(staff.office, 'POST', `/api/matters/${other.id}/acts`, attach);
  expect(refused.json<{ code: string }>().code).toBe('matter.file-not-found');
});

test('a file that is said to be erased, and of which no act says so, is found', async () => {
  const [one, other] = [await answered('甲的合同'), await answered('乙的合同')];
  await erase(one.originator);
  expect(await ledger()).toBeNull();
  const hide = 'update file set erased_at = $2, erased_by = $3 where id = $1';
  await owner.query(hide, [other.theirs, now, one.originator]);
  expect(await ledger()).toMatchObject({ code: 'ledger.entry-rows-differ', params: { entry: one.originator } });
  await owner.query(hide, [other.theirs, null, null]);
  await owner.query(hide, [one.theirs, null, null]);
  expect(await ledger(), 'nor is one that was erased brought back').toMatchObject({ code: 'ledger.entry-rows-differ' });
  await owner.query(hide, [one.theirs, now, one.originator]);
});

test('what a clerk attached for a caller whom nobody knows goes when the period ends', async () => {
  const id = uuidv7(later());
  const note = await keep(staff.office, '来电记录.txt', '来电人住址');
  const given = { text: '来电人石莲锦反映停水，回电 13987654321' };
  const attach = { files: [note] };
  const done = await desk(staff.office, 'POST', '/api/matters', { id, mechanism: 'appeal', given, attach });
  expect(done.statusCode, done.body).toBe(200);
  await does(pool, staff.office, id, 'close', { note: '重复来电' }, later());
  const before = now;
  for (const night of ['2029-03-01T18:03:00Z', '2029-03-17T18:03:00Z', '2029-03-18T18:03:00Z'])
    await retention.handle(city, {}, { pool, now: () => new Date(night) });
  now = new Date('2029-03-19T02:00:00Z');
  expect((await open(note)).statusCode).toBe(410);
  expect(await sweep()).not.toContain('来电人住址');
  expect([await ledger(), (await bytes()).fault]).toEqual([null, null]);
  now = before;
});

test('a copy of what is kept of somebody has their files in it, and nobody else’s', async () => {
  const one = await answered('房产证');
  const session = await app.http.inject({
    method: 'POST',
    url: '/api/counter/session',
    headers: { 'x-forwarded-for': '9.9.7.1' },
    payload: { number: one.number, pass: 'ACDEFGHJK7' },
  });
  const [cookie] = session.cookies.map(({ name, value }) => `${name}=${value}`);
  const own = await app.http.inject({ url: '/api/counter/copy?format=zip', headers: { cookie: cookie! } });
  const within = await unzipped(own.rawPayload);
  expect(within).toMatchObject({ [`${one.number}/合同 〔电话1〕.txt`]: '房产证' });
  expect(Object.keys(within)).toHaveLength(2);

  const ask = { id: uuidv7(later()), originator: one.originator, purpose: '本人当面申请' };
  expect((await desk(staff.administrator, 'POST', '/api/privacy/exports', ask)).statusCode).toBe(200);
  await exportPersonal(files).handle(city, { transfer: ask.id }, { pool, now: () => now });
  const handed = await desk(staff.administrator, 'GET', `/api/transfers/${ask.id}/file`);
  expect(Object.keys(await unzipped(handed.rawPayload)).toSorted()).toEqual(Object.keys(within).toSorted());
});

async function unzipped(zip: Buffer): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  const read = await fromBufferPromise(zip);
  for await (const entry of read.eachEntry()) {
    const parts: Buffer[] = [];
    for await (const part of await read.openReadStreamPromise(entry)) parts.push(part as Buffer);
    found[entry.fileName] = Buffer.concat(parts).toString();
  }
  return found;
}
