import { beforeAll, describe, expect, test } from 'vitest';
import { aCaller } from '../../../test/support/callers.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { testHttp, type TestHttp } from '../../../test/support/http.ts';
import { aZip } from '../../../test/support/zip.ts';

const { pool, owner } = await testDatabase();
const [uploader, stranger, elsewhere] = [aCaller(), aCaller(), aCaller({ city: 2 })];
const friend = aCaller({ role: 'supervisor' });
/** Let by the slice, and yet stopped by row-level security: nothing that this seat may read has the file. */
const mistaken = aCaller();
let app: TestHttp;
beforeAll(async () => {
  app = await testHttp(pool, [uploader, friend, mistaken, stranger, elsewhere], {
    mayReadFile: async (_, caller) => caller.seat === friend.seat || caller.seat === mistaken.seat,
  });
});

const PNG = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(64, 7)]);
const upload = (bytes: Buffer, name: string) =>
  app.ask(uploader, {
    method: 'POST',
    url: `/api/files?name=${encodeURIComponent(name)}`,
    payload: bytes,
    headers: { 'content-type': 'application/octet-stream' },
  });

test('what was uploaded comes back byte for byte, as a download that nothing in it can run', async () => {
  const receipt = (await upload(PNG, '现场 照片(1).png')).json();
  expect(receipt).toMatchObject({ name: '现场 照片(1).png', mediaType: 'image/png', size: PNG.length });
  const answer = await app.ask(uploader, { url: `/api/files/${receipt.id}` });
  expect(answer.rawPayload.equals(PNG)).toBe(true);
  expect(answer.headers).toMatchObject({
    'content-type': 'image/png',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
  });
  expect(answer.headers['content-disposition']).toBe(
    "attachment; filename*=UTF-8''%E7%8E%B0%E5%9C%BA%20%E7%85%A7%E7%89%87%281%29.png",
  );
});

test.each(['page.html', 'drawing.svg', 'text.txt'])('nothing is opened by a browser in our name: %s', async (name) => {
  const { id } = (
    await upload(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'), name)
  ).json();
  const { headers } = await app.ask(uploader, { url: `/api/files/${id}` });
  expect(headers['content-type']).toMatch(/^text\/plain/);
  expect(headers['content-disposition']).toMatch(/^attachment/);
  expect(headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    'cross-origin-resource-policy': 'same-origin',
  });
});

test('what a browser has already is not sent again, and yet asked for with every right anew', async () => {
  const { id } = (await upload(PNG, 'a.png')).json();
  const { headers } = await app.ask(uploader, { url: `/api/files/${id}` });
  const again = { url: `/api/files/${id}`, headers: { 'if-none-match': String(headers.etag) } };
  expect(headers['cache-control']).toBe('private, no-cache');
  expect(await app.ask(uploader, again)).toMatchObject({ statusCode: 304, payload: '' });
  expect((await app.ask(stranger, again)).statusCode).toBe(404);
});

test('a form with one file does as well', async () => {
  const boundary = 'xx';
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="a.txt"\r\ncontent-type: image/png\r\n\r\n`;
  const answer = await app.ask(uploader, {
    method: 'POST',
    url: '/api/files',
    payload: `${head}会议纪要\r\n--${boundary}--\r\n`,
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
  });
  expect(answer.json()).toMatchObject({ name: 'a.txt', mediaType: 'text/plain', size: 12 });
});

test('a file is read by who uploaded it and by whom its owner lets; to all others it is not there', async () => {
  const { id } = (await upload(PNG, 'a.png')).json();
  const status = async (caller: typeof uploader | null) =>
    (await app.ask(caller, { url: `/api/files/${id}` })).statusCode;
  expect([
    await status(uploader),
    await status(friend),
    await status(mistaken),
    await status(stranger),
    await status(elsewhere),
    await status(null),
  ]).toEqual([200, 200, 404, 404, 404, 401]);
});

test.each([
  ['empty', Buffer.alloc(0), 422, 'files.empty'],
  ['a program', Buffer.from('4d5a90000300000004000000ffff0000', 'hex'), 415, 'files.unknown'],
  ['a program called .png', Buffer.from('7f454c460201010000000000', 'hex'), 415, 'files.unknown'],
  ['an encrypted document', Buffer.from('d0cf11e0a1b11ae1000000', 'hex'), 415, 'files.encrypted-or-old'],
  ['any archive', Buffer.from('504b0304140000000000', 'hex'), 415, 'files.archive'],
  ['another archive', Buffer.from('526172211a070100', 'hex'), 415, 'files.archive'],
  [
    'a document with macros',
    Buffer.from('PK\x03\x04[Content_Types].xml word/document.xml word/vbaProject.bin'),
    415,
    'files.macros',
  ],
  [
    'report.pdf',
    Buffer.from('%PDF-1.4 1 0 obj<</OpenAction<</S/JavaScript/JS(app.alert(1))>>>>'),
    415,
    'files.scripted',
  ],
])('%s is refused by name', async (name, bytes, status, code) => {
  expect((await upload(bytes, name)).json()).toMatchObject({ status, code, params: { name } });
});

describe('an office file', () => {
  const types = { '[Content_Types].xml': '<Types/>' };
  const word = (document: string | Buffer) => aZip({ ...types, 'word/document.xml': document });

  test('that is whole is kept', async () => {
    expect((await upload(await word('<w:document/>'), '纪要.docx')).statusCode).toBe(201);
  });

  test.each([
    ['that bursts when it is opened', () => word(Buffer.alloc(210 * 1024 * 1024, 32)), 413, 'files.unpacks-too-large'],
    [
      'with entities that unfold',
      () => word('<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><x>&b;</x>'),
      422,
      'files.entities',
    ],
    [
      'with entities, in UTF-16',
      () => word(Buffer.from('\ufeff<!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>', 'utf16le')),
      422,
      'files.entities',
    ],
    ['that was cut off', async () => (await word('<w:document/>')).subarray(0, -30), 422, 'files.damaged'],
  ])('%s is refused by name, and nothing of it is kept', async (_, bytes, status, code) => {
    const answer = await upload(await bytes(), '证明.docx');
    expect(answer.json()).toMatchObject({ status, code, params: { name: '证明.docx' } });
    expect((await owner.query(`select from file where name = '证明.docx'`)).rowCount).toBe(0);
  });
});

test('too large a file is refused with the limit named', async () => {
  const answer = await upload(Buffer.alloc(30 * 1024 * 1024 + 1, 65), 'big.txt');
  expect(answer.json()).toMatchObject({ status: 413, detail: expect.stringContaining('30 MB') });
});
