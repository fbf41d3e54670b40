import { beforeAll, expect, test } from 'vitest';
import { aCity } from '../../../test/support/city.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { testHttp, type TestHttp } from '../../../test/support/http.ts';
import { aStaff, assignOne, does, type Staff } from '../../../test/support/staff.ts';
import { uuidv7, type Uuid } from '../../kernel/index.ts';
import type { Caller } from '../../platform/identity/contract.ts';
import type { MatterView } from '../contract.ts';
import { ableRoutes, matterRoutes } from '../index.ts';
import type { Ables } from './able.contract.ts';

const { pool } = await testDatabase();
const MONDAY = new Date('2026-03-16T01:30:00Z');
const made: Record<'fresh' | 'accepted' | 'secret', Uuid> = {} as never;
let staff: Staff;
let web: TestHttp;

beforeAll(async () => {
  const units = await aCity(pool, 1, ['莲城市水务局', '莲城市园林局'], MONDAY);
  staff = await aStaff(pool, units, MONDAY);
  web = await testHttp(pool, Object.values(staff), { routes: [matterRoutes, ableRoutes], now: () => MONDAY });
  made.fresh = await assignOne(pool, staff.office, units[0]!, MONDAY);
  made.accepted = await assignOne(pool, staff.office, units[0]!, MONDAY);
  made.secret = await assignOne(pool, staff.office, units[1]!, MONDAY, { confidential: true });
  await does(pool, staff.desk, made.accepted, 'accept', {}, MONDAY);
});

const ask = (who: Caller, payload: object) => web.ask(who, { method: 'POST', url: '/api/matters/able', payload });
const unable = async (who: Caller, kind: string, ids: readonly Uuid[]) =>
  (await ask(who, { kind, ids })).json<Ables>().unable;

test('of many matters those are named that cannot take the act, each as its own page says it', async () => {
  const ids = [made.fresh, made.accepted];
  const said = await unable(staff.desk, 'accept', ids);
  expect(said.map(({ id }) => id)).toEqual([made.accepted]);
  const page = (await web.ask(staff.desk, { method: 'GET', url: `/api/matters/${made.accepted}` })).json<MatterView>();
  expect(page.acts.find(({ kind }) => kind === 'accept')).toMatchObject({ allowed: false, code: said[0]!.code });
});

test('a stage is named as the mechanism names it', async () => {
  const [why] = await unable(staff.office, 'verify', [made.accepted]);
  expect(why).toMatchObject({ code: 'matter.stage-forbids-act', params: { stage: { zh: '办理中' } } });
});

test('what is not to be read is as if it were not there, and so is what is not', async () => {
  const nowhere = uuidv7(MONDAY);
  expect(await unable(staff.desk, 'note', [made.secret, made.fresh, nowhere])).toEqual([
    { id: made.secret, code: 'matter.not-found', params: {} },
    { id: nowhere, code: 'matter.not-found', params: {} },
  ]);
});

test('asking does nothing', async () => {
  expect(await unable(staff.desk, 'accept', [made.fresh])).toEqual([]);
  const page = (await web.ask(staff.desk, { method: 'GET', url: `/api/matters/${made.fresh}` })).json<MatterView>();
  expect(page.story.map(({ kind }) => kind)).not.toContain('accept');
});

test('an unheard-of act is refused', async () => {
  expect((await ask(staff.desk, { kind: 'vanish', ids: [made.fresh] })).statusCode).toBe(400);
});
