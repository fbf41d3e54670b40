import { expect, test } from 'vitest';
import {
  at,
  indicators,
  lived,
  REGISTERED,
  SEATS,
  UNITS,
  weekly,
  type SeatName,
  type Step,
} from '../life/life.fixture.ts';
import { beforeAnswer } from './due-first.policy.ts';

// Which act is due before the answer: of an indicator its reading, of what takes a year its report of each month.

const MONTHLY = `  monthly:
    name: { zh: 月报时限, en: To report each month }
    scope: unit
    from: [accept, report]
    until: [answer, report, close]
    limit: 5 workdays next month
`;
const indicator = { mechanism: indicators() };
const reported = {
  mechanism: weekly(['  # What a leader asked to hear of', `${MONTHLY}  # What a leader asked to hear of`]),
};
const INDICATOR: Step[] = [
  [
    'office',
    'register',
    '03-02 09:00',
    { text: '新增规上企业', targets: [{ target: 'indicator', quantity: '60', in: '家', by: '2026-12-31' }] },
  ],
  ['office', 'assign', '03-02 10:00', { lead: 'water', co: [] }],
  ['water', 'accept', '03-02 15:00'],
];
const year = (due: string): Step[] => [
  ...REGISTERED,
  ['office', 'assign', '03-02 10:00', { lead: 'water', co: [], due }],
  ['water', 'accept', '03-02 15:00'],
];

test.each<[sentence: string, world: typeof indicator, steps: Step[], who: SeatName, first: string | null]>([
  ['before it is accepted nothing but to accept it', indicator, INDICATOR.slice(0, 2), 'water', 'accept'],
  ['of an indicator the reading', indicator, INDICATOR, 'water', 'measure'],
  ['the office has no unit’s time to keep', indicator, INDICATOR, 'office', null],
  ['who has no part in it has none either', indicator, INDICATOR, 'roads', null],
  [
    'of what takes a year the report, in whichever order its file names them',
    reported,
    year('2026-12-31'),
    'water',
    'report',
  ],
  ['where the answer is due before the report, the answer', reported, year('2026-03-20'), 'water', null],
  ['without a report each month, the answer', { mechanism: weekly() }, year('2026-12-31'), 'water', null],
])('%s', (_, world, steps, who, first) => {
  const unit = who in UNITS ? UNITS[who as keyof typeof UNITS] : null;
  const state = lived(steps, world);
  const asked = { caller: SEATS[who], unit: who === 'office' ? null : unit, now: at('03-10 10:00') };
  expect(beforeAnswer(world.mechanism, state, asked)).toBe(first);
});
