import { beforeAll, expect, test } from 'vitest';
import { aCaller } from '../../../test/support/callers.ts';
import { aCity } from '../../../test/support/city.ts';
import { testDatabase } from '../../../test/support/database.ts';
import type { Uuid } from '../../kernel/index.ts';
import { transact } from '../../platform/postgres/index.ts';
import { planFrom } from './plan.acts.ts';

const { pool } = await testDatabase();
const NOW = new Date('2026-12-01T01:00:00Z');
const office = aCaller({ role: 'supervisor', unit: null });
let industry: Uuid;

beforeAll(async () => {
  [industry] = (await aCity(pool, 1, ['莲城市工业和信息化局'], NOW)) as [Uuid];
});

test('what must be looked at is marked: parts of what is counted one by one, no unit named; a lead is found without a bracket', async () => {
  const text = `一、着力壮大先进制造业
（一）培育企业梯队。新增规模以上工业企业5.5家，由莲城市工业和信息化局负责。新增高新技术企业30家。
（二）做大产业。完成工业投资18.5亿元。`;
  const { items } = await transact(pool, office, (tx) => planFrom(tx, office, text, NOW));
  expect(items.filter(({ indicator }) => indicator).map((one) => [one.text, one.lead, one.unsure])).toEqual([
    ['新增规模以上工业企业', industry, ['part']],
    ['新增高新技术企业', industry, []],
    ['完成工业投资', null, ['unit']],
  ]);
});
