import { expect, test } from 'vitest';
import type { NoticeRow } from '../contract.ts';
import { uuidv7 } from '../../kernel/index.ts';
import { digest } from '../delivery/digest.ts';
import { isOffices } from './due.rules.ts';

const unit = uuidv7(new Date('2026-03-16T02:00:00Z'));

test.each<[string, Pick<NoticeRow, 'kind' | 'unit' | 'why'>, boolean]>([
  ['a clock of no unit that has run out is the office’s', { kind: 'overdue', unit: null, why: 'office' }, true],
  ['also while it is only due soon', { kind: 'due-soon', unit: null, why: 'office' }, true],
  ['a unit’s is the unit’s', { kind: 'overdue', unit, why: 'owner' }, false],
  ['nor is that of a leader to whom it was raised', { kind: 'overdue', unit: null, why: 'raised' }, false],
  ['a day named with an assignment is no clock of the office', { kind: 'assigned', unit: null, why: 'office' }, false],
])('%s', (_, told, expected) => {
  expect(isOffices(told)).toBe(expected);
});

test('the digest says of the office’s own deadline that no unit is late', () => {
  const said = (owner: NoticeRow['unit']): string => {
    const row = { ...told, unit: owner };
    return digest(row.id, [row], { language: 'zh', page: null, now: new Date('2026-03-24T02:00:00Z') }).lines[0]!.text;
  };
  expect(said(null)).toContain('督查室自身期限');
  expect(said(unit)).not.toContain('督查室');
});

const told: NoticeRow = {
  id: unit,
  kind: 'overdue',
  why: 'office',
  at: '2026-03-24T02:00:00.000Z',
  read: false,
  matter: { id: unit, number: '交办〔2026〕10-04', text: '修订营商环境办法', confidential: false },
  bulletin: null,
  unit: null,
  due: '2026-03-23',
  who: null,
  said: null,
  color: null,
  granted: null,
};

test('the digest puts the gravest first: raised, listed, slips by their colour, and a blue one with what is due soon', () => {
  const row = (kind: NoticeRow['kind'], color: NoticeRow['color'] = null): NoticeRow => ({
    ...told,
    id: uuidv7(new Date()),
    unit,
    kind,
    color,
  });
  const rows = [
    row('slipped', 'blue'),
    row('assigned'),
    row('slipped', 'yellow'),
    row('overdue'),
    row('slipped', 'red'),
    row('raised'),
    row('slipped', 'orange'),
    row('instructed'),
    row('listed'),
  ];
  const sent = digest(told.id, rows, { language: 'zh', page: null, now: new Date('2026-03-24T02:00:00Z') });
  expect(sent.lines.map(({ text }) => /【(.*?)】/u.exec(text)![1])).toEqual([
    '提级办理',
    '挂牌督办',
    '红色督查单',
    '橙色督查单',
    '黄色督查单',
    '逾期',
    '批示',
    '蓝色督查单',
    '新交办',
  ]);
});
