import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { subjects } from '../../src/app/subjects.ts';
import { jobs, mayReadFile, routes } from '../../src/app/wiring.ts';
import type { ImportReceipt, ImportRow, ImportRows, ImportView } from '../../src/intake/sheets/contract.ts';
import { uuidv7, type Uuid } from '../../src/kernel/index.ts';
import { verifyLedger } from '../../src/ledger/index.ts';
import type { MatterPage } from '../../src/matters/lists/list.contract.ts';
import type { MatterView } from '../../src/matters/contract.ts';
import type { Caller } from '../../src/platform/identity/contract.ts';
import { transact } from '../../src/platform/postgres/index.ts';
import { aCaller } from '../support/callers.ts';
import { aCity } from '../support/city.ts';
import { testDatabase } from '../support/database.ts';
import { testHttp, type TestHttp } from '../support/http.ts';
import { seated } from '../support/seats.ts';

const { pool, owner } = await testDatabase();
const MONDAY = new Date('2026-03-16T02:00:00Z');
let clock = MONDAY;
const office = aCaller({ role: 'supervisor', unit: null, name: '沈知远', title: '督查专员' });
const colleague = aCaller({ role: 'supervisor', unit: null, name: '白露' });
let fagai: Uuid;
let chengguan: Uuid;
let desk: Caller;
let web: TestHttp;

beforeAll(async () => {
  [fagai, chengguan] = (await aCity(pool, 1, ['莲城市发展和改革委员会', '莲城市城市管理局'], clock)) as [Uuid, Uuid];
  desk = aCaller({ role: 'handler', unit: fagai });
  web = await testHttp(pool, [office, colleague, desk], { routes, mayReadFile, now: () => clock });
  await seated(pool, [office, colleague, desk], new Date('2026-01-01T00:00:00Z'));
});

const ask = async <T>(
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  url: string,
  payload?: object,
  who = office,
): Promise<T> => {
  const answer = await web.ask(who, { method, url, ...(payload ? { payload } : {}) });
  expect(answer.statusCode, answer.body).toBeLessThan(300);
  return answer.statusCode === 204 ? (undefined as T) : answer.json();
};
const refused = async (
  method: 'GET' | 'POST' | 'PUT',
  url: string,
  payload?: object,
  who = office,
): Promise<string> => {
  const answer = await web.ask(who, { method, url, ...(payload ? { payload } : {}) });
  expect(answer.statusCode).toBeGreaterThanOrEqual(400);
  return answer.json<{ code: string }>().code;
};
async function upload(text: string | Buffer, who = office): Promise<ImportReceipt> {
  const headers = { 'content-type': 'application/octet-stream' };
  const url = `/api/imports?name=${encodeURIComponent('清单.csv')}`;
  const answer = await web.ask(who, { method: 'POST', url, headers, payload: Buffer.from(text) });
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json();
}
const rowsOf = async (id: Uuid, filter = ''): Promise<ImportRow[]> =>
  (await ask<ImportRows>('GET', `/api/imports/${id}/rows${filter}`)).rows;
const viewOf = (id: Uuid): Promise<ImportView> => ask('GET', `/api/imports/${id}`);
const work = (name: string, transfer: Uuid) =>
  jobs.find((job) => job.name === name)!.handle(1, { transfer }, { pool, now: () => clock });
async function imported(id: Uuid): Promise<ImportView> {
  const { chosen } = await viewOf(id);
  await ask('POST', `/api/imports/${id}/begin`, { mechanism: 'weekly-assignment', chosen });
  await work('intake.import', id);
  return viewOf(id);
}
const HEAD = '事项,牵头单位,配合单位,到期日,不公开\n';
const matters = async (): Promise<number> => Number((await owner.query('select count(*) as n from matter')).rows[0].n);

describe('a table becomes matters', () => {
  test('row by row it is said what it will do; what is chosen is registered and assigned, as acts that verify', async () => {
    const { id } = await upload(
      `重点任务清单\n${HEAD}整修干渠九条,市发改委,市城管局,2026-03-20,\n清理小广告,市城管局,,年底前,是\n,市发改委,,,\n`,
    );
    const view = await viewOf(id);
    expect(view).toMatchObject({
      counts: { ready: 1, doubt: 1, fault: 1 },
      chosen: 2,
      mapping: { text: 0, lead: 1, co: 2 },
    });
    const rows = await rowsOf(id);
    expect(rows.map(({ n, state, chosen }) => [n, state, chosen])).toEqual([
      [3, 'ready', true],
      [4, 'doubt', true],
      [5, 'fault', false],
    ]);
    expect(rows[1]!.issues[0]!.detail).toBe('“年底前”按 2026年12月31日 计，请核对。');
    expect(await imported(id)).toMatchObject({
      transfer: { status: 'done', done: 2, total: 2 },
      counts: { imported: 2, fault: 1 },
    });
    const [first, second] = await rowsOf(id, '?state=imported');
    const matter = await ask<MatterView>('GET', `/api/matters/${first!.matter!}`);
    expect(matter.row).toMatchObject({
      text: '整修干渠九条',
      lead: fagai,
      co: [chengguan],
      due: '2026-03-20',
      phase: 'assigned',
    });
    expect((await ask<MatterView>('GET', `/api/matters/${second!.matter!}`)).row.confidential).toBe(true);
    const verified = await transact(pool, { city: 1, system: true }, (tx) => verifyLedger(tx, 1, subjects));
    expect(verified.fault).toBeNull();
  });

  test('the very same file is recognised, and gives nothing twice', async () => {
    const file = `${HEAD}修一座桥,市发改委,,,\n`;
    const { id } = await upload(file);
    await imported(id);
    const before = await matters();
    expect(await upload(file)).toEqual({ id, known: true });
    await ask('POST', `/api/imports/${id}/begin`, { mechanism: 'weekly-assignment', chosen: 1 });
    await work('intake.import', id);
    expect(await matters()).toBe(before);
  });

  test('what the ledger has already, or the file twice, is said and left out unless it is chosen', async () => {
    const { id } = await upload(`${HEAD}修一座桥,市城管局,,,\n修两座桥,市城管局,,,\n修 两座桥,市城管局,,,\n`);
    const rows = await rowsOf(id);
    expect(rows.map(({ state, chosen }) => [state, chosen])).toEqual([
      ['doubt', false],
      ['ready', true],
      ['doubt', false],
    ]);
    expect(rows[0]!.issues[0]).toMatchObject({
      detail: expect.stringContaining('台账中已有相同事项'),
      matter: expect.any(String),
    });
    expect(rows[2]!.issues[0]!.detail).toContain('第 3 行');
    await ask('PUT', `/api/imports/${id}/rows/2`, { chosen: true });
    expect((await viewOf(id)).chosen).toBe(2);
    await ask('POST', `/api/imports/${id}/choose`, { rows: 'ready' });
    expect((await viewOf(id)).chosen).toBe(1);
  });
});

describe('what is wrong is put right in its place', () => {
  test('a unit’s name is said once for all its rows; none is ever made up', async () => {
    const { id } = await upload(`${HEAD}甲事一件,市城市管理执法局,,,\n乙事一件,市城市管理执法局,,,\n`);
    const [row] = await rowsOf(id, '?state=fault');
    expect(row!.plan.lead).toBeNull();
    expect(row!.issues[0]!.offers[0]).toBe(chengguan);
    const view = await ask<ImportView>('POST', `/api/imports/${id}/units`, {
      printed: '市城市管理执法局',
      unit: chengguan,
    });
    expect(view.counts).toMatchObject({ ready: 2, fault: 0 });
  });

  test('a row is put right, and what was put right can be taken back', async () => {
    const { id } = await upload(`${HEAD},市发改委,,2020-01-01,\n`);
    const fix = { text: '补写的事项', due: '2026-04-01' };
    expect(await ask('PUT', `/api/imports/${id}/rows/2`, { fix })).toMatchObject({
      state: 'ready',
      chosen: true,
      plan: fix,
      fixed: ['text', 'due'],
    });
    expect(await ask('PUT', `/api/imports/${id}/rows/2`, { fix: null })).toMatchObject({
      state: 'fault',
      chosen: false,
      fixed: [],
    });
  });

  test('columns are corrected, and remembered for the next file with these heads', async () => {
    const table = (text: string) => `甲列,乙列\n市发改委,${text}\n`;
    const { id } = await upload(table('种树一百棵'));
    expect(await viewOf(id)).toMatchObject({ counts: { fault: 1 }, remembered: false });
    const { mapping } = await viewOf(id);
    await ask('PUT', `/api/imports/${id}/mapping`, { mapping: { ...mapping, lead: 0, text: 1 } });
    expect((await viewOf(id)).counts.ready).toBe(1);
    const next = await upload(table('种树二百棵'));
    expect(await viewOf(next.id)).toMatchObject({ counts: { ready: 1 }, remembered: true });
    expect(await refused('PUT', `/api/imports/${id}/mapping`, { mapping: { ...mapping, text: 7 } })).toBe(
      'sheet.no-such-column',
    );
  });
});

describe('an import is broken off, and gone on with', () => {
  test('of one whose process died only what is left is done, and nothing twice', async () => {
    const { id } = await upload(`${HEAD}断点一,市发改委,,,\n断点二,市发改委,,,\n断点三,市发改委,,,\n`);
    await ask('POST', `/api/imports/${id}/begin`, { mechanism: 'weekly-assignment', chosen: 3 });
    const [row] = await rowsOf(id);
    const first = {
      id: (await owner.query('select act from sheet_row where import = $1 and n = $2', [id, row!.n])).rows[0].act,
    };
    await owner.query(`update transfer set status = 'running', done = 1 where id = $1`, [id]);
    await ask('POST', '/api/matters', {
      ...first,
      mechanism: 'weekly-assignment',
      given: { text: '断点一' },
      assign: { lead: fagai, co: [] },
    });
    await owner.query(`update sheet_row set state = 'imported', matter = act where import = $1 and n = $2`, [
      id,
      row!.n,
    ]);
    const before = await matters();
    await work('intake.import', id);
    expect(await viewOf(id)).toMatchObject({ transfer: { status: 'done', done: 3 }, counts: { imported: 3 } });
    expect(await matters()).toBe(before + 2);
  });

  test('a cancelled one keeps what it did, and is taken up again for the rest', async () => {
    const { id } = await upload(`${HEAD}停一,市发改委,,,\n停二,市发改委,,,\n`);
    await ask('POST', `/api/imports/${id}/begin`, { mechanism: 'weekly-assignment', chosen: 2 });
    await ask('POST', `/api/transfers/${id}/cancel`);
    await work('intake.import', id);
    expect((await viewOf(id)).counts.imported).toBe(0);
    await ask('POST', `/api/imports/${id}/review`);
    expect(await imported(id)).toMatchObject({ transfer: { status: 'done' }, counts: { imported: 2 } });
  });

  test('a row that the engine will not have says why, and the others go on', async () => {
    const { id } = await upload(`${HEAD}可以一,市发改委,,,\n不行二,市城管局,,,\n`);
    await ask('POST', `/api/imports/${id}/begin`, { mechanism: 'weekly-assignment', chosen: 2 });
    await owner.query('update unit set retired_at = $2 where id = $1', [chengguan, clock]);
    await work('intake.import', id);
    await owner.query('update unit set retired_at = null where id = $1', [chengguan]);
    const [row] = await rowsOf(id, '?state=refused');
    expect(row!.issues[0]!.detail).toContain('莲城市城市管理局');
    await ask('POST', `/api/imports/${id}/review`);
    expect(await imported(id)).toMatchObject({ counts: { imported: 2, refused: 0 } });
  });

  test('what was looked at is what is imported: other rows are refused', async () => {
    const { id } = await upload(`${HEAD}看过一,市发改委,,,\n`);
    expect(await refused('POST', `/api/imports/${id}/begin`, { mechanism: 'weekly-assignment', chosen: 2 })).toBe(
      'sheet.other-rows',
    );
  });
});

describe('beginning an import', () => {
  const waiting = async (id: Uuid): Promise<number> =>
    (await owner.query('select from graphile_worker._private_jobs where payload::text like $1', [`%${id}%`])).rowCount!;

  test('has its rows stand in the ledger in their order and by that day, not by the day of the preview', async () => {
    const order = Array.from({ length: 30 }, (_, n) => `次序第${n + 1}条`);
    const { id } = await upload(HEAD + order.map((text) => `${text},市发改委,,,\n`).join(''));
    clock = new Date(MONDAY.getTime() + 60_000);
    const between = {
      id: uuidv7(clock),
      mechanism: 'weekly-assignment',
      given: { text: '次序之间登记' },
      assign: null,
    };
    await ask('POST', '/api/matters', between);
    clock = new Date(MONDAY.getTime() + 120_000);
    await imported(id);
    clock = MONDAY;
    const { rows } = await ask<MatterPage>('GET', `/api/matters?scope=all&sort=newest&q=${encodeURIComponent('次序')}`);
    expect(rows.map(({ text }) => text)).toEqual([...order.toReversed(), between.given.text]);
  });

  test('asked for twice it is one job; asked for otherwise it is refused in words, and goes on as it was begun', async () => {
    const { id } = await upload(`${HEAD}重发一,市发改委,,,\n重发二,市发改委,,,\n`);
    const request = { mechanism: 'weekly-assignment', chosen: 2 };
    await ask('POST', `/api/imports/${id}/begin`, request);
    const again = await ask<ImportView>('POST', `/api/imports/${id}/begin`, request);
    expect(again.transfer).toMatchObject({ status: 'waiting', total: 2 });
    expect(await waiting(id)).toBe(1);
    const url = `/api/imports/${id}/begin`;
    for (const payload of [
      { ...request, mechanism: 'enterprise-appeal' },
      { ...request, chosen: 1 },
    ]) {
      const answer = await web.ask(office, { method: 'POST', url, payload });
      expect(answer.statusCode).toBe(409);
      expect(answer.json<{ detail: string }>().detail).toContain('已按另一种选择开始');
    }
    const before = await matters();
    await work('intake.import', id);
    expect(await matters()).toBe(before + 2);
    expect((await ask<ImportView>('POST', url, request)).transfer).toMatchObject({ status: 'done', done: 2 });
    expect(await refused('POST', url, { ...request, chosen: 1 })).toBe('sheet.begun');
  });
});

describe('whose it is', () => {
  test('nobody but its seat sees it; who may not register may not import', async () => {
    const { id } = await upload(`${HEAD}自己的,市发改委,,,\n`);
    for (const url of ['', '/rows'])
      expect(await refused('GET', `/api/imports/${id}${url}`, undefined, colleague)).toBe('transfer.not-found');
    const payload = Buffer.from('事项\n甲\n');
    const headers = { 'content-type': 'application/octet-stream' };
    const answer = await web.ask(desk, { method: 'POST', url: '/api/imports', headers, payload });
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([403, 'sheet.not-yours']);
  });

  test('taken away, its rows go with it', async () => {
    const { id } = await upload(`${HEAD}要删的,市发改委,,,\n`);
    await ask('DELETE', `/api/transfers/${id}`);
    expect((await owner.query('select from sheet_row where import = $1', [id])).rows).toEqual([]);
  });

  test('the template is read back as an empty table with every column known', async () => {
    for (const format of ['xlsx', 'csv']) {
      const answer = await web.ask(office, { method: 'GET', url: `/api/imports/template?format=${format}` });
      const headers = { 'content-type': 'application/octet-stream' };
      const back = await web.ask(office, { method: 'POST', url: '/api/imports', headers, payload: answer.rawPayload });
      expect(back.json<{ code: string }>().code).toBe('sheet.no-rows');
    }
  });
});

/** Texts as people write them, and as others attack: quotation marks, commas, lines, formulas. */
const words = fc.stringMatching(/^[=+\-@'"，,;；、\n\t 修渠A1<&_x]{1,12}$/u).map((text) => `${text.trim()}事`);

test.each(['xlsx', 'csv'] as const)('what is exported as %s comes back as it was', async (format) => {
  const given = fc.sample(
    fc.record({ text: words, confidential: fc.boolean(), due: fc.constantFrom('2026-04-01', '2027-01-29') }),
    { numRuns: 25, seed: 7 },
  );
  const before = await ask<MatterPage>('GET', '/api/matters?scope=all&sort=newest&limit=1');
  for (const { text, confidential, due } of given)
    await ask('POST', '/api/matters', {
      id: uuidv7(clock),
      mechanism: 'weekly-assignment',
      given: { text, confidential, area: '往返' + format },
      assign: { lead: fagai, co: [chengguan], due },
    });
  expect(before.rows.length).toBeLessThan(2);
  const id = uuidv7(clock);
  await ask('POST', '/api/exports', {
    id,
    format,
    list: { kind: 'ledger', query: { scope: 'all', area: '往返' + format } },
  });
  await work('matters.export', id);
  const file = await web.ask(office, { method: 'GET', url: `/api/transfers/${id}/file` });
  const { id: back } = await upload(file.rawPayload);
  const rows = await rowsOf(back);
  const key = (row: { text: string; confidential: boolean; due: string | null }) =>
    JSON.stringify([row.text.replaceAll(/\r\n?/gu, '\n'), row.confidential, row.due]);
  expect(rows.map(({ plan }) => key(plan)).toSorted()).toEqual(given.map(key).toSorted());
  for (const { plan, issues } of rows) {
    expect(plan).toMatchObject({ lead: fagai, co: [chengguan], area: '往返' + format });
    expect(issues.map(({ level }) => level)).toEqual(['doubt']);
  }
});
