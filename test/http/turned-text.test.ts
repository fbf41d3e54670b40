import { beforeAll, expect, test } from 'vitest';
import { mayReadFile, routes } from '../../src/app/wiring.ts';
import type { DraftReceipt, DraftView } from '../../src/intake/contract.ts';
import type { ImportReceipt, ImportRows } from '../../src/intake/sheets/contract.ts';
import { uuidv7 } from '../../src/kernel/index.ts';
import type { MatterView } from '../../src/matters/contract.ts';
import { aCaller } from '../support/callers.ts';
import { aCity } from '../support/city.ts';
import { testDatabase } from '../support/database.ts';
import { testHttp, type TestHttp } from '../support/http.ts';
import { seated } from '../support/seats.ts';

const { pool } = await testDatabase();
const NOW = new Date('2026-03-16T02:00:00Z');
const office = aCaller({ role: 'supervisor', unit: null, name: '沈知远', title: '督查专员' });
/** Shows as 拨付100元 where it is kept as 拨付001元. */
const TURNED = '拨付\u202e元001\u202c给\u2066市教育局\u2069';
const STRAIGHT = '拨付元001给市教育局';
let web: TestHttp;

beforeAll(async () => {
  await aCity(pool, 1, ['莲城市教育局'], NOW);
  web = await testHttp(pool, [office], { routes, mayReadFile, now: () => NOW });
  await seated(pool, [office], NOW);
});

async function ask<T>(method: 'GET' | 'POST', url: string, payload?: object | Buffer): Promise<T> {
  const headers = Buffer.isBuffer(payload) ? { 'content-type': 'application/octet-stream' } : {};
  const answer = await web.ask(office, { method, url, headers, ...(payload ? { payload } : {}) });
  expect(answer.statusCode, answer.body).toBeLessThan(300);
  return answer.json<T>();
}

test('what turns the order of reading is taken out of a form, whatever it is about', async () => {
  const id = uuidv7(NOW);
  await ask('POST', '/api/matters', { id, mechanism: 'weekly-assignment', given: { text: TURNED } });
  const { row } = await ask<MatterView>('GET', `/api/matters/${id}`);
  expect(row.text).toBe(STRAIGHT);
});

test('and out of minutes that come as a file: their title, and what is read of them', async () => {
  const text = `一、\u202e${TURNED}。（责任单位：莲城市教育局）`;
  const { id } = await ask<DraftReceipt>('POST', '/api/minutes/file?name=%E2%80%AEa.txt', Buffer.from(text));
  const draft = await ask<DraftView>('GET', `/api/minutes/${id}`);
  expect(JSON.stringify(draft)).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/u);
  expect(draft.items[0]!.text).toContain(STRAIGHT);
  const { rows } = await ask<{ rows: { title: string }[] }>('GET', '/api/minutes');
  expect(rows.map(({ title }) => title)).toEqual(['a.txt']);
});

test('and out of the cells of a table', async () => {
  const table = Buffer.from(`事项,牵头单位\n${TURNED},莲城市教育局\n`);
  const { id } = await ask<ImportReceipt>('POST', '/api/imports?name=a.csv', table);
  const { rows } = await ask<ImportRows>('GET', `/api/imports/${id}/rows`);
  expect(rows[0]!.plan.text).toBe(STRAIGHT);
});
