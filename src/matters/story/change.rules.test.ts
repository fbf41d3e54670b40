import { describe, expect, test } from 'vitest';
import { ACCEPTED, ASSIGNED, disputes, living, REGISTERED, UNITS, WORKING, type Step } from '../life/life.fixture.ts';
import { changesOf } from './change.rules.ts';
import { stepsOf } from './step.rules.ts';

const { water, roads, parks, schools } = UNITS;
const { acts: LONG } = living([
  ...WORKING,
  ['water', 'report', '03-04 09:00', { text: '已进场', percent: 10 }],
  ['water', 'report', '03-05 09:00', { text: '过半', percent: 60 }],
  ['office', 'correct', '03-06 09:00', { text: '疏通东渠二期', reason: '漏字' }],
]);
const lastOf = (steps: Step[]) => changesOf(stepsOf(living(steps).acts).at(-1)!);

describe('what an act made different', () => {
  test.each<[sentence: string, steps: Step[], changes: unknown[]]>([
    ['a registration is all new and changes nothing', REGISTERED, []],
    ['the first assignment says itself whom it names', ASSIGNED, []],
    [
      'a correction: the words as they were and as they are, and nothing of what stayed',
      [...ASSIGNED, ['office', 'correct', '03-03 09:00', { text: '疏通东渠二期', area: '防汛', reason: '漏字' }]],
      [
        { of: 'text', from: '疏通东渠', to: '疏通东渠二期' },
        { of: 'area', from: null, to: '防汛' },
      ],
    ],
    [
      'a correction that makes it confidential',
      [...ASSIGNED, ['office', 'correct', '03-03 09:00', { confidential: true, reason: '涉密' }]],
      [{ of: 'confidential', from: false, to: true }],
    ],
    [
      'another assignment: who came, who left, whose part is another, and the day from and to',
      [
        ...ASSIGNED,
        ['office', 'assign', '03-03 09:00', { lead: 'roads', co: ['water', 'schools'], due: '2026-03-27' }],
      ],
      [
        { of: 'came', unit: schools, part: 'co' },
        { of: 'left', unit: parks, part: 'co' },
        { of: 'part', unit: water, from: 'lead', to: 'co' },
        { of: 'part', unit: roads, from: 'co', to: 'lead' },
        { of: 'due', from: '2026-03-20', to: '2026-03-27' },
        { of: 'clock', clock: 'answer', unit: water, from: '2026-03-20', to: '2026-03-27' },
        { of: 'clock', clock: 'answer', unit: roads, from: '2026-03-20', to: '2026-03-27' },
      ],
    ],
    [
      'more time asked for: from the day that stands to the day wished for',
      [...WORKING, ['water', 'extend', '03-10 09:00', { until: '2026-03-27', reason: '雨' }]],
      [{ of: 'asked', unit: water, from: '2026-03-20', to: '2026-03-27' }],
    ],
    [
      'more time granted: the clock’s day from and to',
      [
        ...WORKING,
        ['water', 'extend', '03-10 09:00', { until: '2026-03-27', reason: '雨' }],
        ['office', 'grant', '03-11 09:00', { unit: 'water', until: '2026-03-25' }],
      ],
      [{ of: 'clock', clock: 'answer', unit: water, from: '2026-03-20', to: '2026-03-25' }],
    ],
    [
      'resumed: due later by as long as it stood',
      [...WORKING, ['office', 'pause', '03-10 09:00', { reason: '待批' }], ['office', 'resume', '03-12 09:00', {}]],
      [{ of: 'clock', clock: 'answer', unit: water, from: '2026-03-20', to: '2026-03-24' }],
    ],
    ['a report moves nothing', [...WORKING, ['water', 'report', '03-04 09:00', { text: '已进场' }]], []],
  ])('%s', (_, steps, changes) => expect(lastOf(steps)).toEqual(changes));

  test('of a correction of the money at stake: how much it was, and how much it is', () => {
    const steps: Step[] = [...ACCEPTED, ['office', 'correct', '03-03 09:00', { amount: 20_000_000, reason: '核对' }]];
    expect(changesOf(stepsOf(living(steps, { mechanism: disputes() }).acts).at(-1)!)).toEqual([
      { of: 'amount', from: 12_000_000, to: 20_000_000 },
    ]);
  });

  test('what was so before is known though the reports in between were not read', () => {
    const moving = LONG.filter((act) => act.kind === 'correct' || act.effects.length > 0);
    expect(moving.length).toBeLessThan(LONG.length);
    expect(changesOf(stepsOf(moving).at(-1)!)).toEqual([{ of: 'text', from: '疏通东渠', to: '疏通东渠二期' }]);
  });
});
