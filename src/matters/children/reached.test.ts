import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { aCity } from '../../../test/support/city.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { testHttp, type TestHttp } from '../../../test/support/http.ts';
import { aStaff, does, seatThem, type Staff } from '../../../test/support/staff.ts';
import { directorySubjects, publishScheme } from '../../directory/index.ts';
import { uuidv7, type Uuid } from '../../kernel/index.ts';
import { verifyLedger } from '../../ledger/index.ts';
import type { Caller } from '../../platform/identity/contract.ts';
import { transact } from '../../platform/postgres/index.ts';
import type { MatterView } from '../contract.ts';
import {
  ledgerRoutes,
  matterRoutes,
  matterSubject,
  matterTopic,
  mechanismSubject,
  mentionRoutes,
  publishMechanism,
} from '../index.ts';
import { mayRead } from '../matter.policy.ts';
import { findMatter } from '../matter.store.ts';
import { findAbove } from './above.store.ts';

const { pool, owner } = await testDatabase();
const start = new Date('2026-03-16T01:30:00Z');
const system = { city: 1, system: true } as const;
let staff: Staff;
let web: TestHttp;
let roads: Uuid;
let now = start;
const later = () => (now = new Date(now.getTime() + 600_000));

beforeAll(async () => {
  const units = await aCity(pool, 1, ['莲城市水务局', '莲城市交通局'], start);
  roads = units[1]!;
  const file = (name: string) => readFileSync(join(import.meta.dirname, '../../../mechanisms', name), 'utf8');
  await transact(pool, system, async (tx) => {
    const categories = [{ code: '07', parent: null, zh: '营商环境', en: 'Doing business', retired: false }];
    const name = { zh: '诉求分类', en: 'Appeals' };
    await publishScheme(tx, system, { id: uuidv7(start), key: 'appeals', name, categories, seen: 0 }, start);
    await publishMechanism(tx, system, { source: file('task.yaml') }, start);
    await publishMechanism(tx, system, { source: file('appeal.yaml') }, start);
  });
  staff = await aStaff(pool, units, start);
  web = await testHttp(pool, Object.values(staff), {
    routes: [matterRoutes, ledgerRoutes, mentionRoutes],
    now: () => now,
  });
});

/** An appeal at the first unit, part of which the second has as a matter of its own, about these words. */
async function divided(words: string): Promise<{ parent: Uuid; child: Uuid }> {
  const parent = uuidv7(later());
  const given = { text: '厂门口断路' };
  const made = await web.ask(staff.office, {
    method: 'POST',
    url: '/api/matters',
    payload: { id: parent, mechanism: 'appeal', given },
  });
  expect(made.statusCode, made.body).toBe(200);
  await does(pool, staff.office, parent, 'classify', { category: '07' }, later());
  await does(pool, staff.office, parent, 'assign', { lead: staff.desk.unit, co: [] }, later());
  await does(pool, staff.desk, parent, 'accept', {}, later());
  await does(pool, staff.desk, parent, 'divide', { text: words, lead: roads, due: '2026-03-27' }, later());
  const { below } = (await web.ask(staff.office, { url: `/api/matters/${parent}` })).json<MatterView>();
  return { parent, child: below.rows.at(-1)!.row.id };
}
/** Whether the database gives the seat the matter; the policy must say the same. */
async function reads(who: Caller, matter: Uuid): Promise<boolean> {
  const { state } = (await transact(pool, staff.office, (tx) => findMatter(tx, 1, matter)))!;
  const above = await transact(pool, system, (tx) => findAbove(tx, { id: matter, parent: state.parent }));
  const found = await transact(pool, who, (tx) => findMatter(tx, 1, matter));
  expect(found !== undefined).toBe(mayRead(who, state, above));
  return found !== undefined;
}
const finds = async (who: Caller, q: string) =>
  (await web.ask(who, { url: `/api/matters?scope=all&q=${encodeURIComponent(q)}` }))
    .json<{ rows: { id: Uuid }[] }>()
    .rows.map(({ id }) => id);
const hears = (who: Caller, matter: Uuid) =>
  transact(pool, who, async (tx) => (await matterTopic.readable(tx, who, [matter])).map(({ id }) => id));
const mentionable = async (who: Caller, matter: Uuid, q: string) =>
  (await web.ask(who, { url: `/api/matters/${matter}/colleagues?q=${encodeURIComponent(q)}` }))
    .json<{ rows: { name: string }[] }>()
    .rows.map(({ name }) => name);

describe('whoever reads a matter only because they read the one above it', () => {
  test('finds it by its words, hears when it moves, and may be called by name in it', async () => {
    const { child } = await divided('先修一条临时便道');
    expect(await reads(staff.desk, child)).toBe(true);
    expect(await finds(staff.desk, '临时便道')).toEqual([child]);
    expect(await hears(staff.desk, child)).toEqual([child]);
    expect(await mentionable(staff.other, child, '林')).toEqual(['林一帆']);
    await does(pool, staff.other, child, 'accept', {}, later());
    const note = { text: '@林一帆 便道明天开工', mentions: [staff.desk.seat] };
    await does(pool, staff.other, child, 'note', note, later());
  });

  test('but nobody whom the one above it is closed to does', async () => {
    const { parent } = await divided('疏通门前雨水井');
    expect(await reads(staff.other, parent)).toBe(false);
    expect(await finds(staff.other, '厂门口断路')).toEqual([]);
    expect(await hears(staff.other, parent)).toEqual([]);
    expect(await mentionable(staff.desk, parent, '周')).toEqual([]);
  });
});

describe('whoever helps', () => {
  test('finds the matter and what stands below it, hears of both apart from their colleagues, and leaves by themselves', async () => {
    const { parent, child } = await divided('加装一处减速带');
    const helper = {
      ...staff.head,
      unit: roads,
      units: [roads],
      seat: uuidv7(now),
      account: uuidv7(now),
      name: '何律师',
    };
    await seatThem(pool, [helper], start);
    const law = await testHttp(pool, [helper], { routes: [matterRoutes, ledgerRoutes], now: () => now });
    const search = async (q: string) =>
      (await law.ask(helper, { url: `/api/matters?scope=all&q=${encodeURIComponent(q)}` }))
        .json<{ rows: { id: Uuid }[] }>()
        .rows.map(({ id }) => id);
    expect(await search('厂门口断路')).not.toContain(parent);
    await does(pool, staff.desk, parent, 'help', { seat: helper.seat, text: '请看合同' }, later());
    expect(await search('厂门口断路')).toContain(parent);
    expect([await reads(helper, parent), await reads(helper, child)]).toEqual([true, true]);
    expect([await hears(helper, parent), await hears({ ...staff.other }, parent)]).toEqual([[parent], []]);
    const apart = await transact(pool, system, (tx) => matterTopic.apart!(tx, 1, [child]));
    expect(apart, 'asked for by themselves, also for what stands below').toEqual([helper.seat]);

    const other = does(pool, helper, parent, 'unhelp', { seat: staff.desk.seat, reason: '代为结束' }, later());
    await expect(other).rejects.toThrow(/ends-own-help-only/u);
    await does(pool, helper, parent, 'unhelp', { seat: helper.seat, reason: '合同已看完' }, later());
    expect([await reads(helper, parent), await search('厂门口断路')]).toEqual([false, []]);
    const left = [{ stream: parent, first: 1, last: 99 }];
    expect(await transact(pool, system, (tx) => matterTopic.leavers!(tx, 1, left))).toContain(helper.seat);
    const subjects = [matterSubject, mechanismSubject, ...directorySubjects.filter((s) => s.opens !== 'open-person')];
    expect(await transact(pool, system, (tx) => verifyLedger(tx, 1, subjects))).toMatchObject({ fault: null });
    const { rows } = await owner.query<{ helpers: Uuid[] }>('select helpers from matter where id = $1', [parent]);
    expect(rows).toEqual([{ helpers: [] }]);
  });
});

test('whether a seat reads a matter above is planned once, though searches have each of their own statements planned anew', async () => {
  // Planned for each matter below another, a search among two thousand of them took seconds.
  const { rows } = await owner.query<{ settings: string[] }>(
    "select proconfig as settings from pg_proc where proname = 'readable_from_above'",
  );
  expect(rows).toHaveLength(1);
  expect(rows[0]!.settings).toContain('plan_cache_mode=force_generic_plan');
});
