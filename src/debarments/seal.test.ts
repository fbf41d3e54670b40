import { mkdtemp, readdir, rm, utimes } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aCaller } from '../../test/support/callers.ts';
import { testDatabase } from '../../test/support/database.ts';
import { CODE, COURSE, DOCUMENT, FIRM } from '../../test/support/debarments.ts';
import { directorySubjects, printOf, sealFor } from '../directory/index.ts';
import { canonicalJson, uuidv7, type Uuid } from '../kernel/index.ts';
import { beginChange, record, verifyLedger } from '../ledger/index.ts';
import { diskFiles, keepFile, openedBytes, verifyFiles } from '../platform/files/index.ts';
import { asSystem, transact } from '../platform/postgres/index.ts';
import { printOfCode } from './debarment.acts.ts';
import { debarmentNoun } from './debarment.store.ts';
import { debarmentSubject, decisionFileKey, sealDecisions } from './index.ts';
import { lookAt } from './look.acts.ts';

const { pool, owner } = await testDatabase();
const city = 1;
const NOW = new Date('2026-03-16T02:00:00Z');
const system = { city, system: true } as const;
const folder = await mkdtemp(join(tmpdir(), 'huiyin-decisions-'));
afterAll(() => rm(folder, { recursive: true }));
const files = diskFiles(folder);
const office = aCaller({ role: 'supervisor', unit: null, name: '沈知远' });
const handler = aCaller();
let entry: Uuid;
let clear: Uuid;

beforeAll(async () => {
  await owner.query(`insert into city (city, name) values ($1, '莲城市')`, [city]);
  ({ id: clear } = await keepFile(
    { pool, files },
    office,
    { name: '远舟决定书.pdf', bytes: Buffer.from(DOCUMENT) },
    NOW,
  ));
  entry = await oldEntry(clear);
});

/** An entry as it was made before documents were sealed. */
async function oldEntry(file: Uuid): Promise<Uuid> {
  const id = uuidv7(NOW);
  await transact(pool, office, (tx) =>
    asSystem(tx, async () => {
      const told = {
        name: FIRM,
        code: CODE,
        grounds: '行贿',
        decision: { number: '1', body: '监委' },
        said: null,
      };
      const words = canonicalJson(told);
      const given = {
        kind: 'enterprise',
        file,
        ...COURSE,
        who: await printOfCode(tx, city, 'enterprise', CODE),
        account: office.account,
        sealed: await sealFor(tx, id, id, words),
        print: (await printOf(tx, id, words))!.toString('hex'),
      };
      const change = { entry: id, id, kind: 'propose-debarment', given };
      await beginChange(tx, office, change);
      await record(tx, office, debarmentNoun, [change], NOW);
    }),
  );
  return id;
}

const later = new Date('2026-03-20T02:00:00Z');
async function night(): Promise<void> {
  for (const path of await readdir(folder, { recursive: true }))
    if (path.includes('/')) await utimes(join(folder, path), 0, 0);
  await sealDecisions(files).handle(city, {}, { pool, now: () => later });
}
const onDisk = async () =>
  (await readdir(folder, { recursive: true }))
    .filter((path) => path.includes('/'))
    .map((path) => readFileSync(join(folder, path), 'latin1'));
const rowsOf = async () =>
  (await owner.query<{ id: Uuid; name: string }>('select id, name from file order by id')).rows;
const subjects = [debarmentSubject, ...directorySubjects];
const sound = async () => [
  (await transact(pool, system, (tx) => verifyLedger(tx, city, subjects))).fault,
  (await verifyFiles({ pool, files }, city)).fault,
];

test('a decision that lay in the clear is sealed once: neither bytes nor name are left, and the ledger holds', async () => {
  const before = (
    await owner.query<{ body: string; hash: Buffer }>('select body, hash from act where stream = $1', [entry])
  ).rows;
  await night();
  const [row, ...others] = await rowsOf();
  expect([row!.name, others]).toEqual(['〔密文附件〕', []]);
  expect((await onDisk()).join('')).not.toContain('PDF');
  const acts = (
    await owner.query<{ kind: string; seat: string | null; body: string; hash: Buffer }>(
      'select kind, seat, body, hash from act where stream = $1 order by seq',
      [entry],
    )
  ).rows;
  expect(acts.map(({ kind, seat }) => [kind, seat])).toEqual([
    ['propose-debarment', office.seat],
    ['seal-document-debarment', null],
  ]);
  expect(acts[0], 'what was done before stands as it was').toMatchObject(before[0]!);
  expect(await sound()).toEqual([null, null]);
  await night();
  expect([await rowsOf(), (await owner.query('select id from act where stream = $1', [entry])).rowCount]).toEqual([
    [row],
    2,
  ]);
});

test('who may read the entry opens it as before, for a purpose; nobody else does, not whoever sent it', async () => {
  const [row] = await rowsOf();
  const key = (who: typeof office) => transact(pool, who, (tx) => decisionFileKey(tx, who, row!.id, later));
  await expect(key(office)).rejects.toMatchObject({ problem: { code: 'debarments.look-first' } });
  const look = { id: uuidv7(later), purpose: '核对决定书', way: 'look' } as const;
  const shown = await transact(pool, office, (tx) => lookAt(tx, office, entry, look, later));
  expect(shown).toMatchObject({
    told: { code: CODE },
    // Nobody noted services then: the days from the decision are the earliest.
    row: {
      service: { asked: false, decision: null },
      contest: [{ by: 'review', last: '2026-05-11', atLeast: true }, {}, {}],
    },
    file: { id: row!.id, name: '远舟决定书.pdf', size: Buffer.byteLength(DOCUMENT) },
  });
  expect(
    shown.steps.map(({ kind }) => kind),
    'the program’s doing is no step',
  ).toEqual(['propose']);
  const { rows } = await owner.query<{ sha256: Buffer }>('select sha256 from file where id = $1', [row!.id]);
  const opened = openedBytes((await key(office))!, row!.id, Readable.from(files.read(rows[0]!.sha256)));
  expect(await text(opened)).toBe(DOCUMENT);
  expect(await key(handler)).toBeUndefined();
});

test('bytes that are not what they were are left alone, for verify to tell of', async () => {
  const { id } = await keepFile(
    { pool, files },
    office,
    { name: '另一份.pdf', bytes: Buffer.from('%PDF-1.7\n另一份') },
    NOW,
  );
  await oldEntry(id);
  await owner.query(`update file set sha256 = decode(repeat('0f', 32), 'hex') where id = $1`, [id]);
  await night();
  expect((await rowsOf()).map(({ name }) => name)).toContain('另一份.pdf');
  expect((await sound())[1]).toMatchObject({ code: 'files.verify-missing' });
});
