import { beforeAll, describe, expect, it } from 'vitest';
import { aCaller } from '../../../test/support/callers.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { testHttp, type TestHttp } from '../../../test/support/http.ts';
import { uuidv7 } from '../../kernel/index.ts';
import { verifyLedger } from '../../ledger/index.ts';
import type { Caller } from '../../platform/identity/contract.ts';
import { transact } from '../../platform/postgres/index.ts';
import { directorySubjects, findScheme, registerRoutes, schemeRoutes } from '../index.ts';

const { pool, owner } = await testDatabase();
const NOW = new Date('2026-03-16T02:00:00Z');
const administrator = aCaller({ role: 'administrator', unit: null });
const office = aCaller({ role: 'supervisor', unit: null });
const key = 'appeals';
const name = { zh: '诉求分类', en: 'Appeals' };
const WATER = { code: '01', parent: null, zh: '供水', en: 'Water', retired: false };
const CUT = { code: '0101', parent: '01', zh: '停水', en: null, retired: false };
const NOISE = { code: '02', parent: null, zh: '噪声', en: null, retired: false };
let app: TestHttp;
beforeAll(async () => {
  app = await testHttp(pool, [administrator, office], { routes: [schemeRoutes, registerRoutes], now: () => NOW });
});

const publish = async (who: Caller, categories: readonly object[], seen: number, more: object = {}) =>
  (
    await app.ask(who, {
      method: 'POST',
      url: '/api/schemes',
      payload: { id: uuidv7(NOW), key, name, categories, seen, ...more },
    })
  ).json();
const get = async (url: string, who = office) => (await app.ask(who, { url })).json();
const faultOf = async () =>
  (await transact(pool, { city: 1, system: true }, (tx) => verifyLedger(tx, 1, directorySubjects))).fault;

describe('a scheme of categories', () => {
  it('is published by administrators alone, without a fault, over the version that was looked at', async () => {
    expect(await publish(office, [WATER], 0)).toMatchObject({ code: 'directory.administrators-only', status: 403 });
    expect(await publish(administrator, [WATER, { ...CUT, zh: '' }], 0)).toMatchObject({
      code: 'scheme.has-faults',
      errors: [{ code: 'scheme.name-missing', pointer: '/categories/1' }],
    });
    expect(await publish(administrator, [WATER], 3)).toMatchObject({ code: 'scheme.moved-on', status: 409 });
    expect(await publish(administrator, [WATER], 0, { key: 'Ap peals' })).toMatchObject({
      code: 'scheme.key-malformed',
    });
    expect(await get('/api/schemes')).toEqual({ rows: [] });
  });

  it('keeps every version as it was; the same request sent again publishes once', async () => {
    const first = { id: uuidv7(NOW) };
    expect(await publish(administrator, [WATER, CUT, NOISE], 0, first)).toEqual({ key, version: 1 });
    expect(await publish(administrator, [WATER, CUT, NOISE], 0, first)).toEqual({ key, version: 1 });
    expect(await publish(administrator, [WATER, CUT, NOISE], 1)).toMatchObject({ code: 'scheme.same' });
    expect(await publish(administrator, [WATER, NOISE], 1)).toMatchObject({
      code: 'scheme.has-faults',
      errors: [{ code: 'scheme.code-gone', pointer: '/categories' }],
    });
    const next = [NOISE, { ...WATER, zh: '供水供暖' }, { ...CUT, retired: true }];
    expect(await publish(administrator, next, 1)).toEqual({ key, version: 2 });
    // The first request, arriving once more after the second version, still answers as it did.
    expect(await publish(administrator, [WATER, CUT, NOISE], 0, first)).toEqual({ key, version: 1 });

    expect((await get(`/api/schemes/${key}/versions/1`)).categories).toEqual([WATER, CUT, NOISE]);
    expect((await get(`/api/schemes/${key}/versions/2`)).categories).toEqual(next);
    expect(await get(`/api/schemes/${key}/versions/3`)).toMatchObject({ code: 'scheme.no-such-version', status: 404 });
    const { rows } = await get('/api/schemes');
    expect(rows).toMatchObject([
      {
        key,
        name,
        versions: [
          { version: 2, categories: 2 },
          { version: 1, categories: 3 },
        ],
      },
    ]);
    expect((await get(`/api/register/${rows[0].entry}/story`, administrator)).acts).toHaveLength(2);
  });

  it('is found by whoever files under it, in the newest version or the one that they filed under', async () => {
    const found = (version?: number) => transact(pool, office, (tx) => findScheme(tx, 1, key, version));
    expect([(await found())?.version, (await found(1))?.version, await found(9)]).toEqual([2, 1, undefined]);
    const elsewhere = { city: 2, system: true } as const;
    expect(await transact(pool, elsewhere, (tx) => findScheme(tx, 1, key))).toBeUndefined();
  });

  it('leaves the house as a table that a spreadsheet opens', async () => {
    const { payload, headers } = await app.ask(office, { url: `/api/schemes/${key}/versions/2/table?format=csv` });
    expect(headers['content-disposition']).toContain('appeals-2.csv');
    expect(payload.replace('\uFEFF', '').split('\r\n')).toEqual([
      '诉求分类 · 第 2 版',
      '编码,名称,英文,上级编码,停用,全称',
      '02,噪声,,,,噪声',
      '01,供水供暖,Water,,,供水供暖',
      '0101,停水,,01,是,供水供暖 / 停水',
      '',
    ]);
  });

  it('is a stream of acts: a name altered behind its back is found', async () => {
    expect(await faultOf()).toBeNull();
    await owner.query(`update category set zh = '停暖' where code = '0101' and version = 1`);
    expect(await faultOf()).toMatchObject({ code: 'ledger.entry-rows-differ', params: { noun: 'scheme' } });
    await owner.query(`update category set zh = '停水' where code = '0101' and version = 1`);
    await owner.query(`delete from category where version = 2`);
    expect(await faultOf()).toMatchObject({ code: 'ledger.entry-rows-differ' });
  });

  it('is never rewritten by the application, and written by administrators alone', async () => {
    const change = (sql: string, who: Caller) =>
      transact(pool, who, (tx) => tx.run({ name: sql.slice(0, 40), text: sql }, []));
    await expect(change(`update category set zh = 'x' where city = 1`, administrator)).rejects.toThrow(
      /permission denied/,
    );
    await expect(change(`delete from scheme where city = 1`, administrator)).rejects.toThrow(/permission denied/);
    const sneaked = `insert into scheme (city, key, version, name_zh, name_en, published_at) values (1, 'x', 1, 'x', 'x', now())`;
    await expect(change(sneaked, office)).rejects.toThrow(/row-level security/);
  });
});
