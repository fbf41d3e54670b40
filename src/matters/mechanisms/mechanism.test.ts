import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { aCaller } from '../../../test/support/callers.ts';
import { aCity } from '../../../test/support/city.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { testHttp, type TestHttp } from '../../../test/support/http.ts';
import { uuidv7, type Uuid } from '../../kernel/index.ts';
import { verifyLedger } from '../../ledger/index.ts';
import type { Caller } from '../../platform/identity/contract.ts';
import { transact } from '../../platform/postgres/index.ts';
import { adoptMechanisms, mechanismRoutes, mechanismSubject, matterRoutes, roundRoutes } from '../index.ts';
import { registerRoutes } from '../../directory/index.ts';

const { pool, owner } = await testDatabase();
const NOW = new Date('2026-03-16T02:00:00Z');
const SOURCE = readFileSync(join(import.meta.dirname, '../../../mechanisms/weekly-assignment.yaml'), 'utf8');
const QUICKER = SOURCE.replace('otherwise: 5 workdays', 'otherwise: 3 workdays');
const administrator = aCaller({ role: 'administrator', unit: null });
const office = aCaller({ role: 'supervisor', unit: null });
const key = 'weekly-assignment';
let app: TestHttp;
let unit: Uuid;
beforeAll(async () => {
  [unit] = (await aCity(pool, 1, ['市水务局'], NOW)) as [Uuid];
  const routes = [mechanismRoutes, matterRoutes, roundRoutes, registerRoutes];
  app = await testHttp(pool, [administrator, office], { routes, now: () => NOW });
});

const post = async (who: Caller, url: string, payload: object) =>
  (await app.ask(who, { method: 'POST', url, payload })).json();
const publish = (who: Caller, source: string, seen: number, id = uuidv7(NOW)) =>
  post(who, '/api/mechanisms', { id, source, seen });
const matterOf = async (): Promise<{ version: number; clocks: { limit: string }[] }> => {
  const id = uuidv7(NOW);
  const given = { text: '疏通东渠' };
  await post(office, '/api/matters', { id, mechanism: key, given, assign: { lead: unit, co: [], due: null } });
  return (await app.ask(office, { url: `/api/matters/${id}` })).json();
};
const faultOf = async (city = 1) =>
  (await transact(pool, { city, system: true }, (tx) => verifyLedger(tx, city, [mechanismSubject]))).fault;

describe('versions of a mechanism', () => {
  it('are published by administrators alone, without a fault, over the version that was looked at', async () => {
    expect(await publish(office, QUICKER, 1)).toMatchObject({ code: 'mechanism.administrators-only', status: 403 });
    const broken = SOURCE.replace('to: registered', 'to: nowhere');
    expect(await publish(administrator, broken, 1)).toMatchObject({
      code: 'mechanism.has-faults',
      errors: [{ pointer: expect.stringMatching(/^line \d+$/) }],
    });
    expect(await publish(administrator, QUICKER, 0)).toMatchObject({ code: 'mechanism.moved-on', status: 409 });
    expect(await publish(administrator, SOURCE, 1)).toMatchObject({ code: 'mechanism.same' });
    expect((await post(office, '/api/mechanisms/check', { source: broken })).faults).toMatchObject([
      { code: 'mechanism.no-such-stage', line: broken.split('\n').findIndex((line) => line.includes('nowhere')) + 1 },
    ]);
  });

  it('never number like another: the second matter of that number could not be registered', async () => {
    const other = SOURCE.replace(`key: ${key}`, 'key: village-help').replace(
      'zh: 周交办, en: Weekly assignment',
      'zh: 联乡帮村, en: Help for villages',
    );
    expect(await publish(administrator, other, 0)).toMatchObject({
      code: 'mechanism.number-taken',
      detail: expect.stringContaining(key),
    });
    // Wider is no other: 交办〔2026〕1-12 would come of both.
    const wider = other.replace('{round}-{n:02}', '{round}-{n:03}').replace('临-', '应急-');
    expect(await publish(administrator, wider, 0)).toMatchObject({ code: 'mechanism.number-taken' });
    const own = other.replaceAll('交办〔', '帮村〔');
    expect(await publish(administrator, own, 0)).toEqual({ key: 'village-help', version: 1 });
  });

  it('never have the name of another, in either language: told at its line, with whose it is', async () => {
    const other = SOURCE.replace(`key: ${key}`, 'key: city-help').replaceAll('交办〔', '帮城〔');
    const renamed = (zh: string, en: string) =>
      other.replace('zh: 周交办, en: Weekly assignment', `zh: ${zh}, en: ${en}`);
    const line = other.split('\n').findIndex((one) => one.startsWith('name:')) + 1;
    for (const [source, name] of [
      [renamed('周交办', 'Help for the city'), '周交办'],
      [renamed('助城', 'weekly  Assignment'), 'weekly  Assignment'],
    ] as const) {
      const taken = { code: 'mechanism.name-taken', params: { name, key } };
      expect((await post(office, '/api/mechanisms/check', { source })).faults).toEqual([{ line, ...taken }]);
      const refused = await publish(administrator, source, 0);
      expect(refused).toMatchObject({
        code: 'mechanism.has-faults',
        errors: [{ pointer: `line ${line}`, detail: expect.stringContaining(key) }],
      });
    }
    expect((await post(office, '/api/mechanisms/check', { source: SOURCE })).faults, 'its own').toEqual([]);
    const source = renamed('助城', 'Help for the city');
    expect((await post(office, '/api/mechanisms/check', { source })).faults).toEqual([]);
  });

  it('an open matter stays on its version, a new one is opened under the new', async () => {
    const before = await matterOf();
    const id = uuidv7(NOW);
    expect(await publish(administrator, QUICKER, 1, id)).toEqual({ key, version: 2 });
    expect(await publish(administrator, QUICKER, 1, id)).toEqual({ key, version: 2 });
    const after = await matterOf();
    expect([before.version, after.version]).toEqual([1, 2]);
    const limits = (view: { clocks: { limit: string }[] }) => view.clocks.map(({ limit }) => limit);
    expect(limits(before)).toContain('5 workdays');
    expect(limits(after)).toContain('3 workdays');
    const { rows } = (await app.ask(office, { url: '/api/mechanisms' })).json();
    const row = rows.find((one: { key: string }) => one.key === key);
    expect(row.versions.map(({ version }: { version: number }) => version)).toEqual([2, 1]);
    const first = await app.ask(office, { url: `/api/mechanisms/${key}/versions/1` });
    expect(first.json()).toMatchObject({ source: SOURCE });
    expect((await app.ask(office, { url: `/api/mechanisms/${key}/versions/9` })).statusCode).toBe(404);
    const story = (await app.ask(administrator, { url: `/api/register/${row.entry}/story` })).json();
    expect(story.acts).toHaveLength(2);
  });

  it('are streams of acts: a text altered in the table is found, and one from before them is taken over', async () => {
    await owner.query(`insert into city (city, name) values (2, '海州市')`);
    await owner.query(
      `insert into mechanism (city, key, version, source, published_at) values (2, $1, 1, $2, $4), (2, $1, 2, $3, $4)`,
      [key, SOURCE, QUICKER, NOW],
    );
    expect(await faultOf(2)).toMatchObject({ code: 'ledger.row-without-acts' });
    const there = { city: 2, system: true } as const;
    await transact(pool, there, (tx) => adoptMechanisms(tx, there, NOW));
    expect(await faultOf(2)).toBeNull();
    await owner.query(`update mechanism set source = source || '# ' where city = 2 and version = 1`);
    expect(await faultOf(2)).toMatchObject({ code: 'ledger.entry-rows-differ', params: { noun: 'mechanism' } });
  });
});
