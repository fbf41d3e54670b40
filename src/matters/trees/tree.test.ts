import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { aCity } from '../../../test/support/city.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { testHttp, type TestHttp } from '../../../test/support/http.ts';
import { aStaff, does, type Staff } from '../../../test/support/staff.ts';
import { directorySubjects } from '../../directory/index.ts';
import { uuidv7, type Uuid } from '../../kernel/index.ts';
import { verifyLedger } from '../../ledger/index.ts';
import type { Caller } from '../../platform/identity/contract.ts';
import { transact } from '../../platform/postgres/index.ts';
import { matterRoutes, matterSubject, mechanismSubject, publishMechanism, treeRoutes } from '../index.ts';
import type { MatterView } from '../contract.ts';
import type { TreeItem } from './plant.contract.ts';
import type { TreeList, TreeNode, TreeView } from './tree.contract.ts';
import { findTree } from './tree.store.ts';

const { pool, owner } = await testDatabase();
const start = new Date('2026-01-05T01:00:00Z');
const system = { city: 1, system: true } as const;
let staff: Staff;
let web: TestHttp;
let units: Uuid[];
let now = start;
const on = (day: string) => (now = new Date(`${day}T02:00:00Z`));

beforeAll(async () => {
  units = await aCity(pool, 1, ['莲城市发改委', '莲城市工信局'], start);
  const file = (name: string) => readFileSync(join(import.meta.dirname, '../../../mechanisms', name), 'utf8');
  await transact(pool, system, async (tx) => {
    for (const name of ['plan-indicator.yaml', 'annual-plan.yaml'])
      await publishMechanism(tx, system, { source: file(name) }, start);
  });
  staff = await aStaff(pool, units, start);
  web = await testHttp(pool, Object.values(staff), { routes: [treeRoutes, matterRoutes], now: () => now });
});

const get = async <T>(url: string, who: Caller = staff.office) => (await web.ask(who, { url })).json<T>();
const plant = (items: TreeItem[], who: Caller = staff.office) =>
  web.ask(who, { method: 'POST', url: '/api/trees', payload: { items } });

type Sprout = { key: string; below?: string; weight?: string; quantity?: string; lead?: number; plan?: string };

/** A plan as the page sends it: what stands at the bottom promises a quantity, by the end of the year. */
function aPlan(sprouts: readonly Sprout[]): { items: TreeItem[]; ids: Record<string, Uuid> } {
  const ids = Object.fromEntries(sprouts.map(({ key }) => [key, uuidv7(now)]));
  const items = sprouts.map(({ key, below, weight, quantity, lead, plan }): TreeItem => {
    const target = {
      target: 'indicator',
      quantity: quantity ?? '1',
      in: '家' as const,
      from: '2026-01-01',
      by: '2026-12-31',
    };
    const between = plan ? [{ on: '2026-06-30', quantity: plan }] : [];
    return {
      id: ids[key]!,
      mechanism: quantity ? 'plan-indicator' : 'annual-plan',
      register: {
        text: key,
        due: '2026-12-31',
        ...(weight ? { weight } : {}),
        ...(quantity ? { targets: [{ ...target, plan: between }] } : {}),
      },
      ...(below ? { parent: ids[below]! } : {}),
      ...(lead === undefined ? {} : { assign: { lead: units[lead]!, co: [] } }),
    };
  });
  return { items, ids };
}
const SPROUTS: Sprout[] = [
  { key: '计划' },
  { key: '产业', below: '计划', weight: '3' },
  { key: '民生', below: '计划' },
  { key: '新增规上企业', below: '产业', quantity: '60', plan: '30', lead: 1 },
  { key: '技改项目', below: '产业', quantity: '100', plan: '50', lead: 0 },
  { key: '建成托育点', below: '民生', quantity: '20', plan: '10', lead: 0 },
];
const tree = async (top: Uuid, who: Caller = staff.office, asOf = '') => {
  const view = await get<TreeView>(`/api/trees/${top}${asOf && `?asOf=${asOf}`}`, who);
  return new Map(view.nodes.map((node) => [node.text, node]));
};
const sumOf = ({ sum: { low, high, unknown, standing } }: TreeNode) => [low, high, unknown, standing];

test('a plan is registered as a whole; its pages know what stands below, and its units have their parts to accept', async () => {
  const { items, ids } = aPlan(SPROUTS);
  const made = await plant(items);
  expect(made.statusCode, made.body).toBe(200);
  const nodes = await tree(ids['计划']!);
  expect([...nodes.values()].map(({ text, depth, level }) => [text, depth, level.zh])).toEqual([
    ['计划', 0, '计划'],
    ['产业', 1, '着力方面'],
    ['新增规上企业', 2, '计划指标'],
    ['技改项目', 2, '计划指标'],
    ['民生', 1, '着力方面'],
    ['建成托育点', 2, '计划指标'],
  ]);
  expect(nodes.get('产业')).toMatchObject({ share: '75', weight: '3', lagging: 0, hidden: 0 });
  expect(sumOf(nodes.get('计划')!)).toEqual(['0', '100', '100', 'unknown']);
  const effort = await get<MatterView>(`/api/matters/${ids['产业']}`);
  expect(effort.below.rows.map(({ row }) => row.text).toSorted()).toEqual(['技改项目', '新增规上企业'].toSorted());
  const list = await get<TreeList>('/api/trees');
  expect(list.rows.map(({ text }) => text)).toContain('计划');
  expect(list.kinds).toMatchObject([{ key: 'annual-plan' }]);
  expect((await get<TreeList>('/api/trees', staff.desk)).kinds).toEqual([]);
});

test('what lags is told with all that it drags along, what nobody reads as unknown; and as it was on an earlier day', async () => {
  on('2026-01-05');
  const { items, ids } = aPlan(SPROUTS);
  await plant(items);
  const read = async (who: Caller, key: string, value: string, day: string) =>
    does(pool, who, ids[key]!, 'measure', { target: 'indicator', value, on: day }, now);
  for (const [who, key] of [
    [staff.other, '新增规上企业'],
    [staff.desk, '技改项目'],
    [staff.desk, '建成托育点'],
  ] as const)
    await does(pool, who, ids[key]!, 'accept', {}, on('2026-01-06'));
  on('2026-07-02');
  await read(staff.other, '新增规上企业', '15', '2026-06-30');
  await read(staff.desk, '技改项目', '80', '2026-06-30');
  const nodes = await tree(ids['计划']!);
  expect(sumOf(nodes.get('新增规上企业')!)).toEqual(['25', '25', '0', 'behind']);
  expect(nodes.get('新增规上企业')!.drags).toEqual([
    { id: ids['产业'], points: '12.5' },
    { id: ids['计划'], points: '9.3' },
  ]);
  expect(nodes.get('产业')).toMatchObject({ lagging: 1, sum: { low: '52.5', high: '52.5', standing: 'on-plan' } });
  expect(sumOf(nodes.get('民生')!)).toEqual(['0', '100', '100', 'unknown']);
  // 39.375 for certain, and the quarter that nobody has read.
  expect(nodes.get('计划')!.sum).toEqual({
    low: '39.3',
    high: '64.4',
    planned: '50.1',
    unknown: '25',
    standing: 'unknown',
  });
  expect(nodes.get('建成托育点')!.targets[0]!.wanted).toMatchObject({ on: '2026-05-29', late: true });

  // In September nobody has read anything since: what is counted up is at least what it was, and the rest is not known.
  on('2026-09-10');
  const later = await tree(ids['计划']!);
  expect(sumOf(later.get('技改项目')!)).toEqual(['80', '100', '100', 'unknown']);
  const then = await tree(ids['计划']!, staff.office, '2026-07-02');
  expect(then.get('计划')!.sum).toEqual(nodes.get('计划')!.sum);
  const before = await tree(ids['计划']!, staff.office, '2026-07-01');
  expect(sumOf(before.get('技改项目')!)).toEqual(['0', '100', '100', 'unknown']);
  expect((await web.ask(staff.office, { url: `/api/trees/${ids['计划']}?asOf=2026-01-04` })).statusCode).toBe(404);
});

test('a unit’s share is given to it by dividing; shares add up to what stands above them, what nobody has promised is open', async () => {
  on('2026-01-05');
  const { items, ids } = aPlan([SPROUTS[0]!, { key: '新增企业', below: '计划', quantity: '100', plan: '50' }]);
  await plant(items);
  const share = (lead: number, quantity: string) => ({
    text: `新增企业（${lead}）`,
    lead: units[lead]!,
    targets: [{ target: 'indicator', quantity, in: '家', from: '2026-01-01', by: '2026-12-31' }],
  });
  await does(pool, staff.office, ids['新增企业']!, 'divide', share(0, '60'), now);
  await does(pool, staff.office, ids['新增企业']!, 'divide', share(1, '30'), now);
  let nodes = await tree(ids['计划']!);
  const part = nodes.get('新增企业（0）')!.id;
  await does(pool, staff.desk, part, 'accept', {}, now);
  await does(
    pool,
    staff.desk,
    part,
    'measure',
    { target: 'indicator', value: '40', on: '2026-06-30' },
    on('2026-07-02'),
  );
  nodes = await tree(ids['计划']!);
  expect(nodes.get('新增企业')).toMatchObject({
    parts: { promised: '90', read: '40', unread: '30', on: '2026-06-30' },
    sum: { low: '40', high: '80', unknown: '40', standing: 'unknown' },
  });
});

test('the same plan twice is one plan; another under its id is refused, and what is refused leaves nothing', async () => {
  const { items, ids } = aPlan(SPROUTS);
  const both = await Promise.all([plant(items), plant(items)]);
  expect(both.map((made) => made.statusCode)).toEqual([200, 200]);
  const other = items.map((item, i) => (i === 3 ? { ...item, register: { ...item.register, text: '别的' } } : item));
  expect((await plant(other)).json()).toMatchObject({ code: 'matter.act-id-reused' });
  expect((await tree(ids['计划']!)).size).toBe(6);

  const count = async () => (await owner.query<{ n: string }>('select count(*) as n from matter')).rows[0]!.n;
  const before = await count();
  const fresh = aPlan(SPROUTS).items;
  const faulty = (i: number, change: object) => fresh.map((item, n) => (n === i ? { ...item, ...change } : item));
  expect((await plant(faulty(5, { parent: fresh[4]!.id, mechanism: 'annual-plan' }))).json()).toMatchObject({
    code: 'matter.child-of-no-such-kind',
  });
  expect(
    (
      await plant(
        faulty(3, {
          register: { text: '无单位', targets: [{ target: 'indicator', quantity: '1', by: '2026-12-31' }] },
        }),
      )
    ).json(),
  ).toMatchObject({
    code: 'matter.target-without-unit',
    params: { item: 4 },
  });
  expect((await plant(faulty(2, { parent: fresh[5]!.id }))).json()).toMatchObject({ code: 'trees.below-nothing' });
  expect((await plant(fresh, staff.desk)).json()).toMatchObject({ code: 'matter.not-your-act' });
  expect(await count()).toBe(before);
});

test('what a plan goes by is a level of its own where the plan has one, summed up as any; all others are called as before', async () => {
  on('2026-01-05');
  const { items, ids } = aPlan([
    { key: '有总要求的计划' },
    { key: '稳中求进', below: '有总要求的计划' },
    { key: '产业二', below: '稳中求进' },
    { key: '梯队', below: '产业二' },
    { key: '新增企业二', below: '梯队', quantity: '60', lead: 1 },
  ]);
  items[1]!.register.level = 1;
  const made = await plant(items);
  expect(made.statusCode, made.body).toBe(200);
  const levels = async (top: Uuid) => [...(await tree(top)).values()].map(({ level }) => level.zh);
  expect(await levels(ids['有总要求的计划']!)).toEqual(['计划', '总要求', '着力方面', '举措', '计划指标']);
  const nodes = await tree(ids['有总要求的计划']!);
  expect(sumOf(nodes.get('稳中求进')!)).toEqual(sumOf(nodes.get('有总要求的计划')!));
  expect(nodes.get('稳中求进')!.sum.unknown).toBe('100');

  const without = aPlan([{ key: '没有的' }, { key: '产业三', below: '没有的' }, { key: '梯队三', below: '产业三' }]);
  await plant(without.items);
  expect(await levels(without.ids['没有的']!)).toEqual(['计划', '着力方面', '举措']);
});

test('all of it is found again from the acts; and a tree is found by its index', async () => {
  const subjects = [matterSubject, mechanismSubject, ...directorySubjects.filter((s) => s.opens !== 'open-person')];
  expect(await transact(pool, system, (tx) => verifyLedger(tx, 1, subjects))).toMatchObject({ fault: null });
  await owner.query(`
    insert into matter (city, id, mechanism, version, number, n, stage, phase, units, open_to_city, due_at, todo_at, updated_at, seq, hash,
      state, registered_at)
    select 1, gen_random_uuid(), 'weekly-assignment', 1, 'x' || n, n, 'going', 'working', '{}', true, 'infinity', 'infinity', now(), 1, '', '{}', now()
    from generate_series(1, 20000) n`);
  await owner.query('analyze matter');
  const { rows } = await owner.query<{ id: Uuid }>(
    `select id from matter where mechanism = 'annual-plan' and parent is null limit 1`,
  );
  const client = await owner.connect();
  const plans: string[] = [];
  client.on('notice', ({ message }) => plans.push(message ?? ''));
  try {
    await client.query(`load 'auto_explain'; set auto_explain.log_min_duration = 0; set client_min_messages = log`);
    const tx = { run: async (q: { text: string }, values: unknown[]) => (await client.query(q.text, values)).rows };
    expect((await findTree(tx as never, 1, rows[0]!.id, 100)).length).toBeGreaterThan(1);
  } finally {
    client.release(true);
  }
  expect(plans.join('\n')).toMatch(/matter_children/u);
  expect(plans.join('\n')).not.toMatch(/Seq Scan on matter/u);
});

test.each([
  ['that must be there', 2],
  ['that there is not', 7],
])('a level %s is said of no matter', async (_, level) => {
  const { items } = aPlan([{ key: '计划四' }, { key: '着力', below: '计划四' }]);
  items[1]!.register.level = level;
  const answer = await plant(items);
  expect(answer.statusCode).toBe(422);
  expect(answer.json()).toMatchObject({ code: 'matter.no-such-level' });
  expect(answer.body).toContain('总要求');
});

test('as of a day before it was issued a plan says so, and since when it is there; the list tells how large each is', async () => {
  on('2026-01-06');
  const { items, ids } = aPlan([{ key: '晚到的计划' }, { key: '着力晚到', below: '晚到的计划' }]);
  await plant(items);
  on('2026-01-10');
  const top = ids['晚到的计划']!;
  const early = await web.ask(staff.office, { url: `/api/trees/${top}?asOf=2026-01-05` });
  expect(early.statusCode).toBe(404);
  expect(early.json()).toMatchObject({ code: 'trees.not-yet', params: { asOf: '2026-01-05', since: '2026-01-06' } });
  expect((await web.ask(staff.office, { url: `/api/trees/${top}?asOf=2026-01-06` })).statusCode).toBe(200);
  const { rows } = await get<TreeList>('/api/trees');
  expect(rows.find(({ id }) => id === top)).toMatchObject({ since: '2026-01-06', matters: 2 });
});
