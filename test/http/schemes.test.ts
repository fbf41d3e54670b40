import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { schemeRoutes } from '../../src/directory/index.ts';
import type { Category } from '../../src/directory/schemes/scheme.contract.ts';
import { schemeTableRoutes } from '../../src/intake/index.ts';
import type { SchemeTable } from '../../src/intake/schemes/scheme.contract.ts';
import { uuidv7 } from '../../src/kernel/index.ts';
import { aCaller } from '../support/callers.ts';
import { testDatabase } from '../support/database.ts';
import { testHttp } from '../support/http.ts';

const { pool } = await testDatabase();
const administrator = aCaller({ role: 'administrator', unit: null });
const app = await testHttp(pool, [administrator], { routes: [schemeRoutes, schemeTableRoutes] });

const exported = async (key: string, format: 'csv' | 'xlsx'): Promise<Buffer> =>
  (await app.ask(administrator, { url: `/api/schemes/${key}/versions/1/table?format=${format}` })).rawPayload;
const read = async (payload: Buffer): Promise<SchemeTable> => {
  const headers = { 'content-type': 'application/octet-stream' };
  return (await app.ask(administrator, { method: 'POST', url: '/api/schemes/read', payload, headers })).json();
};

describe('a scheme that leaves the house as a table and comes back', () => {
  /** Names as people write them: with commas, quotation marks, signs that a spreadsheet would run, and no spaces at their ends. */
  const words = fc
    .array(fc.constantFrom('水', '、', ',', '"', '=', '-', ' ', 'a', '（'), { minLength: 1, maxLength: 6 })
    .map((all) => all.join('').trim())
    .filter((text) => text !== '');
  const trees = fc.array(fc.record({ words, en: fc.option(words), below: fc.nat(), retired: fc.boolean() }), {
    minLength: 1,
    maxLength: 12,
  });

  test.each(['csv', 'xlsx'] as const)('as %s, is the same to the last sign', async (format) => {
    let n = 0;
    const property = fc.asyncProperty(trees, async (entries) => {
      const categories: Category[] = [];
      for (const [at, { words: zh, en, below, retired }] of entries.entries()) {
        const above = categories[below % (at + 1)];
        // Below the top alone, so that no way is too long and nothing in use stands below what is retired.
        const parent = above?.parent === null && !above.retired ? above.code : null;
        categories.push({ code: `c${at}`, parent, zh: `${zh}${at}`, en, retired });
      }
      const key = `${format}-${(n += 1)}`;
      const payload = { id: uuidv7(new Date()), key, name: { zh: '分类', en: 'Scheme' }, categories, seen: 0 };
      const answer = await app.ask(administrator, { method: 'POST', url: '/api/schemes', payload });
      expect(answer.json()).toEqual({ key, version: 1 });
      expect(await read(await exported(key, format))).toEqual({ categories, faults: [] });
    });
    await fc.assert(property, { numRuns: 12 });
    expect(app.faults).toEqual([]);
  });
});
