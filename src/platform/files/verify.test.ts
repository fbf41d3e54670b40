import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { aCaller } from '../../../test/support/callers.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { diskFiles, keepFile, verifyFiles } from './index.ts';

const { pool, owner } = await testDatabase();
const NOW = new Date('2026-03-16T02:00:00Z');
const folder = await mkdtemp(join(tmpdir(), 'huiyin-verify-'));
afterAll(() => rm(folder, { recursive: true }));
const files = diskFiles(folder);
let city = 0;

beforeEach(async () => {
  city += 1;
  await owner.query('insert into city (city, name) values ($1, $2)', [city, `第${city}市`]);
});

/** Keeps a text as the evidence of some seat; answers with its id and the place of its bytes. */
async function keep(text: string): Promise<{ id: string; path: string }> {
  const upload = { name: '台账.txt', bytes: Buffer.from(text) };
  const { id } = await keepFile({ pool, files }, aCaller({ city }), upload, NOW);
  const { rows } = await owner.query<{ hex: string }>(`select encode(sha256, 'hex') as hex from file where id = $1`, [
    id,
  ]);
  const hex = rows[0]!.hex;
  return { id, path: join(folder, hex.slice(0, 2), hex.slice(2)) };
}
const verify = () => verifyFiles({ pool, files }, city);

test('all bytes as they were: how many files is said, over more than one page of them', async () => {
  const { id } = await keep('甲');
  await owner.query(
    `insert into file (city, id, name, media_type, size, sha256)
     select city, gen_random_uuid(), name, media_type, size, sha256 from file, generate_series(1, 600) where id = $1`,
    [id],
  );
  expect(await verify()).toEqual({ fault: null, sound: 601, erased: 0 });
});

test('one byte altered on disk is found, and names the file', async () => {
  await keep('乙一');
  const { id, path } = await keep('乙二');
  await writeFile(path, '乙三');
  expect((await verify()).fault).toMatchObject({
    code: 'files.verify-differs',
    params: { file: id, name: '台账.txt' },
  });
});

test('bytes that are gone are missed, and name the file', async () => {
  const { id, path } = await keep('丙');
  await rm(path);
  expect((await verify()).fault).toMatchObject({
    code: 'files.verify-missing',
    params: { file: id, name: '台账.txt' },
  });
});

test('what cannot be read is a fault that says why', async () => {
  const { id, path } = await keep('丁');
  await rm(path);
  await mkdir(path);
  expect((await verify()).fault).toMatchObject({
    code: 'files.verify-unreadable',
    params: { file: id, reason: expect.stringMatching(/EISDIR/u) },
  });
});
