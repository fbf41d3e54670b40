import { once } from 'node:events';
import { request, type ClientRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { aCaller } from '../../../test/support/callers.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { testHttp, type TestHttp } from '../../../test/support/http.ts';
import { sweepUploads } from '../files/index.ts';
import { transact } from '../postgres/index.ts';

const { pool, owner } = await testDatabase();
const HOUR = 3_600_000;
let clock = new Date();
const [mine, colleague, overseer] = [aCaller(), aCaller(), aCaller({ role: 'supervisor' })];
const elsewhere = aCaller({ city: 2 });
let app: TestHttp;
beforeAll(async () => {
  app = await testHttp(pool, [mine, colleague, overseer, elsewhere], { now: () => clock });
});
beforeEach(() => owner.query('truncate upload, file cascade'));

type Caller = typeof mine | null;
const TUS = { 'tus-resumable': '1.0.0' };
const named = (name: string) => ({ 'upload-metadata': `filename ${Buffer.from(name).toString('base64')}` });
const PNG = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.from('现场照片 '.repeat(400))]);

const open = (size: number | string, name = '现场.png', caller: Caller = mine) =>
  app.ask(caller, {
    method: 'POST',
    url: '/api/uploads',
    headers: { ...TUS, ...named(name), 'upload-length': String(size) },
  });
async function opened(size = PNG.length, name = '现场.png'): Promise<string> {
  return String((await open(size, name)).headers.location);
}
const send = (url: string, offset: number | string, bytes: Buffer, caller: Caller = mine, more = {}) =>
  app.ask(caller, {
    method: 'PATCH',
    url,
    payload: bytes,
    headers: { ...TUS, 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream', ...more },
  });
const ask = (url: string, caller: Caller = mine) => app.ask(caller, { method: 'HEAD', url, headers: TUS });
const take = (url: string, caller: Caller = mine) => app.ask(caller, { method: 'POST', url: `${url}/file` });
const drop = (url: string, caller: Caller = mine) => app.ask(caller, { method: 'DELETE', url, headers: TUS });

describe('an upload', () => {
  test('comes in several requests, says how far it is, and becomes a file like any other', async () => {
    const url = await opened();
    expect((await send(url, 0, PNG.subarray(0, 1000))).headers['upload-offset']).toBe('1000');
    const half = await ask(url);
    expect(half.headers).toMatchObject({
      'tus-resumable': '1.0.0',
      'upload-offset': '1000',
      'upload-length': String(PNG.length),
      'cache-control': 'no-store',
      ...named('现场.png'),
    });
    expect(new Date(String(half.headers['upload-expires'])).getTime()).toBeGreaterThan(clock.getTime() + 23 * HOUR);
    expect((await send(url, 1000, PNG.subarray(1000))).statusCode).toBe(204);
    const receipt = (await take(url)).json();
    expect(receipt).toMatchObject({ name: '现场.png', mediaType: 'image/png', size: PNG.length });
    const read = await app.ask(mine, { url: `/api/files/${receipt.id}` });
    expect(read.rawPayload.equals(PNG)).toBe(true);
    const { rows } = await owner.query('select from upload_piece');
    expect(rows).toEqual([]);
  });

  test('taken many times at once is one file, and the same bytes sent at once lie under the same hash', async () => {
    const url = await opened();
    await send(url, 0, PNG);
    const together = await Promise.all(Array.from({ length: 8 }, () => take(url)));
    const answers = [...together, await take(url)];
    expect(answers.map(({ statusCode }) => statusCode)).toEqual(answers.map(() => 201));
    expect(new Set(answers.map((answer) => answer.json().id)).size).toBe(1);
    await app.ask(mine, {
      method: 'POST',
      url: '/api/files?name=a.png',
      payload: PNG,
      headers: { 'content-type': 'application/octet-stream' },
    });
    const { rows } = await owner.query('select id, sha256 from file');
    expect(rows).toHaveLength(2);
    expect(new Set(rows.map((row: { sha256: Buffer }) => row.sha256.toString('hex'))).size).toBe(1);
  });

  test('is not taken before it is whole', async () => {
    const url = await opened();
    await send(url, 0, PNG.subarray(0, 8));
    expect((await take(url)).json()).toMatchObject({
      status: 409,
      code: 'files.upload-unfinished',
      params: { received: 8, size: PNG.length },
    });
    expect((await ask(url)).headers['upload-offset']).toBe('8');
  });

  test('given up is gone, with what had come of it', async () => {
    const url = await opened();
    await send(url, 0, PNG.subarray(0, 8));
    expect((await drop(url)).statusCode).toBe(204);
    expect((await ask(url)).statusCode).toBe(404);
    expect((await owner.query('select from upload_piece')).rows).toEqual([]);
  });

  test('that turns out to be no file that is kept is refused by name, and is gone', async () => {
    const bytes = Buffer.from('504b0304140000000000', 'hex');
    const url = await opened(bytes.length, '照片.zip');
    await send(url, 0, bytes);
    expect((await take(url)).json()).toMatchObject({
      status: 415,
      code: 'files.archive',
      params: { name: '照片.zip' },
    });
    expect((await ask(url)).statusCode).toBe(404);
  });

  test('whose first bytes are those of a program is refused with them, and the rest need not come', async () => {
    const bytes = Buffer.from('4d5a90000300000004000000ffff0000', 'hex');
    const url = await opened(20_000_000, '照片.png');
    expect((await send(url, 0, bytes)).json()).toMatchObject({
      status: 415,
      code: 'files.unknown',
      params: { name: '照片.png' },
    });
    expect((await ask(url)).statusCode).toBe(404);
  });
});

describe('a line that is cut', () => {
  test('in the middle of a request leaves what had come, and the rest goes on from there', async () => {
    await app.http.listen({ port: 0, host: '127.0.0.1' });
    const { port } = app.http.server.address() as AddressInfo;
    const bytes = Buffer.from('督查室'.repeat(200_000));
    const url = await opened(bytes.length, '台账.txt');
    const token = await app.tokenOf(mine);
    const cut = request({
      port,
      method: 'PATCH',
      path: url,
      headers: {
        ...TUS,
        authorization: `Bearer ${token}`,
        'upload-offset': '0',
        'content-type': 'application/offset+octet-stream',
        'content-length': bytes.length,
      },
    });
    cut.on('error', () => undefined);
    await written(cut, bytes.subarray(0, 700_000));
    await pause(200);
    cut.destroy();
    let stands = 0;
    await expect
      .poll(async () => (stands = Number((await ask(url)).headers['upload-offset'])), { timeout: 5000 })
      .toBeGreaterThan(600_000);
    expect(stands).toBeLessThanOrEqual(700_000);
    await send(url, stands, bytes.subarray(stands));
    const { id, size } = (await take(url)).json();
    expect(size).toBe(bytes.length);
    expect((await app.ask(mine, { url: `/api/files/${id}` })).rawPayload.equals(bytes)).toBe(true);
    expect(app.faults).toEqual([]);
  });

  test('and comes back beside its successor adds nothing twice: of two requests from one byte, one goes on', async () => {
    const url = await opened();
    const answers = await Promise.all([send(url, 0, PNG.subarray(0, 500)), send(url, 0, PNG.subarray(0, 500))]);
    expect(answers.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b)).toEqual([204, 409]);
    expect((await ask(url)).headers['upload-offset']).toBe('500');
  });
});

describe('what is refused', () => {
  test.each([
    ['colleague', () => colleague],
    ['overseer, who may read every matter', () => overseer],
    ['seat of another city', () => elsewhere],
  ])('an upload of somebody else is not there for a %s', async (_, who) => {
    const url = await opened();
    await send(url, 0, PNG.subarray(0, 8));
    const refused = { status: 404, code: 'files.upload-not-found' };
    expect((await ask(url, who())).statusCode).toBe(404);
    expect((await send(url, 8, PNG.subarray(8), who())).json()).toMatchObject(refused);
    expect((await take(url, who())).json()).toMatchObject(refused);
    await drop(url, who());
    expect((await ask(url)).headers['upload-offset']).toBe('8');
    await send(url, 8, PNG.subarray(8));
    await take(url);
    expect((await take(url, who())).json()).toMatchObject(refused);
  });

  test('behind the application: row-level security shows a seat its own pieces only', async () => {
    await send(await opened(), 0, PNG);
    const seen = (caller: typeof mine) =>
      transact(pool, caller, (tx) => tx.run({ name: 'pieces', text: 'select from upload_piece' }, []));
    expect(await seen(mine)).toHaveLength(1);
    expect(await seen(overseer)).toHaveLength(0);
    expect(await seen(elsewhere)).toHaveLength(0);
  });

  test.each([
    [4, 'behind where it stands'],
    [9, 'before'],
    [100_000_000, 'beyond its end'],
  ])('an offset that lies (%i, %s) changes nothing and is told the true one', async (offset) => {
    const url = await opened();
    await send(url, 0, PNG.subarray(0, 8));
    expect((await send(url, offset, PNG)).json()).toMatchObject({
      status: 409,
      code: 'files.upload-offset',
      params: { offset, stands: 8 },
    });
    expect((await ask(url)).headers['upload-offset']).toBe('8');
  });

  test.each(['-1', 'x', '1.5'])('the offset %j is none', async (offset) => {
    expect((await send(await opened(), offset, PNG)).json()).toMatchObject({ status: 400, code: 'http.input' });
  });

  test('more than was announced is refused and not kept', async () => {
    const url = await opened(10);
    expect((await send(url, 0, PNG)).json()).toMatchObject({ status: 413, code: 'files.upload-longer' });
    expect((await ask(url)).headers['upload-offset']).toBe('0');
  });

  test.each([
    [30 * 1024 * 1024 + 1, 413, 'files.too-large'],
    [0, 422, 'files.empty'],
    ['much', 400, 'http.input'],
    ['-5', 400, 'http.input'],
  ])('an upload of %j bytes is not opened', async (size, status, code) => {
    expect((await open(size)).json()).toMatchObject({ status, code });
    expect((await owner.query('select from upload')).rows).toEqual([]);
  });

  test('bytes of another content type, and another version of the protocol', async () => {
    const url = await opened();
    const type = { 'content-type': 'application/octet-stream' };
    expect((await send(url, 0, PNG, mine, type)).json()).toMatchObject({ status: 415, code: 'files.upload-type' });
    const version = { 'tus-resumable': '0.2.2' };
    const other = await send(url, 0, PNG, mine, version);
    expect(other.json()).toMatchObject({ status: 412, code: 'files.tus-version' });
    expect(other.headers).toMatchObject({ 'tus-version': '1.0.0', 'tus-resumable': '1.0.0' });
  });

  test('from another site’s page, and by nobody', async () => {
    const url = await opened();
    expect((await send(url, 0, PNG, mine, { 'sec-fetch-site': 'cross-site' })).statusCode).toBe(403);
    expect((await send(url, 0, PNG, null)).statusCode).toBe(401);
    expect((await open(5, 'a', null)).statusCode).toBe(401);
  });

  test('the sixty-first half upload of a seat, until one of them is given up', async () => {
    const urls = await Promise.all(Array.from({ length: 60 }, () => opened()));
    expect((await open(5)).json()).toMatchObject({ status: 429, code: 'files.too-many-open', params: { most: 60 } });
    expect((await open(5, 'a', colleague)).statusCode).toBe(201);
    await drop(urls[0]!);
    expect((await open(5)).statusCode).toBe(201);
  });
});

test('half uploads are swept a day after their last byte, and not before', async () => {
  const begun = clock;
  const [left, goneOn] = [await opened(), await opened()];
  clock = new Date(begun.getTime() + 23 * HOUR);
  await send(goneOn, 0, PNG.subarray(0, 8));
  clock = new Date(begun.getTime() + 25 * HOUR);
  await sweepUploads.handle(1, {}, { pool, now: () => clock });
  expect([(await ask(left)).statusCode, (await ask(goneOn)).statusCode]).toEqual([404, 200]);
  clock = begun;
});

test('a program learns what is spoken here without signing in', async () => {
  const answer = await app.ask(null, { method: 'OPTIONS', url: '/api/uploads' });
  expect(answer.headers).toMatchObject({
    'tus-version': '1.0.0',
    'tus-extension': 'creation,termination,expiration',
    'tus-max-size': String(30 * 1024 * 1024),
  });
});

function written(to: ClientRequest, bytes: Buffer): Promise<unknown> {
  return to.write(bytes) ? Promise.resolve() : once(to, 'drain');
}
