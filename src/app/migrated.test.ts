import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { aCity } from '../../test/support/city.ts';
import { testDatabase } from '../../test/support/database.ts';
import { aStaff, type Staff } from '../../test/support/staff.ts';

import { adoptDirectory, changeCircle, findCircle, findColleagues } from '../directory/index.ts';
import { setDutyRule } from '../duties/index.ts';
import { uuidv7, type Uuid } from '../kernel/index.ts';
import { verifyLedger } from '../ledger/index.ts';
import { act, publishMechanism, registerByHand } from '../matters/index.ts';
import type { ActKind } from '../mechanism/index.ts';

import { transact } from '../platform/postgres/index.ts';
import type { Caller } from '../platform/identity/contract.ts';
import { adoptEarlier } from './adopt.ts';
import { subjects } from './subjects.ts';

// Migrations that change rows, on rows as an older program left them: what acts wrote is taken back to the schema of before, and
// migrated again.

const { pool, owner } = await testDatabase();
const system = { city: 1, system: true } as const;
const ROOT = join(import.meta.dirname, '../..');
const START = new Date('2026-03-02T01:00:00.123Z');
const later = (minutes: number) => new Date(START.getTime() + minutes * 60_000);
const migration = (name: string) => readFileSync(join(ROOT, 'migrations', name), 'utf8');
const mechanism = (name: string) => readFileSync(join(ROOT, 'mechanisms', name), 'utf8');
const verified = () => transact(pool, system, (tx) => verifyLedger(tx, 1, subjects));
let units: Uuid[];
let staff: Staff;

beforeAll(async () => {
  units = await aCity(pool, 1, ['莲城市水务局', '莲城市园林局'], START);
  staff = await aStaff(pool, units, START);
  await transact(pool, system, (tx) => adoptDirectory.person(tx, system, START));
  await transact(pool, system, async (tx) => {
    for (const name of ['clue.yaml', 'replication-part.yaml'])
      await publishMechanism(tx, system, { source: mechanism(name) }, START);
  });
});

test('circles of before keep who was named when, from their acts, and the ledger holds', async () => {
  const names = (by: Caller, kind: 'open-circle' | 'name-seat' | 'unname-seat', { seat }: Caller, at: Date) =>
    transact(pool, by, (tx) => changeCircle(tx, by, 'clue', { id: uuidv7(at), kind, given: { seat } }, at));
  await names(staff.administrator, 'open-circle', staff.office, later(1));
  await names(staff.office, 'name-seat', staff.desk, later(2));
  await names(staff.office, 'unname-seat', staff.desk, later(3));
  await names(staff.office, 'name-seat', staff.head, later(4));
  await names(staff.office, 'name-seat', staff.desk, later(5));
  const rows = async () => [
    (await owner.query('select seats, since from circle')).rows,
    (await owner.query<{ state: string }>(`select state from entry where noun = 'circle'`)).rows.map(
      ({ state }) => JSON.parse(state) as object,
    ),
  ];
  const before = await rows();
  await owner.query(`alter table circle drop constraint circle_since, drop column since`);
  await owner.query(`update entry set state = (state::jsonb - 'since')::text where noun = 'circle'`);
  for (const name of ['0342_circle_since.sql', '0371_circle_since_mended.sql']) await owner.query(migration(name));
  expect(await rows()).toEqual(before);
  expect(await transact(pool, system, (tx) => findCircle(tx, 1, 'clue'))).toHaveLength(3);
  expect(await verified()).toMatchObject({ fault: null });
});

test('parts that were agreed not to apply are counted anew, once, and the ledger holds', async () => {
  const part = async (text: string, steps: readonly (readonly [Caller, ActKind, object])[]) => {
    const id = uuidv7(START);
    await transact(pool, staff.office, (tx) =>
      registerByHand(tx, staff.office, { id, mechanism: 'replication-part', given: { text } }, later(10)),
    );
    for (const [n, [who, kind, given]] of steps.entries()) {
      const at = later(11 + n);
      await act(pool, who, id, { id: uuidv7(at), kind, given: given as Record<string, unknown> }, at);
    }
    return id;
  };
  const assigned = [staff.office, 'assign', { lead: units[0], co: [] }] as const;
  const waived = await part('企业开办一窗通办', [
    assigned,
    [staff.desk, 'waive', { reason: '水务局不办企业开办' }],
    [staff.office, 'exempt', {}],
  ]);
  const plain = await part('出口退税无纸化', [assigned]);
  const facts = async (of: Uuid) =>
    (await owner.query('select since, until, marks from matter_fact where matter = $1 order by since', [of])).rows;
  const [before, other] = [await facts(waived), await facts(plain)];
  expect(before.length).toBeGreaterThan(1);

  await owner.query('alter table notice drop constraint notice_check, drop column duty_swap');
  await owner.query('alter table notice add constraint notice_check check (num_nonnulls(matter, bulletin) = 1)');
  // As the program of before counted it: not among those that do not apply.
  await owner.query('update matter_fact set marks = 0 where matter = $1', [waived]);
  await owner.query(migration('0344_told_and_counted.sql'));
  expect(await facts(waived)).toEqual([]);
  expect(await facts(plain), 'what has none is left alone').toEqual(other);
  await adoptEarlier(owner, pool, later(60));
  expect(await facts(waived)).toEqual(before);
  expect((await owner.query('select from adoption_due')).rowCount).toBe(0);
  expect(await verified()).toMatchObject({ fault: null });
});

test('rules of duty that a later one had put out of sight hold again until its first day, and the ledger holds', async () => {
  const unit = units[0]!;
  const set = (minutes: number, since: string, more: object = {}) => {
    const at = later(minutes);
    const rule = { id: uuidv7(at), unit, weekdays: [2, 4], people: 1, since, ...more };
    return transact(pool, system, (tx) => setDutyRule(tx, system, rule, at));
  };
  await set(20, '2026-03-01', { hours: { from: '09:00', until: '17:00' } });
  await set(21, '2026-03-20');
  const handlers = await transact(pool, system, (tx) => findColleagues(tx, 1, null, later(22)));
  const eligible = handlers.filter((one) => one.unit === unit && one.role === 'handler').map(({ seat }) => seat);
  await set(22, '2026-03-12', { weekdays: [1], eligible });
  const rows = async () => (await owner.query('select * from duty_rule order by since')).rows;
  const before = await rows();
  expect(before).toHaveLength(2);
  expect(await verified()).toMatchObject({ fault: null });
  // As the program of before held them: the last alone.
  await owner.query(`alter table duty_rule drop constraint duty_rule_pkey, drop constraint duty_rule_city_unit_since_key;
    delete from duty_rule where since < '2026-03-12';
    alter table duty_rule add primary key (city, id), add unique (city, unit);
    update entry set state = (state::jsonb -> 1)::text where noun = 'duty'`);
  expect((await verified()).fault).toMatchObject({ code: 'ledger.entry-state-differs' });
  await owner.query(migration('0525_duty_rules_in_turn.sql'));
  expect(await rows()).toEqual(before);
  expect(await verified()).toMatchObject({ fault: null });
});
