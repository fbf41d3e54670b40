import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { anAppealCity, type AppealCity } from '../../../test/support/appeals.ts';
import { anOriginator } from '../../../test/support/callers.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { testHttp, type TestHttp } from '../../../test/support/http.ts';
import { directorySubjects } from '../../directory/index.ts';
import { uuidv7, type Uuid } from '../../kernel/index.ts';
import { verifyLedger } from '../../ledger/index.ts';
import { bitsOf, type ActKind } from '../../mechanism/index.ts';
import type { Caller } from '../../platform/identity/contract.ts';
import { transact } from '../../platform/postgres/index.ts';
import { act, adoptFacts, ledgerRoutes, matterSubject, mechanismSubject, registerByHand } from '../index.ts';
import type { MatterPage } from './list.contract.ts';

// The green channel in the ledger and in what is counted.

const { pool, owner } = await testDatabase();
const system = { city: 1, system: true } as const;
const START = new Date('2026-03-02T01:00:00Z');
let now = START;
let city: AppealCity;
let web: TestHttp;

beforeAll(async () => {
  city = await anAppealCity(pool, owner, 1, 1, START);
  web = await testHttp(pool, [city.office], { routes: [ledgerRoutes], now: () => now });
});

const does = (who: Caller, matter: Uuid, kind: ActKind, given: object = {}) => {
  now = new Date(now.getTime() + 60_000);
  return act(pool, who, matter, { id: uuidv7(now), kind, given: { ...given } }, now);
};
async function assigned(green: boolean): Promise<Uuid> {
  const id = uuidv7(now);
  const firm = anOriginator();
  const given = { text: '执照换发等了一个月' };
  await transact(pool, firm, (tx) => registerByHand(tx, firm, { id, mechanism: 'appeal', given }, now));
  await does(city.office, id, 'classify', { category: '0701' });
  await does(city.office, id, 'assign', { lead: city.units[0], co: [], green });
  await does(city.handlers[0]!, id, 'accept');
  return id;
}
const listed = async (query: string): Promise<Uuid[]> =>
  (await web.ask(city.office, { url: `/api/matters?${query}` })).json<MatterPage>().rows.map(({ id }) => id);
const verified = () =>
  transact(pool, system, (tx) => verifyLedger(tx, 1, [matterSubject, mechanismSubject, ...directorySubjects]));
const facts = async (of: Uuid) =>
  (await owner.query<{ marks: number }>('select * from matter_fact where matter = $1 order by since', [of])).rows;

test('the ledger is filtered by it, from the act on that says so until one that takes it back', async () => {
  const [fast, plain] = [await assigned(true), await assigned(false)];
  expect(await listed('green=yes')).toEqual([fast]);
  expect((await listed('phase=any')).toSorted()).toEqual([fast, plain].toSorted());
  await does(city.office, plain, 'assign', { lead: city.units[0], co: [], green: true });
  expect((await listed('green=yes&sort=newest')).toSorted()).toEqual([fast, plain].toSorted());
  await does(city.office, fast, 'assign', { lead: city.units[0], co: [], green: false });
  expect(await listed('green=yes')).toEqual([plain]);
  expect(await verified()).toMatchObject({ fault: null });
});

test('what an older program left is found and counted as if it had been so from the start', async () => {
  const fast = await assigned(true);
  const back = await assigned(true);
  await does(city.office, back, 'assign', { lead: city.units[0], co: [], green: false });
  const before = [await facts(fast), await facts(back)];
  const mark = bitsOf(['green']);
  expect(before.map((all) => all.map(({ marks }) => Math.floor(Number(marks) / mark) % 2))).toEqual([
    [0, 0, 1, 1],
    [0, 0, 1, 1, 0],
  ]);
  const keys = (await owner.query<{ keys: string }>(`select pg_get_viewdef('matter_key') as keys`)).rows[0]!.keys;
  await owner.query('drop view matter_key; drop index matter_green; alter table matter drop column green');
  await owner.query(`update matter_fact set marks = marks & ~ ${mark}::bigint`);
  await owner.query(readFileSync(join(import.meta.dirname, '../../../migrations/0393_green_channel.sql'), 'utf8'));
  await owner.query(`create view matter_key as ${keys} grant select on matter_key to huiyin_app`);
  expect((await owner.query(`select from adoption_due where noun = 'fact'`)).rowCount).toBe(1);
  await transact(pool, system, (tx) => adoptFacts(tx, system));
  expect([await facts(fast), await facts(back)]).toEqual(before);
  expect(await listed('green=yes')).toContain(fast);
  expect(await listed('green=yes')).not.toContain(back);
  expect(await verified()).toMatchObject({ fault: null });
});
