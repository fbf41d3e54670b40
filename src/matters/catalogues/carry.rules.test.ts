import { expect, test } from 'vitest';
import { bitOf, common } from '../../mechanism/index.ts';
import { factOf } from '../facts/fact.rules.ts';
import { attempt, FILES, lived, replicationPart, told, type Doing } from '../life/life.fixture.ts';

// What the city's earlier ledger says of a unit, taken over by the office: it leads where the unit's own word would have led.

const part = { mechanism: replicationPart() };
const GIVEN: Doing[] = [
  ['office', 'register', '03-02 09:00', { text: '企业开办一窗通办', due: '2026-06-30' }],
  ['office', 'assign', '03-02 10:00', { lead: 'water', co: [] }],
];
const carry = (stands: string, more: object = {}, when = '03-02 11:00'): Doing => [
  'office',
  'carry',
  when,
  { stands, book: '市台账', ...more },
];
const GOING: Doing[] = [...GIVEN, carry('going', { text: '正在对接' })];
const DONE: Doing[] = [...GIVEN, carry('done', { text: '窗口已开', doneOn: '2026-01-20', evidence: '窗口照片' })];
const NONE: Doing[] = [...GIVEN, carry('none', { text: '本县没有口岸' })];

test.each<[sentence: string, steps: Doing[], stage: string, stance: string, clocks: object]>([
  [
    'what is under way goes on against its clock',
    GOING,
    'working',
    'accepted',
    { 'accept water': 'met', 'answer water': '2026-06-30' },
  ],
  [
    'what is done waits for the office, and is not struck off by a table',
    DONE,
    'answered',
    'answered',
    { 'accept water': 'met', 'answer water': 'met', closing: '2026-03-09' },
  ],
  [
    'what does not apply waits for the office’s word',
    NONE,
    'claimed',
    'answered',
    { 'accept water': 'met', 'answer water': 'met', closing: '2026-03-09' },
  ],
])('%s', (_, steps, stage, stance, clocks) => {
  const state = lived(steps, part);
  expect(state).toMatchObject({ stage, units: [{ stance }] });
  expect(told(state).clocks).toEqual(clocks);
});

test('what the ledger said is kept in its words, as the office’s and from which ledger', () => {
  expect(lived(DONE, part).carried).toMatchObject({
    stands: 'done',
    book: '市台账',
    text: '窗口已开',
    doneOn: '2026-01-20',
    evidence: '窗口照片',
  });
  expect(lived(NONE, part).waiver).toMatchObject({ reason: '本县没有口岸', granted: null });
});

const result = (steps: readonly Doing[], step: Doing): string =>
  ((decided) => (decided.ok ? 'done' : decided.problem.code.replace('matter.', '')))(
    attempt(lived(steps, part), step, part),
  );
const later = '03-03 09:00';

test.each<[sentence: string, steps: Doing[], step: Doing, result: string]>([
  ['a unit takes nothing over itself', GIVEN, ['water', ...carry('done').slice(1)] as unknown as Doing, 'not-your-act'],
  ['a day that has not come is a slip of the pen', GIVEN, carry('done', { doneOn: '2026-12-01' }), 'carried-ahead'],
  ['“none of ours” wants a why', GIVEN, carry('none'), 'carried-unexplained'],
  ['the same once more is nothing new', GOING, carry('going', { text: '正在对接' }, later), 'carried-already'],
  [
    'nor from a ledger of another name',
    GOING,
    carry('going', { text: '正在对接', book: '二' }, later),
    'carried-already',
  ],
  ['what was under way may be done by the next', GOING, carry('done', { text: '已上线' }, later), 'done'],
  [
    'a unit that has accepted here says itself how far it is',
    [...GIVEN, ['water', 'accept', '03-02 11:00']],
    carry('done', {}, later),
    'carried-in-hand',
  ],
  ['what is done is taken over no more', DONE, carry('going', {}, later), 'stage-forbids-act'],
  ['done by a ledger alone is not struck off', DONE, ['office', 'close', later], 'carried-without-evidence'],
  [
    'but against evidence it is',
    [...DONE, ['water', 'attach', later, { files: FILES }]],
    ['office', 'close', '03-03 10:00'],
    'done',
  ],
  ['or it is sent back', DONE, ['office', 'return', later, { reason: '补交照片' }], 'done'],
  ['what does not apply is agreed to as ever', NONE, ['office', 'exempt', later], 'done'],
])('%s', (_, steps, step, said) => {
  expect(result(steps, step)).toBe(said);
});

test('done by a ledger counts as done and says nothing of time, until the unit answers itself', () => {
  const marks = (steps: readonly Doing[]) => {
    const { marks: bits } = factOf(lived(steps, part), part.mechanism);
    return (['answered', 'in-time', 'late', 'carried'] as const).filter((mark) => common(bits, bitOf(mark)));
  };
  const back: Doing[] = [...DONE, ['office', 'return', later, { reason: '补交照片' }]];
  expect(marks(GOING)).toEqual([]);
  expect(marks(DONE)).toEqual(['answered', 'carried']);
  expect(marks(back)).toEqual([]);
  expect(result(back, carry('done', {}, '03-04 09:00')), 'what is asked again is the unit’s to answer').toBe(
    'carried-in-hand',
  );
  expect(marks([...back, ['water', 'answer', '03-04 09:00', { result: '附照片', files: FILES }]])).toEqual([
    'answered',
    'in-time',
  ]);
});
