import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { aCaller, anOriginator } from '../../../test/support/callers.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { testHttp, type TestHttp } from '../../../test/support/http.ts';
import { addEnterprises, addUnits, directorySubjects, openOriginator, publishScheme } from '../../directory/index.ts';
import { uuidv7, type Uuid } from '../../kernel/index.ts';
import { verifyLedger } from '../../ledger/index.ts';
import type { Caller } from '../../platform/identity/contract.ts';
import { transact } from '../../platform/postgres/index.ts';
import {
  enterpriseMatterRoutes,
  matterRoutes,
  matterSubject,
  mechanismSubject,
  publishMechanism,
  registerByHand,
} from '../index.ts';
import { act } from '../matter.acts.ts';

// Which enterprise raised a matter: told to whoever may know it, and to nobody else, whatever they ask.

const { pool, owner } = await testDatabase();
const CITY = 1;
const NOW = new Date('2026-03-02T01:00:00Z');
const system = { city: CITY, system: true } as const;
const [water, roads]: [Uuid, Uuid] = [uuidv7(NOW), uuidv7(NOW)];
const office = aCaller({ role: 'supervisor', unit: null });
const mayor = aCaller({ role: 'mayor', unit: null });
const handler = aCaller({ role: 'handler', unit: water });
const other = aCaller({ role: 'head', unit: roads });
const helper = aCaller({ role: 'handler', unit: roads });
const enterprise = uuidv7(NOW);
const [CODE, LATER] = ['914403001922038216', '91330106MA28RJ5L7E'];
const NAME = '莲城市莲锦电力设备有限公司';
let app: TestHttp;
let now = NOW;

const categories = [{ code: '01', parent: null, zh: '营商环境', en: null, retired: false }];
const scheme = { id: uuidv7(NOW), key: 'appeals', name: { zh: '诉求分类', en: 'Appeals' }, categories, seen: 0 };

beforeAll(async () => {
  await owner.query(`insert into city (city, name) values ($1, '莲城市')`, [CITY]);
  const source = readFileSync(join(import.meta.dirname, '../../../mechanisms/appeal.yaml'), 'utf8');
  const units = [water, roads].map((id, n) => ({ id, name: `市第${n + 1}局`, kind: 'department' as const }));
  const facts = { industry: '3811', staff: 400, revenue: 5_000_000_000 };
  await transact(pool, system, async (tx) => {
    await addUnits(tx, system, units, NOW);
    await publishScheme(tx, system, scheme, NOW);
    await publishMechanism(tx, system, { source }, NOW);
    await addEnterprises(tx, system, [{ id: enterprise, code: CODE, name: NAME, ...facts }], NOW);
  });
  const routes = [enterpriseMatterRoutes, matterRoutes];
  app = await testHttp(pool, [office, mayor, handler, other, helper], { routes, now: () => now });
});

/** A matter of somebody who is this enterprise, or says so, in the hands of the first unit. */
async function raise(
  who: { enterprise?: Uuid; claims?: string; proven?: boolean },
  given: Record<string, unknown> = {},
): Promise<{ id: Uuid; raiser: Caller }> {
  const raiser = anOriginator('');
  const id = uuidv7(NOW);
  now = NOW;
  await transact(pool, system, (tx) =>
    openOriginator(tx, system, { id: raiser.seat, kind: 'enterprise', ...who }, NOW),
  );
  const request = { id, mechanism: 'appeal', given: { text: '执照换发等了一个月', ...given } };
  await transact(pool, raiser, (tx) => registerByHand(tx, raiser, request, now));
  for (const [kind, more] of [
    ['classify', { category: '01' }],
    ['assign', { lead: water, co: [] }],
  ] as const) {
    now = new Date(now.getTime() + 3_600_000);
    await act(pool, office, id, { id: uuidv7(now), kind, given: more }, now);
  }
  return { id, raiser };
}
const raisedOf = async (who: Caller, id: Uuid) => (await app.ask(who, { url: `/api/matters/${id}` })).json().raised;
const past = (who: Caller, id: Uuid) =>
  transact(pool, who, (tx) => tx.run({ name: 'test.past', text: 'select * from firms_behind($1)' }, [id]));

describe('the enterprise behind a matter', () => {
  test('is told overseers and the unit that has it in hand: name, code, class and industry, and whether it is proven', async () => {
    const { id } = await raise({ enterprise, proven: true });
    const firm = { id: enterprise, code: CODE, name: NAME, size: 'medium', industry: 'C3811', proven: true };
    for (const who of [office, mayor, handler]) expect((await raisedOf(who, id)).originators).toMatchObject([{ firm }]);
    const said = await raise({ enterprise, claims: CODE });
    expect((await raisedOf(handler, said.id)).originators).toMatchObject([{ firm: { name: NAME, proven: false } }]);
  });

  test('is told no unit where that was asked, nor anybody past the policy', async () => {
    const { id, raiser } = await raise({ enterprise, claims: CODE }, { unnamed: true });
    const told = JSON.stringify((await app.ask(handler, { url: `/api/matters/${id}` })).json());
    for (const one of [NAME, CODE, enterprise, raiser.seat]) expect(told).not.toContain(one);
    expect((await raisedOf(office, id)).originators).toMatchObject([{ firm: { name: NAME, unnamed: true } }]);
    expect(await past(handler, id)).toEqual([]);
    expect(await past(raiser, id)).toEqual([]);
    expect(await past(office, id)).toHaveLength(1);
    const open = await raise({ enterprise, claims: CODE });
    expect(await past(handler, open.id)).toHaveLength(1);
    expect(await past(other, open.id)).toEqual([]);
  });

  test('is told nobody who only helps with it', async () => {
    const { id } = await raise({ enterprise, claims: CODE });
    await owner.query('update matter set helpers = array[$2::uuid] where id = $1', [id, helper.seat]);
    const seen = await raisedOf(helper, id);
    expect(seen.originators).toMatchObject([{ firm: null }]);
    expect(await past(helper, id)).toEqual([]);
    await owner.query(`update matter set helpers = '{}' where id = $1`, [id]);
  });

  test('is a credit code alone while the register has it not, and counted to the enterprise, as claimed, once it has', async () => {
    const { id } = await raise({ claims: LATER });
    const hidden = await raise({ claims: LATER }, { unnamed: true, text: '园区停水两天' });
    const alone = { id: null, code: LATER, name: null, size: null, proven: false };
    for (const who of [office, handler]) expect((await raisedOf(who, id)).originators).toMatchObject([{ firm: alone }]);
    expect(JSON.stringify(await raisedOf(handler, hidden.id))).not.toContain(LATER);

    const added = uuidv7(NOW);
    await transact(pool, system, (tx) =>
      addEnterprises(tx, system, [{ id: added, code: LATER, name: '莲城市后来纺织有限公司' }], NOW),
    );
    const firm = { id: added, code: LATER, name: '莲城市后来纺织有限公司', proven: false };
    expect((await raisedOf(handler, id)).originators).toMatchObject([{ firm }]);
    expect(JSON.stringify(await raisedOf(handler, hidden.id))).not.toContain('后来纺织');
    const url = `/api/enterprises/${added}/matters`;
    const claimed = async () =>
      new Map(
        ((await app.ask(office, { url })).json().rows as { id: Uuid; claimed: boolean }[]).map((row) => [
          row.id,
          row.claimed,
        ]),
      );
    expect(await claimed()).toEqual(
      new Map([
        [id, true],
        [hidden.id, true],
      ]),
    );
    const proven = await raise({ enterprise: added, proven: true });
    expect((await claimed()).get(proven.id)).toBe(false);
    expect((await app.ask(handler, { url })).statusCode).toBe(403);
  });

  test('of whoever was erased is told no more', async () => {
    const { id, raiser } = await raise({ enterprise, claims: CODE });
    await owner.query(`update originator set erased_at = $2, claims = null where id = $1`, [raiser.seat, NOW]);
    expect((await raisedOf(office, id)).originators).toMatchObject([{ firm: null }]);
    await owner.query(`update originator set erased_at = null, claims = $2 where id = $1`, [raiser.seat, CODE]);
    const subjects = [matterSubject, mechanismSubject, ...directorySubjects];
    expect(await transact(pool, system, (tx) => verifyLedger(tx, CITY, subjects))).toMatchObject({ fault: null });
  });
});
