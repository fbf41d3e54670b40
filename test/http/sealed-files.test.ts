import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fromBufferPromise } from 'yauzl';
import { subjects } from '../../src/app/subjects.ts';
import { sealing } from '../../src/app/wiring.ts';
import { uuidv7 } from '../../src/kernel/index.ts';
import { verifyLedger } from '../../src/ledger/index.ts';
import { diskFiles, verifyFiles } from '../../src/platform/files/index.ts';
import type { Caller } from '../../src/platform/identity/contract.ts';
import { transact } from '../../src/platform/postgres/index.ts';
import { aCaller } from '../support/callers.ts';
import { testDatabase } from '../support/database.ts';
import type { TestHttp } from '../support/http.ts';
import { aSealedCity } from '../support/sealed-city.ts';

const { pool, owner } = await testDatabase();
let now = new Date('2026-03-16T02:00:00Z');
const system = { city: 1, system: true } as const;
const named = aCaller({ role: 'supervisor', unit: null, name: '方慎' });
const supervisor = aCaller({ role: 'supervisor', unit: null, name: '沈知远' });
const mayor = aCaller({ role: 'mayor', unit: null, name: '顾明章' });
const administrator = aCaller({ role: 'administrator', unit: null, name: '姚思敏' });
const colleague = aCaller({ role: 'supervisor', unit: null, name: '许安和' });
const all = [named, supervisor, mayor, administrator, colleague];
const PASS = 'ACDEFGHJK7';
const NAME = '采购科长的账本.txt';
const LINE = '三月四日收现金三万元\n';
/** Longer than two of the chunks in which it is sealed. */
const BYTES = Buffer.from(LINE.repeat(6000));
const id = () => uuidv7(new Date());
const [clue, reporter] = [id(), id()];
const folder = await mkdtemp(join(tmpdir(), 'huiyin-sealed-'));
afterAll(() => rm(folder, { recursive: true }));
const files = diskFiles(folder);
let web: TestHttp;
let cookie = '';

beforeAll(async () => {
  web = await aSealedCity(pool, all, () => now, { sealing, files });
  await post(administrator, '/api/circles/clue/acts', { id: id(), kind: 'open-circle', given: { seat: named.seat } });
});

const post = (who: Caller | null, url: string, payload: object, headers = {}) =>
  web.ask(who, { method: 'POST', url, payload, headers });
const does = (who: Caller, kind: string, given: object = {}) => {
  now = new Date(now.getTime() + 60_000);
  return post(who, `/api/matters/${clue}/acts`, { id: id(), kind, given });
};
const open = (who: Caller | null, file: string) => web.ask(who, { url: `/api/files/${file}` });
const show = (who: Caller) => post(who, `/api/matters/${clue}/personal/show`, { id: id(), purpose: '核查线索' });
const TUS = { 'tus-resumable': '1.0.0' };
const send = (url: string, bytes: Buffer, headers = {}) =>
  web.ask(null, {
    method: 'POST',
    url,
    payload: bytes,
    headers: { 'content-type': 'application/octet-stream', ...headers },
  });
let file = '';

test('a reporter without a name sends a file with what they raise, and adds another by the code', async () => {
  // Its name goes in a header, as addresses are logged on the way.
  const header = { 'upload-metadata': `filename ${Buffer.from(NAME).toString('base64')}` };
  const sent = await send(`/api/counter/files?by=${reporter}&sealed=true`, BYTES, header);
  expect(sent.json()).toMatchObject({ name: NAME, size: BYTES.length });
  file = sent.json().id;
  const raising = {
    id: clue,
    mechanism: 'clue',
    text: '采购科有两本账',
    files: [file],
    by: { id: reporter, pass: PASS },
  };
  const raised = await post(null, '/api/counter/appeals', raising);
  expect(raised.statusCode, raised.body).toBe(201);
  expect((await post(null, '/api/counter/appeals', raising)).json(), 'sent again').toEqual(raised.json());

  const session = await post(null, '/api/counter/session', { number: raised.json().number, pass: PASS });
  cookie = `${session.cookies[0]!.name}=${session.cookies[0]!.value}`;
  const more = (
    await send('/api/counter/files?sealed=true&name=%E5%BD%95%E9%9F%B3.txt', Buffer.from(LINE), { cookie })
  ).json();
  const act = { id: id(), kind: 'attach', given: { files: [more.id] } };
  const added = await post(null, `/api/counter/appeals/${clue}/acts`, act, { cookie });
  expect(added.json().files.map(({ name }: { name: string }) => name)).toEqual(
    expect.arrayContaining([NAME, '录音.txt']),
  );
});

test('a file that lies in the clear is not taken, nor a sealed one for what is not sealed, nor another’s', async () => {
  const clear = (await send('/api/counter/files?name=a.txt', Buffer.from('明文'), { cookie })).json();
  const act = { id: id(), kind: 'attach', given: { files: [clear.id] } };
  const refused = await post(null, `/api/counter/appeals/${clue}/acts`, act, { cookie });
  expect(refused.json()).toMatchObject({ code: 'matter.file-not-sealed' });
  const own = (await send('/api/counter/files?sealed=true&name=b.txt', Buffer.from('另一份'), { cookie })).json();
  expect((await does(named, 'attach', { files: [own.id] })).json().code).toMatch(/file-not-(found|sealed)/u);
});

test('whoever is named opens it byte for byte once they have said what for, and each time is noted', async () => {
  expect((await open(named, file)).json()).toMatchObject({ code: 'matter.purpose-first' });
  const shown = (await show(named)).json();
  expect(shown.files).toMatchObject([{ id: file, name: NAME, mediaType: 'text/plain', size: BYTES.length }, {}]);
  const opened = await open(named, file);
  expect(opened.rawPayload.equals(BYTES)).toBe(true);
  expect(opened.headers).toMatchObject({ 'cache-control': 'no-store', 'content-length': String(BYTES.length) });
  expect(decodeURIComponent(String(opened.headers['content-disposition']))).toContain(NAME);
  const { rows } = await owner.query('select purpose from contact_shown where matter = $1 order by at, id', [clue]);
  expect(new Set(rows.map(({ purpose }) => purpose))).toEqual(new Set(['核查线索', '核查线索（打开附件）']));
  expect(rows).toHaveLength(2);
  now = new Date(now.getTime() + 13 * 3_600_000);
  expect((await open(named, file)).json()).toMatchObject({ code: 'matter.purpose-first' });
});

test('a named seat sends one in pieces, of which nothing lies in the clear meanwhile', async () => {
  const metadata = `filename ${Buffer.from('谈话笔录.txt').toString('base64')},sealed eWVz`;
  const opening = await web.ask(named, {
    method: 'POST',
    url: '/api/uploads',
    headers: { ...TUS, 'upload-length': BYTES.length, 'upload-metadata': metadata },
  });
  const url = String(opening.headers['location']);
  const half = BYTES.length >> 1;
  for (const [offset, bytes] of [
    [0, BYTES.subarray(0, half)],
    [half, BYTES.subarray(half)],
  ] as const) {
    const headers = { ...TUS, 'upload-offset': offset, 'content-type': 'application/offset+octet-stream' };
    expect((await web.ask(named, { method: 'PATCH', url, payload: bytes, headers })).statusCode).toBe(204);
    await expectNoWords();
  }
  const taken = (await post(named, `${url}/file`, {})).json();
  expect(taken).toMatchObject({ name: '谈话笔录.txt', size: BYTES.length });
  expect((await open(named, taken.id)).rawPayload.equals(BYTES), 'as long as it is nobody else’s').toBe(true);
  expect((await does(named, 'attach', { files: [taken.id], caption: '谈话三万元' })).statusCode).toBe(200);
  await show(named);
  expect((await open(named, taken.id)).rawPayload.equals(BYTES)).toBe(true);
});

test('the reporter’s own copy has what they sent in it, byte for byte, and nothing of the office’s', async () => {
  const copy = await web.ask(null, { url: '/api/counter/copy?format=zip', headers: { cookie } });
  const within = new Map<string, Buffer>();
  const read = await fromBufferPromise(copy.rawPayload);
  for await (const entry of read.eachEntry()) {
    const parts: Buffer[] = [];
    for await (const part of await read.openReadStreamPromise(entry)) parts.push(part as Buffer);
    within.set(entry.fileName.replace(/^.*\//u, ''), Buffer.concat(parts));
  }
  expect(within.get(NAME)?.equals(BYTES)).toBe(true);
  expect(within.get('录音.txt')?.toString()).toBe(LINE);
  expect([...within.keys()].filter((name) => !name.endsWith('.xlsx'))).toHaveLength(2);
  const json = await web.ask(null, { url: '/api/counter/copy?format=json', headers: { cookie } });
  expect(json.json().files[0]).not.toHaveProperty('key');
});

test.each([
  ['a supervisor', supervisor],
  ['a mayor', mayor],
  ['an administrator', administrator],
  ['nobody', null],
])('to %s it is not there, in no answer and in no row', async (_, who) => {
  expect([401, 404]).toContain((await open(who, file)).statusCode);
  if (!who) return;
  const rows = await transact(pool, who, (tx) =>
    tx.run({ name: 't.files', text: 'select id from file where city = 1 and about is not null' }, []),
  );
  expect(rows).toEqual([]);
});

test('who is un-named opens it no more, what they sent themselves included', async () => {
  await does(named, 'help', { seat: colleague.seat, text: '请一起看' });
  const at = `/api/files?sealed=true&name=${encodeURIComponent('补充.txt')}`;
  const headers = { 'content-type': 'application/octet-stream' };
  const own = (await web.ask(colleague, { method: 'POST', url: at, payload: Buffer.from(LINE), headers })).json();
  await does(colleague, 'attach', { files: [own.id] });
  await show(colleague);
  expect((await open(colleague, own.id)).body).toBe(LINE);
  await does(named, 'unhelp', { seat: colleague.seat, reason: '回避' });
  expect((await open(colleague, own.id)).statusCode).toBe(404);
  expect((await open(colleague, file)).statusCode).toBe(404);
});

test('nothing of it lies in the clear, in the database or on disk; it is verified, and erased with whoever sent it', async () => {
  await expectNoWords();
  const { rows } = await owner.query(
    'select 1 from file f join attachment a on a.file = f.id where f.kept is not null',
  );
  expect(rows, 'the key of what is attached is kept by the act alone').toEqual([]);
  expect(await transact(pool, system, (tx) => verifyLedger(tx, 1, subjects))).toMatchObject({ fault: null });
  expect(await verifyFiles({ pool, files }, 1)).toMatchObject({ fault: null, sound: 6 });

  expect((await post(null, '/api/counter/erasure', { id: id() }, { cookie })).statusCode).toBe(200);
  expect((await does(named, 'forget', { agreed: true, reason: '本人申请' })).statusCode).toBe(200);
  await show(named);
  expect((await open(named, file)).json()).toMatchObject({ code: 'files.erased' });
  expect((await show(named)).json().files.map(({ name }: { name: string }) => name)).not.toContain(NAME);
  expect(await transact(pool, system, (tx) => verifyLedger(tx, 1, subjects))).toMatchObject({ fault: null });
});

/** In no row of any table and in no file on disk is anything of what was sent. */
async function expectNoWords(): Promise<void> {
  const secrets = ['三万元', '账本', '谈话笔录', Buffer.from('三万元').toString('hex')];
  const { rows: tables } = await owner.query<{ name: string }>(
    `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
  );
  for (const { name } of tables) {
    const { rows } = await owner.query<{ row: string }>(`select t::text as row from "${name}" t`);
    const held = rows.map(({ row }) => row).join('\n');
    for (const secret of secrets) expect(held, name).not.toContain(secret);
  }
  for (const one of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!one.isFile()) continue;
    const bytes = await readFile(join(one.parentPath, one.name));
    for (const secret of secrets) expect(bytes.includes(secret), one.name).toBe(false);
  }
}
