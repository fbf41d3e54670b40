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
let [industry, trade]: Uuid[] = [];

beforeAll(async () => {
  [industry, trade] = await aCity(pool, 1, ['莲城市工业和信息化局', '莲城市商务局'], NOW);
});

test('of two who answer together the first leads and the other helps, and a name that is no unit is told', async () => {
  const text = `一、着力壮大先进制造业
（一）培育企业梯队。新增规模以上工业企业5家，由莲城市商务局和莲城市工业和信息化局共同负责。
（二）做大产业。完成工业投资18.5亿元，由市商务局和市外事服务专班共同负责。
（三）稳住外贸。新增外贸企业9家，由商务局与工业和信息化局共同负责。`;
  const { items } = await transact(pool, office, (tx) => planFrom(tx, office, text, NOW));
  const found = items.filter(({ indicator }) => indicator);
  expect(found.map(({ lead, co, strange }) => [lead, co, strange])).toEqual([
    [trade, [industry], []],
    [trade, [], ['市外事服务专班']],
    [trade, [industry], []],
  ]);
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

test('quarters that the text says stand in the indicator to be checked, and what belongs to it stands with it', async () => {
  const text = `一、着力壮大先进制造业
（一）培育企业梯队。新增规模以上工业企业12家，其中制造业5家；一季度3家，二季度6家，三季度9家。由市商务局负责。
（二）做大产业。完成工业投资18亿元，一季度20亿元。由市商务局负责。
（三）丰富课程。开设特色课程12节，一季度2节，上半年5节。由市商务局负责。`;
  const { items, left } = await transact(pool, office, (tx) => planFrom(tx, office, text, NOW));
  const found = items.filter(({ indicator }) => indicator);
  expect(found.map((one) => [one.text, one.rest, one.said, one.quarters, one.unsure])).toEqual([
    ['新增规模以上工业企业', '其中制造业5家', '一季度3家，二季度6家，三季度9家', ['3', '6', '9'], ['quarters']],
    ['完成工业投资', null, '一季度20亿元', null, ['quarters-misfit']],
    ['开设特色课程', null, '一季度2节，上半年5节', null, ['measure', 'quarters-unit']],
  ]);
  expect(left).toEqual([]);
});
