import { expect, test } from 'vitest';
import type { NoticeRow } from '../contract.ts';
import { uuidv7 } from '../../kernel/index.ts';
import type { Message } from '../../platform/channels/index.ts';
import { digest } from '../delivery/digest.ts';
import { isOffices } from './due.rules.ts';

const unit = uuidv7(new Date('2026-03-16T02:00:00Z'));

test.each<[string, Pick<NoticeRow, 'kind' | 'unit' | 'why'>, boolean]>([
  ['a clock of no unit that has run out is the office’s', { kind: 'overdue', unit: null, why: 'office' }, true],
  ['also while it is only due soon', { kind: 'due-soon', unit: null, why: 'office' }, true],
  ['a unit’s is the unit’s', { kind: 'overdue', unit, why: 'owner' }, false],
  ['nor is that of a leader to whom it was raised', { kind: 'overdue', unit: null, why: 'raised' }, false],
  ['a unit’s that has refused is the office’s', { kind: 'overdue', unit, why: 'refused' }, true],
  ['a day named with an assignment is no clock of the office', { kind: 'assigned', unit: null, why: 'office' }, false],
])('%s', (_, told, expected) => {
  expect(isOffices(told)).toBe(expected);
});

test('the digest says of the office’s own deadline that no unit is late', () => {
  const said = (owner: NoticeRow['unit']): string => {
    const row = { ...told, unit: owner };
    return sent([row]).lines[0]!.text;
  };
  expect(said(null)).toContain('督查室自身期限');
  expect(said(unit)).not.toContain('督查室');
});

const bureau = uuidv7(new Date('2026-03-16T03:00:00Z'));
const sent = (rows: readonly NoticeRow[]): Message =>
  digest(unit, rows, {
    language: 'zh',
    page: null,
    now: new Date('2026-03-24T02:00:00Z'),
    unitName: (id) => (id === unit ? '市水务局' : id === bureau ? '市城管局' : null),
  });

const told: NoticeRow = {
  came: null,
  id: unit,
  kind: 'overdue',
  why: 'office',
  at: '2026-03-24T02:00:00.000Z',
  read: false,
  matter: { id: unit, number: '交办〔2026〕10-04', text: '修订营商环境办法', confidential: false },
  bulletin: null,
  swap: null,
  unit: null,
  due: '2026-03-23',
  who: null,
  said: null,
  color: null,
  granted: null,
};

test('the digest puts the gravest first: raised or red, listed or orange, yellow, and a blue one with what is due soon', () => {
  const row = (kind: NoticeRow['kind'], color: NoticeRow['color'] = null): NoticeRow => ({
    ...told,
    id: uuidv7(new Date()),
    matter: { ...told.matter!, id: uuidv7(new Date()) },
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
  expect(sent(rows).lines.map(({ text }) => /【(.*?)】/u.exec(text)![1])).toEqual([
    '提级办理',
    '红色督查单',
    '挂牌督办',
    '橙色督查单',
    '黄色督查单',
    '逾期',
    '批示',
    '蓝色督查单',
    '新交办',
  ]);
});

test('one matter is one line and counted once, the worst of it first, with its units and what was written', () => {
  const rows: NoticeRow[] = [
    { ...told, id: uuidv7(new Date()), kind: 'assigned', why: 'owner', unit },
    { ...told, id: uuidv7(new Date()), kind: 'reminded', why: 'owner', unit, said: '请抓紧' },
    { ...told, id: uuidv7(new Date()), kind: 'overdue', why: 'owner', unit },
    { ...told, id: uuidv7(new Date()), kind: 'overdue', why: 'owner', unit: bureau, at: '2026-03-24T03:00:00.000Z' },
  ];
  expect(sent(rows)).toMatchObject({
    title: '回音：有 1 件事需要知悉，其中逾期 1 件',
    lines: [
      {
        text: '【逾期、催办、新交办】交办〔2026〕10-04 修订营商环境办法，市水务局、市城管局，期限 3月23日，原话：请抓紧',
      },
    ],
  });
});

test.each<[string, Partial<NoticeRow>, string]>([
  ['what a handler owes is overdue', { why: 'owner', unit }, '，其中逾期 1 件'],
  ['so is what its head answers for', { why: 'superior', unit }, '，其中逾期 1 件'],
  ['and what was raised to a leader', { why: 'raised', unit }, '，其中逾期 1 件'],
  ['what a unit is late with is not the office’s', { why: 'office', unit }, ''],
  ['nor a leader’s', { why: 'mayor', unit }, ''],
  ['the office’s own is named as such', { why: 'office', unit: null }, '，其中督查室自身逾期 1 件'],
  ['so is the time that runs on after a unit has refused', { why: 'refused', unit }, '，其中督查室自身逾期 1 件'],
  ['and is not a leader’s', { why: 'mayor', unit: null }, ''],
])('counted as overdue in the title: %s', (_, row, late) => {
  expect(sent([{ ...told, ...row }]).title).toBe(`回音：有 1 件事需要知悉${late}`);
});

test('of what is confidential the digest names neither words nor unit', () => {
  const { text } = sent([{ ...told, unit, matter: { ...told.matter!, confidential: true }, said: '请抓紧' }]).lines[0]!;
  expect(text).toBe('【逾期】交办〔2026〕10-04（不公开事项，内容请登录查看），期限 3月23日');
});
