import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { aCity } from '../../test/support/city.ts';
import { testDatabase } from '../../test/support/database.ts';
import { aStaff, does, type Staff } from '../../test/support/staff.ts';
import { uuidv7, type Uuid } from '../kernel/index.ts';
import { plantTree, publishMechanism } from '../matters/index.ts';
import { parseMechanism, type Mechanism } from '../mechanism/index.ts';
import { transact } from '../platform/postgres/index.ts';
import { simulate } from './index.ts';

// A year's plan is registered as a whole and divided by that: it must be played again like what was registered by hand.

const { pool } = await testDatabase();
const system = { city: 1, system: true } as const;
const at = (day: string, hour = '02') => new Date(`2026-${day}T${hour}:00:00Z`);
const fileOf = (key: string) => readFileSync(new URL(`../../mechanisms/${key}.yaml`, import.meta.url), 'utf8');
const [top, effort, read, unread]: Uuid[] = [1, 2, 3, 4].map(() => uuidv7(at('01-05')));
let units: Uuid[];
let staff: Staff;

function changed(key: string, ...changes: [from: string, to: string][]): Mechanism {
  const source = changes.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`${key} has no ${from}`);
    return text.replace(from, to);
  }, fileOf(key));
  const { mechanism, faults } = parseMechanism(source);
  if (!mechanism) throw new Error(JSON.stringify(faults));
  return mechanism;
}

beforeAll(async () => {
  units = await aCity(pool, 1, ['莲城市发改委', '莲城市工信局'], at('01-05'));
  await transact(pool, system, async (tx) => {
    for (const key of ['plan-indicator', 'annual-plan'])
      await publishMechanism(tx, system, { source: fileOf(key) }, at('01-05'));
  });
  staff = await aStaff(pool, units, at('01-05'));
  const node = (id: Uuid, text: string, parent: Uuid | null) => ({
    id,
    parent,
    mechanism: 'annual-plan',
    register: { text, due: '2026-12-31' },
  });
  const leaf = (id: Uuid, text: string) => ({
    id,
    parent: effort!,
    mechanism: 'plan-indicator',
    register: {
      text,
      due: '2026-12-31',
      targets: [
        { target: 'indicator', quantity: '60', in: '家' as const, from: '2026-01-01', by: '2026-12-31', plan: [] },
      ],
    },
    assign: { lead: units[0]!, co: [], due: '2026-12-31' },
  });
  const items = [
    node(top!, '年度计划', null),
    node(effort!, '产业', top!),
    leaf(read!, '新增规上企业'),
    leaf(unread!, '技改项目'),
  ];
  await transact(pool, staff.office, (tx) => plantTree(tx, staff.office, { items }, at('01-05', '03')));
  for (const id of [read!, unread!]) await does(pool, staff.desk, id, 'accept', {}, at('01-06'));
  // One is read in time for January and three working days late for February; the other never.
  for (const [day, on, value] of [
    ['02-04', '2026-01-31', '4'],
    ['03-11', '2026-02-28', '9'],
  ] as const)
    await does(pool, staff.desk, read!, 'measure', { target: 'indicator', value, on }, at(day));
});

const simulated = (mechanism: Mechanism) =>
  transact(pool, system, (tx) => simulate(tx, { city: 1, mechanism, from: at('01-01'), until: at('03-20', '10') }));

test('the files in force play a whole tree again, and change nothing in it', async () => {
  for (const [key, n] of [
    ['annual-plan', 2],
    ['plan-indicator', 2],
  ] as const) {
    const found = await simulated(changed(key));
    expect(found, key).toMatchObject({ matters: n, unknown: [], unplayable: [], refused: [] });
    for (const measure of Object.values(found.measures)) expect(measure).toMatchObject({ more: [], fewer: [] });
  }
});

test('another limit of the readings makes others late: of days, or a day of the month', async () => {
  const monthly = await simulated(changed('plan-indicator'));
  // By 6 March, the fifth working day; the other was wanted by 6 February.
  expect(monthly.clocks['reading']).toEqual({ was: 2, would: 2 });
  const days = await simulated(changed('plan-indicator', ['limit: 5 workdays next month', 'limit: 60 days']));
  expect(days.clocks['reading']).toEqual({ was: 2, would: 1 });
  expect(days.measures.late.fewer).toHaveLength(1);
});
