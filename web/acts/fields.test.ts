import { describe, expect, test } from 'vitest';
import { Given } from '../../src/matters/life/given.contract.ts';
import { actFields, type Field, type FormAct } from './fields.ts';
import { givenFrom, lacking } from './given.ts';
import type { Typed } from './useDraft.ts';

const UNIT = '01890000-0000-7000-8000-000000000001';
const sample: Record<Field['kind'], unknown> = {
  words: ' 已办结。 ',
  line: '营商环境',
  day: '2026-12-18',
  unit: UNIT,
  units: ['01890000-0000-7000-8000-000000000002'],
  files: [{ id: UNIT, name: '说明.pdf', size: 10 }],
  percent: '60',
  flag: true,
  category: '0701',
  yesno: true,
  confirm: ['王经理'],
  stars: 4,
  color: 'yellow',
  seat: UNIT,
  kind: 'task',
  past: '2026-03-05',
  time: '9点半',
  number: '45',
  yuan: '3,400.50',
  where: 'court',
  ruling: 'dismissed',
  parties: [{ side: 'claimant', kind: 'person', name: ' 杨建平 ', contact: '13800000000' }, { side: 'respondent' }],
  came: [1, 2],
  obligations: [{ party: 2, text: '第一期货款', amount: '50000', due: '2026-03-13' }, {}],
  obligation: 1,
  appointee: UNIT,
  conflicted: UNIT,
  colleague: UNIT,
  helper: UNIT,
  target: 'green-area',
  targets: [{ target: 'green-area', quantity: '12', in: '亩', by: '2026-12-18', plan: [], sense: 'most' }],
  sense: 'most',
  gate: 'design',
  quantity: '861.47',
  measure: '亩',
  position: { longitude: 113.8, latitude: 34, accuracy: 8 },
  checklist: [{ item: 'drawings', verdict: 'pass' }],
  plan: [{ on: '2026-12-01', quantity: '12.4' }],
};
const fill = (fields: readonly Field[]): Typed =>
  Object.fromEntries(fields.map((field) => [field.name, sample[field.kind]]));

describe.each(Object.entries(actFields) as [FormAct, readonly Field[]][])('the form of %s', (kind, fields) => {
  test('filled in, is what the act takes', () => {
    const given = Given[kind].safeParse(givenFrom(fields, fill(fields)));
    expect(given.error).toBeUndefined();
    expect(Object.keys(given.data!).toSorted()).toEqual(fields.map((field) => field.name).toSorted());
  });

  test('with only what must be given, is enough; without any one of these, the act would refuse', () => {
    const musts = fields.filter((field) => field.must);
    const given = givenFrom(fields, fill(musts));
    expect(Given[kind].safeParse(given).success).toBe(true);
    for (const { name } of musts) {
      const { [name]: _, ...less } = given;
      expect(lacking(fields, less)).toEqual([name]);
      expect(Given[kind].safeParse(less).success).toBe(false);
    }
  });
});
