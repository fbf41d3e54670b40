import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { aCity } from '../../../test/support/city.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { aStaff, assignOne, type Staff } from '../../../test/support/staff.ts';
import type { Uuid } from '../../kernel/index.ts';
import { transact } from '../../platform/postgres/index.ts';
import { publishMechanism } from '../index.ts';
import { viewMatter } from '../matter.view.ts';
import { exportTable } from './export.ts';
import { workbench } from './workbench.ts';

const byWords = (a: unknown, b: unknown): number => (String(a) < String(b) ? -1 : 1);

const { pool } = await testDatabase();
const MONDAY = new Date('2026-03-16T01:30:00Z');
const NAME = { zh: '接单', en: 'Take the order' };
let units: Uuid[];
let staff: Staff;

beforeAll(async () => {
  units = await aCity(pool, 1, ['莲城市水务局', '莲城市园林局'], MONDAY);
  staff = await aStaff(pool, units, MONDAY);
});

const todo = async () => {
  const { todos } = await transact(pool, staff.desk, (tx) => workbench(tx, staff.desk, {}, MONDAY));
  return todos.map(({ row, act, name }) => [row.id, act, name]);
};

test('an act is called by the mechanism’s own name where it is to be done, on the matter and in exports, of its version on', async () => {
  const before = await assignOne(pool, staff.office, units[0]!, MONDAY);
  const shipped = readFileSync(join(import.meta.dirname, '../../../mechanisms/weekly-assignment.yaml'), 'utf8');
  const source = shipped.replace('\n  accept: {', `\n  accept: { name: { zh: ${NAME.zh}, en: ${NAME.en} },`);
  const system = { city: 1, system: true } as const;
  await transact(pool, system, (tx) => publishMechanism(tx, system, { source }, MONDAY));
  const after = await assignOne(pool, staff.office, units[0]!, MONDAY);
  const both = [before, after].toSorted();
  expect((await todo()).toSorted(byWords)).toEqual(both.map((id) => [id, 'accept', id === after ? NAME : undefined]));
  const named = async (id: Uuid) =>
    (await transact(pool, staff.desk, (tx) => viewMatter(tx, staff.desk, id, MONDAY))).actNames;
  expect([await named(before), await named(after)]).toEqual([{}, { accept: NAME }]);
  const told = async (language: 'zh' | 'en') => {
    const list = { kind: 'workbench' as const };
    const table = await exportTable({ pool, caller: staff.desk, list, language, now: MONDAY }, () => undefined);
    const firsts: unknown[] = [];
    for await (const rows of table.rows) firsts.push(...rows.map((cells) => cells[0]));
    return firsts.toSorted(byWords);
  };
  expect(await told('zh')).toEqual(['接单', '签收'].toSorted());
  expect(await told('en')).toEqual(['Accept', 'Take the order']);
});
