import { beforeAll, expect, test } from 'vitest';
import { mayReadFile, routes } from '../../src/app/wiring.ts';
import { aCaller } from '../support/callers.ts';
import { aCity } from '../support/city.ts';
import { testDatabase } from '../support/database.ts';
import { testHttp, type TestHttp } from '../support/http.ts';
import { seated } from '../support/seats.ts';

const { pool } = await testDatabase();
const NOW = new Date('2026-03-16T02:00:00Z');
const office = aCaller({ role: 'supervisor', unit: null, name: '沈知远', title: '督查专员' });
let web: TestHttp;

beforeAll(async () => {
  await aCity(pool, 1, ['莲城市发展和改革委员会'], NOW);
  web = await testHttp(pool, [office], { routes, mayReadFile, now: () => NOW });
  await seated(pool, [office], NOW);
});

test.each([
  ['a matter', '/api/matters/not-an-id', '没有这一事项'],
  ['a round', '/api/rounds/zzz', '没有这一次交办会'],
  ['the figures of a round', '/api/figures/rounds/zzz', '没有这一次交办会'],
  ['an import', '/api/imports/zzz', '没有这项导出或导入'],
  ['the rows of an import', '/api/imports/zzz/rows', '没有这项导出或导入'],
  ['minutes', '/api/minutes/zzz', '没有'],
  ['a bulletin', '/api/bulletins/zzz', '没有'],
])(
  '%s whose address is no address of one is not there, and nothing is said of what was filled in',
  async (_, url, says) => {
    const answer = await web.ask(office, { method: 'GET', url });
    expect(answer.statusCode).toBe(404);
    expect(answer.json<{ detail: string }>().detail).toContain(says);
  },
);
