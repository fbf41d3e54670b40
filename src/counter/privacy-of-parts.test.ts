import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../../test/support/database.ts';
import { testHttp, type TestHttp } from '../../test/support/http.ts';
import { does, type Staff } from '../../test/support/staff.ts';
import { aStaffedCity } from '../../test/support/staffed-city.ts';
import { directorySubjects, originatorRoutes } from '../directory/index.ts';
import { uuidv7, type Uuid } from '../kernel/index.ts';
import { verifyLedger } from '../ledger/index.ts';
import type { MatterView } from '../matters/contract.ts';
import { matterRoutes, matterSubject, mechanismSubject, showRoutes } from '../matters/index.ts';
import type { ShownPersonal } from '../matters/personal/personal.contract.ts';
import type { Caller } from '../platform/identity/index.ts';
import { transact } from '../platform/postgres/index.ts';
import type { ShownPage } from '../privacy/contract.ts';
import { shownRoutes } from '../privacy/index.ts';
import { appealRoutes } from './index.ts';

const { pool, owner } = await testDatabase();
const system = { city: 1, system: true } as const;
const start = new Date('2026-03-16T02:00:00.000Z');
const [PHONE, ANOTHER] = ['13812345678', '13700001111'];
let app: TestHttp;
let staff: Staff;
let now = start;
const later = () => (now = new Date(now.getTime() + 600_000));

beforeAll(async () => {
  ({ staff } = await aStaffedCity({ pool, owner }, start, ['task.yaml', 'appeal.yaml']));
  const routes = [appealRoutes, matterRoutes, originatorRoutes, showRoutes, shownRoutes];
  app = await testHttp(pool, Object.values(staff), { routes, now: () => now, behindProxy: true });
});

const desk = (who: Caller, method: 'GET' | 'POST', url: string, payload?: object) =>
  app.ask(who, { method, url, ...(payload ? { payload } : {}) });
const show = (who: Caller, matter: Uuid) =>
  desk(who, 'POST', `/api/matters/${matter}/personal/show`, { id: uuidv7(now), purpose: '核实分办情况' });
const viewed = async (who: Caller, matter: Uuid) =>
  (await desk(who, 'GET', `/api/matters/${matter}`)).json<MatterView>();
const verified = () =>
  transact(pool, system, (tx) => verifyLedger(tx, 1, [matterSubject, mechanismSubject, ...directorySubjects]));
/** How many rows of what the ledger and its projections keep hold this text. */
async function rowsWith(text: string): Promise<number> {
  const { rows } = await owner.query<{ n: number }>(
    `select (select count(*) from act where body like $1)::integer + (select count(*) from matter m where m::text like $1)::integer
       + (select count(*) from outbox o where o::text like $1)::integer as n`,
    [`%${text}%`],
  );
  return rows[0]!.n;
}

/** Part of an appeal, given to the other unit with somebody's name and telephone in its words. */
async function divided(more: object = {}) {
  const [id, originator] = [uuidv7(later()), uuidv7(now)];
  const by = { id: originator, pass: 'ACDEFGHJK7', contact: PHONE };
  const payload = { id, mechanism: 'appeal', text: '厂门口的路被挖断', by, ...more };
  const raised = await app.http.inject({ method: 'POST', url: '/api/counter/appeals', payload });
  expect(raised.statusCode, raised.body).toBe(201);
  await does(pool, staff.office, id, 'classify', { category: '07' }, later());
  await does(pool, staff.office, id, 'assign', { lead: staff.desk.unit, co: [] }, later());
  await does(pool, staff.desk, id, 'accept', {}, later());
  const given = { text: `请联系业主张小满，电话 ${ANOTHER}`, lead: staff.other.unit, due: '2026-03-20' };
  await does(pool, staff.desk, id, 'divide', given, later());
  return { whole: id, originator, part: (await viewed(staff.desk, id)).below.rows[0]!.row.id };
}

test('what is personal in a part is masked as in the whole, in all that is said of it, and shown for a purpose', async () => {
  const { whole, originator, part } = await divided();
  const { row, personal } = await viewed(staff.other, part);
  expect([row.text, personal]).toEqual(['请联系业主〔姓名1〕，电话 〔电话2〕', { allowed: true, code: null }]);
  await does(pool, staff.other, part, 'accept', {}, later());
  await does(pool, staff.other, part, 'answer', { result: `已由张小满签字，回电 ${ANOTHER}` }, later());
  expect([await rowsWith(ANOTHER), await rowsWith('张小满')]).toEqual([0, 0]);
  for (const [who, where] of [
    [staff.desk, whole],
    [staff.other, part],
    [staff.desk, part],
    [staff.office, part],
  ] as const) {
    const shown = (await show(who, where)).json<ShownPersonal>();
    expect(shown.pieces.map(({ text }) => text)).toEqual(expect.arrayContaining([ANOTHER, '张小满']));
    // How whoever raised it is reached is for whoever works on the whole.
    expect(shown.contacts).toEqual(where === whole ? [PHONE] : []);
  }
  const log = await desk(staff.office, 'GET', `/api/privacy/shown?originator=${originator}`);
  expect(log.json<ShownPage>().rows.filter(({ matter }) => matter?.id === part)).toHaveLength(3);
});

test('it ends with the person, and the ledger holds', async () => {
  const { originator, part } = await divided();
  const erase = { id: uuidv7(later()), kind: 'erase-originator', given: { purpose: '本人要求' } };
  const erased = await desk(staff.administrator, 'POST', `/api/originators/${originator}/acts`, erase);
  expect(erased.statusCode, erased.body).toBe(200);
  await does(pool, staff.other, part, 'accept', {}, later());
  await does(pool, staff.other, part, 'report', { text: `再打 ${ANOTHER} 没有人接` }, later());
  expect((await viewed(staff.office, part)).row.text).toBe('请联系业主〔姓名1〕，电话 〔电话2〕');
  expect((await show(staff.office, part)).json()).toEqual({ contacts: [], pieces: [], files: [], erased: 1 });
  expect(await rowsWith(ANOTHER)).toBe(0);
  expect(await verified()).toMatchObject({ fault: null });
});

test('of a part of what somebody raised who is not to be known, to no unit', async () => {
  const { part } = await divided({ unnamed: true });
  expect((await show(staff.other, part)).json()).toMatchObject({ code: 'matter.personal-unnamed' });
  const { pieces } = (await show(staff.office, part)).json<ShownPersonal>();
  expect(pieces.map(({ text }) => text)).toEqual(['张小满', ANOTHER]);
});
