import { beforeAll, describe, expect, test } from 'vitest';
import { jobs, mayReadFile, routes } from '../../src/app/wiring.ts';
import { uuidv7, type Uuid } from '../../src/kernel/index.ts';
import type { MatterRow } from '../../src/matters/contract.ts';
import type { ExportList } from '../../src/matters/lists/list.contract.ts';
import type { Caller } from '../../src/platform/identity/contract.ts';
import { sweepTransfers } from '../../src/platform/transfers/index.ts';
import type { Transfer } from '../../src/platform/transfers/contract.ts';
import { aCaller } from '../support/callers.ts';
import { aCity } from '../support/city.ts';
import { testDatabase } from '../support/database.ts';
import { testHttp, type TestHttp } from '../support/http.ts';
import { seated } from '../support/seats.ts';

const { pool, owner } = await testDatabase();
let clock = new Date('2026-03-16T02:00:00Z');
const office = aCaller({ role: 'supervisor', unit: null, name: '沈知远', title: '督查专员' });
let fagai: Uuid;
let chengguan: Uuid;
let desk: Caller;
let other: Caller;
let web: TestHttp;
const SECRET = '核实某企业欠税线索';

beforeAll(async () => {
  [fagai, chengguan] = (await aCity(pool, 1, ['莲城市发展和改革委员会', '莲城市城市管理局'], clock)) as [Uuid, Uuid];
  desk = aCaller({ role: 'handler', unit: fagai, name: '林一帆' });
  other = aCaller({ role: 'handler', unit: chengguan, name: '周文博' });
  web = await testHttp(pool, [office, desk, other], { routes, mayReadFile, now: () => clock });
  await seated(pool, [office, desk, other], new Date('2026-01-01T00:00:00Z'));
  await register(
    { text: '=HYPERLINK("http://x")的链接要清理', area: '城市管理' },
    { lead: chengguan, co: [fagai], due: '2026-03-20' },
  );
  await register({ text: '整修干渠九条' }, { lead: fagai, co: [], due: '2026-03-18' });
  await register({ text: SECRET, confidential: true }, { lead: chengguan, co: [], due: '2026-03-19' });
});

async function register(given: object, assign: object): Promise<void> {
  const payload = { id: uuidv7(clock), mechanism: 'weekly-assignment', given, assign };
  expect((await web.ask(office, { method: 'POST', url: '/api/matters', payload })).statusCode).toBe(200);
}
const ask = (who: Caller, method: 'GET' | 'POST' | 'DELETE', url: string, payload?: object, headers = {}) =>
  web.ask(who, { method, url, headers, ...(payload ? { payload } : {}) });
const begin = async (
  who: Caller,
  list: ExportList,
  format = 'csv',
  headers = {},
  id = uuidv7(clock),
): Promise<Transfer> => {
  const answer = await ask(who, 'POST', '/api/exports', { id, format, list }, headers);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json();
};
const LEDGER: ExportList = { kind: 'ledger', query: { scope: 'all' } };
const work = (transfer: Uuid) =>
  jobs.find(({ name }) => name === 'matters.export')!.handle(1, { transfer }, { pool, now: () => clock });
const stateOf = async (who: Caller, id: Uuid): Promise<Transfer> =>
  (await ask(who, 'GET', `/api/transfers/${id}`)).json();
async function exported(who: Caller, list: ExportList, format = 'csv', headers = {}): Promise<Buffer> {
  const { id } = await begin(who, list, format, headers);
  await work(id);
  const done = await stateOf(who, id);
  expect(done).toMatchObject({ status: 'done', problem: null });
  const file = await ask(who, 'GET', `/api/transfers/${id}/file`);
  expect(file.statusCode).toBe(200);
  expect(file.rawPayload.length).toBe(done.file!.size);
  await ask(who, 'DELETE', `/api/transfers/${id}`);
  return file.rawPayload;
}
const linesOf = (file: Buffer): string[] => file.toString('utf8').trimEnd().split('\r\n');

describe('what stands in an export', () => {
  test('the office has every matter, with its units, their stances, its deadline and how that looks', async () => {
    const [about, head, ...rows] = linesOf(await exported(office, LEDGER));
    expect(about).toBe('\uFEFF台账（条件：未销号、范围：全市），截至北京时间 2026-03-16 10:00，督查专员 沈知远 导出');
    expect(head).toContain('编号,事项,领域,类别,交办会,牵头单位,配合单位,到期日,销号日,阶段,时限');
    expect(rows).toHaveLength(3);
    expect(rows[0]).toContain('整修干渠九条,,,,莲城市发展和改革委员会,,2026-03-18,,已交办,');
    expect(rows[2]).toContain('莲城市城市管理局：待签收、莲城市发展和改革委员会：待签收');
    expect(rows[2]).toContain(`"'=HYPERLINK(""http://x"")的链接要清理"`);
  });

  test('a unit has what it may see and nothing more, whatever it asks for', async () => {
    const file = (await exported(desk, LEDGER)).toString();
    expect(file).toContain('整修干渠九条');
    expect(file).not.toContain(SECRET);
  });

  test('it speaks the language of whoever asked', async () => {
    const [about, head, row] = linesOf(await exported(office, LEDGER, 'csv', { 'accept-language': 'en' }));
    expect(about).toContain(
      'Ledger (filters: not struck off; Scope: the whole city), as of 2026-03-16 10:00 Beijing time',
    );
    expect(head).toContain('Lead unit');
    expect(row).toContain('Assigned');
  });

  test('the workbench says what is to be done, and only by the filter that was chosen', async () => {
    const rows = linesOf(await exported(desk, { kind: 'workbench' })).slice(2);
    expect(rows.map((row) => row.split(',')[0])).toEqual(['签收', '签收']);
    expect(linesOf(await exported(desk, { kind: 'workbench', filter: 'overdue' })).slice(2)).toEqual([]);
  });

  test('of matters named one by one those that may be read; of the others it is said how many, which, and why', async () => {
    const { rows } = (await ask(office, 'GET', '/api/matters')).json<{ rows: MatterRow[] }>();
    const secret = rows.find(({ text }) => text === SECRET)!;
    const chosen: ExportList = { kind: 'chosen', title: '办结数', ids: rows.map(({ id }) => id) };
    const [about, , ...lines] = linesOf(await exported(desk, chosen));
    expect(about).toContain('办结数（条件：逐项选定，共 2 项、另有 1 项未导出：当前岗位看不到');
    expect(lines).toHaveLength(2);
    const numbered = { ...chosen, numbers: rows.map(({ number }) => number) };
    expect(linesOf(await exported(desk, numbered))[0]).toContain(`另有 1 项未导出（${secret.number}）：当前岗位看不到`);
    expect(linesOf(await exported(office, numbered))[0]).toContain('逐项选定，共 3 项）');
  });

  test('of matters of which none may be read any more there is no file, but the reason with their numbers', async () => {
    const { rows } = (await ask(office, 'GET', '/api/matters')).json<{ rows: MatterRow[] }>();
    const { id: matter, number } = rows.find(({ text }) => text === SECRET)!;
    const { id } = await begin(desk, { kind: 'chosen', title: '选定的', ids: [matter], numbers: [number] });
    await work(id);
    expect(await stateOf(desk, id)).toMatchObject({
      status: 'failed',
      file: null,
      problem: expect.stringContaining(`选定的 1 项都没有导出（${number}）：当前岗位看不到`),
    });
    await ask(desk, 'DELETE', `/api/transfers/${id}`);
  });

  test('XLSX has the same rows, and a first sheet that says what it is', async () => {
    const file = await exported(office, LEDGER, 'xlsx');
    expect(file.subarray(0, 4).toString('hex')).toBe('504b0304');
    expect(file.includes('xl/worksheets/sheet2.xml')).toBe(true);
  });
});

describe('an export is its seat’s own', () => {
  test('nobody else sees it or gets its file', async () => {
    const { id } = await begin(office, LEDGER);
    await work(id);
    for (const url of [`/api/transfers/${id}`, `/api/transfers/${id}/file`])
      expect((await ask(desk, 'GET', url)).statusCode).toBe(404);
    expect((await ask(desk, 'GET', '/api/transfers')).json()).toEqual({ rows: [] });
    expect((await ask(desk, 'POST', `/api/transfers/${id}/cancel`)).statusCode).toBe(404);
    await ask(desk, 'DELETE', `/api/transfers/${id}`);
    expect((await stateOf(office, id)).status).toBe('done');
    await ask(office, 'DELETE', `/api/transfers/${id}`);
  });

  test('the same id twice is one export; another seat’s id is refused', async () => {
    const id = uuidv7(clock);
    const first = await begin(office, LEDGER, 'csv', {}, id);
    expect(await begin(office, LEDGER, 'csv', {}, id)).toEqual(first);
    const taken = await ask(desk, 'POST', '/api/exports', { id, format: 'csv', list: LEDGER });
    expect([taken.statusCode, taken.json<{ code: string }>().code]).toEqual([409, 'transfer.id-taken']);
    await ask(office, 'POST', `/api/transfers/${id}/cancel`);
  });

  test('a fourth at once must wait', async () => {
    const begun = [await begin(desk, LEDGER), await begin(desk, LEDGER), await begin(desk, LEDGER)];
    const fourth = await ask(desk, 'POST', '/api/exports', { id: uuidv7(clock), format: 'csv', list: LEDGER });
    expect(fourth.statusCode).toBe(429);
    for (const { id } of begun) await ask(desk, 'POST', `/api/transfers/${id}/cancel`);
  });

  test('a seat that was left before the file was written gets none, and is told', async () => {
    const { id } = await begin(other, LEDGER);
    await owner.query('update seat set until_at = $2 where id = $1', [other.seat, clock]);
    await work(id);
    expect(await stateOf(other, id)).toMatchObject({
      status: 'failed',
      file: null,
      problem: expect.stringContaining('已不在任'),
    });
  });
});

describe('an export ends', () => {
  test('cancelled before it began it is never written, and has no file', async () => {
    const { id } = await begin(office, LEDGER);
    await ask(office, 'POST', `/api/transfers/${id}/cancel`);
    await work(id);
    expect(await stateOf(office, id)).toMatchObject({ status: 'cancelled', file: null });
    expect((await ask(office, 'GET', `/api/transfers/${id}/file`)).statusCode).toBe(409);
  });

  test('one whose process died is written anew, and stands there once', async () => {
    const { id } = await begin(office, LEDGER);
    await owner.query(`update transfer set status = 'running' where id = $1`, [id]);
    await owner.query('insert into transfer_part values (1, $1, 0, $2)', [id, Buffer.from('half')]);
    await work(id);
    const file = await ask(office, 'GET', `/api/transfers/${id}/file`);
    expect(linesOf(file.rawPayload)).toHaveLength(5);
    await work(id);
    expect((await ask(office, 'GET', `/api/transfers/${id}/file`)).rawPayload).toEqual(file.rawPayload);
  });

  test('after a week it is cleaned away, file and all', async () => {
    const { id } = await begin(office, LEDGER);
    await work(id);
    const sweep = () => sweepTransfers.handle(1, {}, { pool, now: () => clock });
    clock = new Date(clock.getTime() + 6 * 86_400_000);
    await sweep();
    expect((await stateOf(office, id)).status).toBe('done');
    clock = new Date(clock.getTime() + 2 * 86_400_000);
    await sweep();
    expect((await ask(office, 'GET', `/api/transfers/${id}`)).statusCode).toBe(404);
    expect((await owner.query('select from transfer_part')).rows).toEqual([]);
  });

  test('a filter that is none is refused before anything begins', async () => {
    const list = { kind: 'ledger', query: { phase: 'gone' } };
    const answer = await ask(office, 'POST', '/api/exports', { id: uuidv7(clock), format: 'csv', list });
    expect(answer.statusCode).toBe(400);
    expect(web.faults).toEqual([]);
  });
});
