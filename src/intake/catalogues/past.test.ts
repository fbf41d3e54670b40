import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { aCaller } from '../../../test/support/callers.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { testHttp, type TestHttp } from '../../../test/support/http.ts';
import { addUnits, directorySubjects } from '../../directory/index.ts';
import { uuidv7, type Uuid } from '../../kernel/index.ts';
import { verifyLedger } from '../../ledger/index.ts';
import {
  act,
  catalogueRoutes,
  matterRoutes,
  matterSubject,
  mechanismSubject,
  publishMechanism,
} from '../../matters/index.ts';
import type { Matrix } from '../../matters/catalogues/matrix.contract.ts';
import type { MatterView } from '../../matters/contract.ts';
import { transact } from '../../platform/postgres/index.ts';
import { editionRoutes } from '../index.ts';
import type { Brought, EditionEntry, EditionLine } from './edition.contract.ts';

// A city that has kept its own ledger of a list brings it in: a line for each unit of an item, with how far it is.

const { pool, owner } = await testDatabase();
const NOW = new Date('2026-03-02T01:00:00Z');
const system = { city: 1, system: true } as const;
const units = ['市商务局', '市税务局', '东湖区人民政府'].map((name) => ({ id: uuidv7(NOW), name }));
const [trade, tax, lake] = units.map(({ id }) => id) as [Uuid, Uuid, Uuid];
const office = aCaller({ role: 'supervisor', unit: null });
const trader = aCaller({ role: 'handler', unit: trade });
const list = { mechanism: 'replication', catalogue: '市复制推广台账' };
const LEDGER = `序号,改革事项,责任单位,推进情况,完成情况,完成时间,佐证材料
1,企业开办一窗通办,商务局,已完成,窗口已开,2026-01-20,窗口照片
1,企业开办一窗通办,税务局,推进中,正在对接,,
1,企业开办一窗通办,东湖区,不适用,没有对应的窗口,,
2,出口退税无纸化,税务局,长期坚持,,,
`;
let app: TestHttp;

beforeAll(async () => {
  await owner.query(`insert into city (city, name) values (1, '莲城市')`);
  const file = (name: string) => readFileSync(join(import.meta.dirname, '../../../mechanisms', name), 'utf8');
  await transact(pool, system, async (tx) => {
    await addUnits(
      tx,
      system,
      units.map((unit) => ({ ...unit, kind: 'department' as const })),
      NOW,
    );
    for (const name of ['replication-part.yaml', 'replication.yaml'])
      await publishMechanism(tx, system, { source: file(name) }, NOW);
  });
  app = await testHttp(pool, [office, trader], {
    routes: [catalogueRoutes, editionRoutes, matterRoutes],
    now: () => NOW,
  });
});

const post = async <T>(path: string, payload: object | Buffer): Promise<T> =>
  (
    await app.ask(office, {
      method: 'POST',
      url: `/api/catalogues/editions/${path}`,
      payload,
      ...(Buffer.isBuffer(payload) ? { headers: { 'content-type': 'application/octet-stream' } } : {}),
    })
  ).json() as T;
const matrix = async (): Promise<Matrix> =>
  (
    await app.ask(office, { method: 'GET', url: `/api/catalogues/matrix?${new URLSearchParams(list).toString()}` })
  ).json();
const matter = async (id: Uuid): Promise<MatterView> =>
  (await app.ask(office, { method: 'GET', url: `/api/matters/${id}` })).json();

async function compared(csv: string | Buffer, catalogue = list.catalogue): Promise<EditionEntry[]> {
  const { lines } = await post<{ lines: EditionLine[] }>('read', Buffer.from(csv));
  const into = { ...list, catalogue, edition: '台账', units: [], lines };
  return (await post<{ entries: EditionEntry[] }>('compare', into)).entries;
}
async function bring(csv: string): Promise<Brought[]> {
  const done: Brought[] = [];
  for (const { state, item, text, area, wanted, due, units: among, carries } of await compared(csv)) {
    if (state === 'same' || state === 'fault') continue;
    const entry = {
      item,
      drop: state === 'dropped',
      text,
      area,
      wanted,
      due,
      units: among,
      carries,
      book: '台账 2026',
    };
    done.push(await post<Brought>('entries', { ...list, edition: '台账', id: uuidv7(NOW), ...entry }));
  }
  return done;
}
const cell = async (item: string, unit: Uuid) =>
  (await matrix()).items.find((one) => one.item === item)!.cells.find((one) => one.unit === unit)!;

test('each unit’s part comes to where the ledger has it, by acts of the office; what is unclear stays given', async () => {
  const entries = await compared(LEDGER);
  expect(entries.map(({ item, carries }) => [item, carries.map(({ stands }) => stands)])).toEqual([
    ['1', ['done', 'going', 'none']],
    ['2', []],
  ]);
  expect(entries[1]!.issues.map(({ detail }) => detail).join()).toContain('长期坚持');
  expect((await bring(LEDGER)).map(({ registered, divided, carried }) => [registered, divided, carried])).toEqual([
    [true, 3, 3],
    [true, 1, 0],
  ]);
  expect((await cell('1', trade)).standing, 'reported as done, not struck off').toBe('answered');
  expect((await cell('1', tax)).standing).toBe('working');
  expect((await cell('1', lake)).standing).toBe('claimed');
  expect((await cell('2', tax)).standing).toBe('given');
  const { carried, story, waiver } = await matter((await cell('1', trade)).id);
  expect(carried).toEqual({
    stands: 'done',
    book: '台账 2026',
    text: '窗口已开',
    doneOn: '2026-01-20',
    evidence: '窗口照片',
  });
  expect(waiver).toBeNull();
  expect(story.at(-1)).toMatchObject({ kind: 'carry', unit: null });
  expect((await matter((await cell('1', lake)).id)).waiver).toEqual({ reason: '没有对应的窗口', granted: null });
});

test('the same ledger again does nothing, and a later one only what is new', async () => {
  expect((await compared(LEDGER)).map(({ state }) => state)).toEqual(['same', 'same']);
  const later = LEDGER.replace('推进中,正在对接,,', '已完成,系统已通,2026-02-27,');
  expect((await bring(later)).map(({ revised, divided, carried }) => [revised, divided, carried])).toEqual([[0, 0, 1]]);
  expect((await cell('1', tax)).standing).toBe('answered');
  // What was read before and is sent once more.
  const again = { unit: tax, stands: 'done', text: '系统已通', doneOn: '2026-02-27', evidence: null };
  const entry = { item: '1', drop: false, text: '企业开办一窗通办', area: null, wanted: null, due: null, units: [tax] };
  const sent = await post<Brought>('entries', {
    ...list,
    edition: '台账',
    id: uuidv7(NOW),
    ...entry,
    carries: [again],
  });
  expect(sent).toMatchObject({ registered: false, divided: 0, carried: 0 });
});

test('it is struck off against evidence, which somebody attaches first', async () => {
  const { id } = await cell('1', trade);
  const close = () =>
    act(pool, office, id, { id: uuidv7(NOW), kind: 'close', given: {} }, NOW).then(
      () => 'done',
      (error: { problem?: { code: string } }) => error.problem?.code,
    );
  expect(await close()).toBe('matter.carried-without-evidence');
  await act(pool, office, id, { id: uuidv7(NOW), kind: 'return', given: { reason: '请补照片' } }, NOW);
  expect((await cell('1', trade)).standing).toBe('working');
  expect((await matter(id)).carried, 'what is asked again is the unit’s own to answer').toBeNull();
  const [entry] = await compared(LEDGER);
  expect(entry!.carries).toEqual([]);
  expect(entry!.issues.map(({ detail }) => detail).join()).toContain('已经在系统里办理');
  expect(
    await transact(pool, system, (tx) => verifyLedger(tx, 1, [matterSubject, mechanismSubject, ...directorySubjects])),
  ).toMatchObject({ fault: null });
});

test('the sample to download is read back as what it shows', async () => {
  const file = await app.ask(office, { method: 'GET', url: '/api/catalogues/editions/template?of=sample' });
  const entries = await compared(file.rawPayload, '另一张清单');
  expect(entries.map(({ state, units: among, issues }) => [state, among.length, issues])).toEqual([
    ['new', 3, []],
    ['new', 2, []],
  ]);
  expect(entries[0]!.carries.map(({ stands }) => stands)).toEqual(['done', 'going', 'none']);
});

test('a unit that the next edition does not name is told, and ended where the office says so, with why', async () => {
  const catalogue = '第三张清单';
  const read = (names: string, edition: string) =>
    compared(`序号,改革事项,责任单位\n1,一口受理,${names}\n`, catalogue).then(([entry]) => ({ ...entry!, edition }));
  const put = async ({ edition, ...entry }: EditionEntry & { edition: string }, more: object = {}) => {
    const { item, text, area, wanted, due, units: among } = entry;
    const body = { mechanism: list.mechanism, catalogue, edition, item, drop: false, text, area, wanted, due };
    return post<Brought>('entries', { ...body, id: uuidv7(NOW), units: among, ...more });
  };
  await put(await read('商务局、税务局、东湖区', '第一批'));
  const next = await read('商务局', '第二批');
  expect([next.state, next.leaving.toSorted()]).toEqual(['same', [tax, lake].toSorted()]);
  expect(
    (await read('商务局、海关', '第二批')).leaving,
    'who is named no more is not known where a name is not',
  ).toEqual([]);
  const ends = { units: [lake], note: '第二批不再分给本单位' };
  expect(await put(next, { ends })).toMatchObject({ ended: 1, divided: 0 });
  expect(await put(next, { ends }), 'once').toMatchObject({ ended: 0 });
  expect((await read('商务局', '第二批')).leaving).toEqual([tax]);
});
