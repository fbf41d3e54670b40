import { expect, test } from 'vitest';
import { canonicalJson } from '../../kernel/index.ts';
import { fold, foldAll } from './fold.rules.ts';
import { ASSIGNED, CLOSED, FILES, living, REGISTERED, WORKING, type Step } from './life.fixture.ts';
import type { MatterAct } from './effect.rules.ts';
import type { MatterState } from './state.rules.ts';

const LONG: Step[] = [
  ...ASSIGNED,
  ['roads', 'refuse', '03-02 11:00', { reason: '无此职责' }],
  ['water', 'accept', '03-02 12:00'],
  ['water', 'extend', '03-03 09:00', { until: '2026-03-31', reason: '汛期' }],
  ['office', 'pause', '03-04 09:00', { reason: '待批' }],
  ['office', 'grant', '03-05 09:00', { unit: 'water' }],
  ['office', 'resume', '03-06 09:00'],
  ['office', 'assign', '03-06 10:00', { lead: 'water', co: ['parks'] }],
  ['water', 'report', '03-06 11:00', { text: '过半', percent: 50, files: FILES }],
  ['office', 'remind', '03-09 09:00', {}],
  [
    'office',
    'correct',
    '03-09 10:00',
    { reason: '笔误', text: '疏通西渠', area: '水利', aim: null, confidential: true },
  ],
  ['water', 'answer', '03-10 09:00', { result: '已办', files: FILES, withoutCo: '园林下月办' }],
  ['office', 'return', '03-11 09:00', { reason: '缺照片', due: '2026-03-20' }],
];

/** The same value, in which nothing can be changed. */
function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(frozen);
  return value;
}

test('folding changes neither the state before nor the act', () => {
  let state: MatterState | null = null;
  for (const act of living(LONG).acts) state = frozen(fold(state, frozen(structuredClone(act))));
  expect(state).toEqual(living(LONG).state);
});

test('the same acts always give the same matter', () => {
  const { acts } = living(LONG);
  expect(canonicalJson(foldAll(acts))).toBe(canonicalJson(foldAll(acts)));
});

test('what a matter keeps of all that was done to it', () => {
  expect(living(LONG).state).toMatchObject({
    seq: 14,
    moved: 14,
    text: '疏通西渠',
    area: '水利',
    aim: null,
    confidential: true,
    due: '2026-03-20',
    percent: 50,
    paused: false,
    asked: [],
    counts: { bounces: 1, reminders: 1, returns: 1, reopenings: 0, extensions: 1, reports: 1 },
    registeredAt: '2026-03-02T01:00:00.000Z',
    updatedAt: '2026-03-11T01:00:00.000Z',
    entered: { registered: '2026-03-02T01:00:00.000Z', working: '2026-03-11T01:00:00.000Z' },
  });
  expect(living(LONG).state.files).toHaveLength(2);
  expect(living([...CLOSED, ['mayor', 'reopen', '04-01 09:00', { reason: '又堵' }]]).state.counts.reopenings).toBe(1);
});

test('a look from before a note, a file, a reminder or a report still holds; from before an answer it does not', () => {
  const moved = (step: Step): number => living([...WORKING, step]).state.moved;
  expect(moved(['mayor', 'note', '03-03 09:00', { text: '看过' }])).toBe(3);
  expect(moved(['water', 'attach', '03-03 09:00', { files: FILES }])).toBe(3);
  expect(moved(['office', 'remind', '03-03 09:00', {}])).toBe(3);
  expect(moved(['water', 'report', '03-03 09:00', { text: '过半' }])).toBe(3);
  expect(moved(['mayor', 'instruct', '03-03 09:00', { text: '抓紧' }])).toBe(3);
  expect(moved(['water', 'answer', '03-03 09:00', { result: '已办', files: FILES }])).toBe(4);
  expect(moved(['office', 'correct', '03-03 09:00', { reason: '笔误', text: '疏通西渠' }])).toBe(4);
});

test('no acts, no matter', () => {
  expect(foldAll([])).toBeNull();
});

const [register, assign] = living(ASSIGNED).acts as [MatterAct, MatterAct];
test.each<[sentence: string, acts: MatterAct[], what: RegExp]>([
  ['a matter does not begin with its assignment', [assign], /first act assign/u],
  ['nor with a registration that opens nothing', [{ ...register, effects: [] }], /does not open/u],
  [
    'no clock stops that does not run',
    [register, { ...assign, effects: [{ do: 'stop', clock: 'answer', unit: null, how: 'met' }] }],
    /clock answer, which is not open/u,
  ],
  [
    'no clock stops twice',
    [
      ...living(REGISTERED).acts,
      assign,
      ...[3, 4].map((seq): MatterAct => ({
        ...assign,
        seq,
        effects: [{ do: 'stop', clock: 'answer', unit: assign.given['lead'] as string, how: 'met' }],
      })),
    ],
    /not open/u,
  ],
])('acts that are no matter’s are refused by name: %s', (_, acts, what) => {
  expect(() => foldAll(acts)).toThrow(what);
});
