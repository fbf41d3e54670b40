import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aCity } from '../../../test/support/city.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { aStaff, assignOne, does } from '../../../test/support/staff.ts';
import { transact } from '../../platform/postgres/index.ts';
import { publishMechanism } from '../index.ts';
import { viewMatter } from '../matter.view.ts';
import { exportTable } from './export.ts';
import { workbench } from './workbench.ts';

// What is reported each month and answered at the end of the year.

const { pool } = await testDatabase();
const MONDAY = new Date('2026-03-16T01:30:00Z');
const system = { city: 1, system: true } as const;

test('a row of the workbench names what is due first, with the answer beside it; so do the matter and the export', async () => {
  const units = await aCity(pool, 1, ['莲城市水务局', '莲城市园林局'], MONDAY);
  const staff = await aStaff(pool, units, MONDAY);
  const shipped = readFileSync(join(import.meta.dirname, '../../../mechanisms/weekly-assignment.yaml'), 'utf8');
  const monthly = `\nclocks:
  monthly:
    name: { zh: 月报时限, en: To report each month }
    scope: unit
    from: [accept, report]
    until: [report, answer, close]
    limit: 5 workdays next month`;
  const source = shipped.replace('\nclocks:', monthly);
  await transact(pool, system, (tx) => publishMechanism(tx, system, { source }, MONDAY));
  const long = await assignOne(pool, staff.office, units[0]!, MONDAY, { due: '2026-12-31' });
  const short = await assignOne(pool, staff.office, units[0]!, MONDAY, { due: '2026-03-27' });
  for (const id of [long, short]) await does(pool, staff.desk, id, 'accept', {}, MONDAY);

  const { todos } = await transact(pool, staff.desk, (tx) => workbench(tx, staff.desk, {}, MONDAY));
  expect(todos.map(({ row, act, may }) => [row.id, act, may, row.due])).toEqual([
    [short, 'answer', ['answer', 'report'], '2026-03-27'],
    [long, 'report', ['report', 'answer'], '2026-04-08'],
  ]);
  const next = async (id: string) =>
    (await transact(pool, staff.desk, (tx) => viewMatter(tx, staff.desk, id, MONDAY))).next;
  expect([await next(short), await next(long)]).toEqual([null, 'report']);
  const list = { kind: 'workbench' as const };
  const table = await exportTable({ pool, caller: staff.desk, list, language: 'zh', now: MONDAY }, () => undefined);
  const firsts: unknown[] = [];
  for await (const rows of table.rows) firsts.push(...rows.map((cells) => cells[0]));
  expect(firsts).toEqual(['办结反馈', '反馈进展']);
});
