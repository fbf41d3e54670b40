import { expect, test } from 'vitest';
import type { NoticeRow } from '../contract.ts';
import { uuidv7 } from '../../kernel/index.ts';
import { digest } from '../delivery/digest.ts';
import { isOffices } from './due.rules.ts';

const unit = uuidv7(new Date('2026-03-16T02:00:00Z'));

test.each<[string, Pick<NoticeRow, 'kind' | 'unit'>, boolean]>([
  ['a clock of no unit that has run out is the office’s', { kind: 'overdue', unit: null }, true],
  ['also while it is only due soon', { kind: 'due-soon', unit: null }, true],
  ['a unit’s is the unit’s', { kind: 'overdue', unit }, false],
  ['a day named with an assignment is no clock of the office', { kind: 'assigned', unit: null }, false],
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
  granted: null,
};
