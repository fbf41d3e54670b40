import { mkdtemp, rm, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { anOriginator, aCaller } from '../../test/support/callers.ts';
import { testDatabase } from '../../test/support/database.ts';
import { addUnits, drawFileKey, openPerson, openSeat } from '../directory/index.ts';
import { refuse, uuidv7, type Uuid } from '../kernel/index.ts';
import { diskFiles, keepFile, keepSealed, verifyFiles } from '../platform/files/index.ts';
import type { Caller } from '../platform/identity/index.ts';
import { transact } from '../platform/postgres/index.ts';
import { sweepCounterFiles } from './index.ts';

const { pool, owner } = await testDatabase();
const [city, system] = [1, { city: 1, system: true } as const];
const folder = await mkdtemp(join(tmpdir(), 'huiyin-sweep-'));
afterAll(() => rm(folder, { recursive: true }));
const files = diskFiles(folder);
const start = new Date('2026-03-16T02:00:00.000Z');
const hours = (n: number) => new Date(start.getTime() + n * 3_600_000);
const sweep = (at: Date) => sweepCounterFiles(files).handle(city, {}, { pool, now: () => at });

async function keep(caller: Caller, text: string): Promise<Uuid> {
  const { id } = await keepFile({ pool, files }, caller, { name: '现场.txt', bytes: Buffer.from(text) }, start);
  return id;
}
async function keepSealedAt(caller: Caller, text: string): Promise<Uuid> {
  const sealing = { draw: drawFileKey, open: () => refuse('files.not-found') };
  const upload = { name: '决定书.txt', bytes: Buffer.from(text) };
  return (await keepSealed({ pool, files, sealing }, caller, upload, start)).id;
}
/** As if the bytes had been saved long ago by the machine's own clock. */
async function settle(): Promise<void> {
  const { rows } = await owner.query<{ hex: string }>(`select encode(sha256, 'hex') as hex from file`);
  for (const { hex } of rows) await utimes(join(folder, hex.slice(0, 2), hex.slice(2)), 0, 0);
}
const there = async (): Promise<string[]> => (await owner.query('select id from file')).rows.map(({ id }) => id);

test('what was uploaded for a matter that nobody raised is gone after a day with its bytes; what is attached, of a desk, or the same elsewhere stays', async () => {
  await owner.query(`insert into city (city, name) values (1, '莲城市'), (2, '桃城市')`);
  const desk = aCaller();
  await transact(pool, system, async (tx) => {
    await addUnits(tx, system, [{ id: desk.unit!, name: '莲城市水务局', kind: 'department' }], start);
    const person = { id: desk.account, login: 'lin', name: '林一帆', seat: null, password: 'never-typed' };
    await openPerson(tx, system, person, start);
    const seat = { id: desk.seat, account: desk.account, unit: desk.unit!, role: 'handler' as const, title: '经办人' };
    await openSeat(tx, system, seat, start);
  });
  const visitor = anOriginator();
  await keep(visitor, '甲');
  await keep(visitor, '乙');
  const attached = await keep(visitor, '丙');
  const drafted = await keep(desk, '丁');
  const elsewhere = await keep({ ...visitor, city: 2 }, '乙');
  await owner.query('set session_replication_role = replica');
  await owner.query('insert into attachment (city, file, matter) values (1, $1, $2)', [attached, uuidv7(start)]);
  // Sealed for a matter, and never attached; sealed for what takes its key and is no matter, as a decision is.
  const [waiting, taken] = [await keepSealedAt(desk, '己'), await keepSealedAt(desk, '庚')];
  await owner.query('update file set kept = null where id = $1', [taken]);
  await settle();

  await sweep(hours(23));
  expect(await there()).toHaveLength(7);
  await sweep(hours(25));
  expect(await there()).not.toContain(waiting);
  expect(new Set(await there())).toEqual(new Set([attached, drafted, elsewhere, taken]));
  // The bytes that another city has too are still there for it.
  for (const each of [1, 2]) expect((await verifyFiles({ pool, files }, each)).fault).toBeNull();
});

test('bytes that somebody saves again while they are taken away are there for them', async () => {
  const sha256 = await files.save(Buffer.from('戊'));
  await files.forget(sha256, async () => false);
  // Just saved: they may be about to be noted.
  expect(await read(sha256)).toBe('戊');
  await utimes(join(folder, sha256.toString('hex').slice(0, 2), sha256.toString('hex').slice(2)), 0, 0);
  let asked = 0;
  await files.forget(sha256, async () => {
    if (asked++ === 1) await files.save(Buffer.from('戊'));
    return false;
  });
  expect(await read(sha256)).toBe('戊');
  await expect(files.forget(Buffer.alloc(32), async () => false)).resolves.toBeUndefined();
});

async function read(sha256: Buffer): Promise<string> {
  let text = '';
  for await (const chunk of files.read(sha256)) text += String(chunk);
  return text;
}
