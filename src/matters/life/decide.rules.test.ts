import { describe, expect, test } from 'vitest';
import { numbered } from './decide.rules.ts';
import {
  ALONE,
  ANSWERED,
  ASSIGNED,
  at,
  attempt,
  CLOSED,
  FILES,
  lived,
  REGISTERED,
  weekly,
  WORKING,
  type Step,
} from './life.fixture.ts';

const answer = { result: '已办', files: FILES };

describe('what is refused', () => {
  const noReport = weekly(
    ['  report: { by: [lead, co], from: [working] }\n', ''],
    ['until: [report, answer, close]', 'until: [answer, close]'],
  );
  test.each<[sentence: string, before: Step[], step: Step, code: string, where?: string]>([
    ['nothing can be done to what is not registered', [], ['office', 'assign', '03-02 10:00', {}], 'not-registered'],
    ['a matter is registered once', REGISTERED, REGISTERED[0]!, 'already-registered'],
    ['a unit does not assign', REGISTERED, ['water', 'assign', '03-02 10:00', {}], 'not-your-act'],
    ['a unit that has no part does not accept', ALONE, ['roads', 'accept', '03-02 10:00'], 'not-your-act'],
    [
      'an administrator runs the house and does not judge answers',
      ANSWERED,
      ['admin', 'verify', '03-19 09:00'],
      'not-your-act',
    ],
    ['an answer before the lead has accepted', ALONE, ['water', 'answer', '03-03 09:00', answer], 'stage-forbids-act'],
    [
      'a matter is not struck off before it is verified',
      ANSWERED,
      ['office', 'close', '03-19 09:00'],
      'stage-forbids-act',
    ],
    [
      'nothing is noted on what is struck off',
      CLOSED,
      ['office', 'note', '03-20 09:00', { text: '补' }],
      'stage-forbids-act',
    ],
    ['nobody accepts twice', WORKING, ['water', 'accept', '03-03 09:00'], 'stance-forbids-act'],
    [
      'nobody refuses what he accepted',
      [...ASSIGNED, ['roads', 'accept', '03-02 11:00']],
      ['roads', 'refuse', '03-02 12:00', { reason: '不' }],
      'stance-forbids-act',
    ],
    ['nobody is reminded of what nobody has', REGISTERED, ['office', 'remind', '03-02 10:00'], 'stage-forbids-act'],
    [
      'a unit without a part is not reminded',
      ALONE,
      ['office', 'remind', '03-02 12:00', { unit: 'schools' }],
      'unit-not-in-matter',
      '/given/unit',
    ],
    ['a refusal says why', ALONE, ['water', 'refuse', '03-02 11:00'], 'given-malformed'],
    [
      'an answer has evidence',
      WORKING,
      ['water', 'answer', '03-05 11:00', { result: '已办' }],
      'give-evidence',
      '/given/files',
    ],
    [
      'a day that has passed cannot be kept',
      REGISTERED,
      ['office', 'assign', '03-02 10:00', { lead: 'water', co: [], due: '2026-03-01' }],
      'due-in-the-past',
      '/given/due',
    ],
    [
      'nor registered with one',
      [],
      ['office', 'register', '03-02 10:00', { text: '清淤', due: '2026-03-01' }],
      'due-in-the-past',
      '/given/due',
    ],
    [
      'nor returned for one',
      ANSWERED,
      ['office', 'return', '03-19 10:00', { reason: '缺', due: '2026-03-18' }],
      'due-in-the-past',
      '/given/due',
    ],
    [
      'a correction corrects',
      WORKING,
      ['office', 'correct', '03-05 09:00', { reason: '笔误', text: '疏通东渠' }],
      'correct-changes-nothing',
    ],
    [
      'no act takes what it has no place for',
      ALONE,
      ['water', 'accept', '03-02 11:00', { effects: [] }],
      'given-malformed',
    ],
  ])('%s', (_, before, step, code, pointer) => {
    const decided = attempt(before.length ? lived(before) : null, step);
    expect(decided).toMatchObject({ ok: false, problem: { code: `matter.${code}`, ...(pointer && { pointer }) } });
  });

  test('an act that the mechanism leaves out, to anybody', () => {
    const state = lived(WORKING, { mechanism: noReport });
    const decided = attempt(state, ['water', 'report', '03-05 09:00', { text: '过半' }], { mechanism: noReport });
    expect(decided).toMatchObject({ problem: { code: 'matter.act-not-in-mechanism', status: 403 } });
  });

  test('reminding is refused where the mechanism lets it be done and nobody has the matter', () => {
    const mechanism = weekly([
      'from: [assigned, working, refused] }',
      'from: [registered, assigned, working, refused] }',
    ]);
    const decided = attempt(lived(REGISTERED), ['office', 'remind', '03-02 10:00'], { mechanism });
    expect(decided).toMatchObject({ problem: { code: 'matter.nobody-to-remind' } });
  });
});

test.each([
  [
    'note',
    'accept: { by: [lead, co], from: [assigned, working], to: working',
    ['water', 'accept', '03-02 11:00'] as Step,
    ALONE,
  ],
  [
    'due',
    'reopen: { by: [supervisor, mayor], from: [closed], to: working',
    ['mayor', 'reopen', '04-01 09:00', { reason: '又堵' }] as Step,
    CLOSED,
  ],
])('a mechanism may demand a %s', (demand, rule, step, before) => {
  const given = `${rule}, give: [${demand}]`;
  const changed =
    demand === 'due' ? weekly([`${rule}, give: [reason]`, `${rule}, give: [reason, due]`]) : weekly([rule, given]);
  expect(attempt(lived(before), step, { mechanism: changed })).toMatchObject({
    ok: false,
    problem: { code: `matter.give-${demand}`, status: 400, pointer: `/given/${demand}` },
  });
});

test('faults of what was given are all told at once, each with its place', () => {
  const decided = attempt(lived(WORKING), ['water', 'report', '03-05 09:00', { percent: 140, files: ['x'], extra: 1 }]);
  const errors = decided.ok ? [] : (decided.problem.errors ?? []).map((e) => `${e.code} ${e.pointer}`);
  expect(errors.toSorted()).toEqual([
    'matter.given-missing /given/text',
    'matter.given-not-an-id /given/files/0',
    'matter.given-too-large /given/percent',
    'matter.given-unknown /given/extra',
  ]);
});

test('a quantity that is none is told what would be one', () => {
  const decided = attempt(lived(WORKING), ['office', 'correct', '03-05 09:00', { weight: '1e5', reason: '核对' }]);
  const errors = decided.ok ? [] : (decided.problem.errors ?? []).map((e) => `${e.code} ${e.pointer}`);
  expect(errors).toEqual(['matter.given-not-a-quantity /given/weight']);
});

test('time does not run backwards within a matter, nor is a deadline judged by a clock that does', () => {
  const late = attempt(lived([...ALONE, ['office', 'note', '03-03 18:30', { text: '等' }]]), [
    'water',
    'accept',
    '03-03 17:59',
  ]);
  expect(late).toMatchObject({ ok: true, value: { at: at('03-03 18:30').toISOString() } });
  expect(late.ok && late.value.effects).toContainEqual({
    do: 'stop',
    clock: 'accept',
    unit: expect.anything(),
    how: 'late',
  });
});

test('decided before it is known which number is the next, it is what it would have been with that one', () => {
  const decided = attempt(null, REGISTERED[0]!);
  if (!decided.ok) throw new Error('it was refused');
  const round = { id: '00000000-0000-7000-8000-000000000900', number: 7 };
  expect(numbered(decided.value, weekly(), { year: 2026, round, n: 3 })).toEqual(decided.value);
  const other = numbered(decided.value, weekly(), { year: 2026, round, n: 12 });
  const [opening, ...rest] = decided.value.effects;
  expect(other).toEqual({ ...decided.value, effects: [{ ...opening, n: 12, number: '交办〔2026〕7-12' }, ...rest] });
});

test('a matter opened under one version of its mechanism says so, with its number', () => {
  const state = lived(REGISTERED, { version: 4 });
  expect(state).toMatchObject({
    mechanism: 'weekly-assignment',
    version: 4,
    number: '交办〔2026〕7-03',
    visibility: 'city',
  });
});
