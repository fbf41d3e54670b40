import { describe, expect, test } from 'vitest';
import { nationalCalendar } from '../../kernel/index.ts';
import { viewClock } from './clocks.rules.ts';
import {
  ALONE,
  ASSIGNED,
  at,
  FILES,
  lived,
  REGISTERED,
  told,
  UNITS,
  weekly,
  WORKING,
  type Step,
} from './life.fixture.ts';

const clockOf = (steps: Step[], name: string) => lived(steps).clocks.findLast((c) => c.clock === name)!;
const answered = (when: string): Step => ['water', 'answer', when, { result: '已办', files: FILES }];

describe('how a clock looks', () => {
  const soon: Step[] = [
    ...REGISTERED,
    ['office', 'assign', '03-02 10:00', { lead: 'water', co: [], due: '2026-03-09' }],
    WORKING[2]!,
  ];
  test.each<[sentence: string, steps: Step[], when: string, slip: string, left: number | null, spent: number]>([
    ['just begun', soon, '03-02 16:00', 'calm', 5, 0],
    ['a day passes', soon, '03-03 09:00', 'calm', 4, 0.2],
    ['two working days left: soon', soon, '03-05 09:00', 'soon', 2, 0.6],
    ['over the weekend nothing passes', soon, '03-08 23:00', 'soon', 1, 0.8],
    ['on the last day, an hour before the close', soon, '03-09 17:00', 'soon', 0, 1],
    ['on the last day at 18:00 sharp', soon, '03-09 18:00', 'soon', 0, 1],
    ['on the last evening: overdue, though no working day has passed', soon, '03-09 18:01', 'overdue', -1, 1],
    ['two days over', soon, '03-11 09:00', 'overdue', -2, 1.4],
    [
      'standing still',
      [...soon, ['office', 'pause', '03-04 09:00', { reason: '待批' }]],
      '03-30 09:00',
      'paused',
      3,
      0.4,
    ],
    ['answered in time', [...soon, answered('03-05 09:00')], '04-30 09:00', 'met', null, 0.6],
    ['answered late', [...soon, answered('03-10 09:00')], '04-30 09:00', 'late', null, 1.2],
    [
      'let go',
      [...soon, ['office', 'assign', '03-04 09:00', { lead: 'roads', co: [] }]],
      '04-30 09:00',
      'void',
      null,
      0.4,
    ],
  ])('%s', (_, steps, when, slip, left, spent) => {
    const clock = lived(steps).clocks.find((c) => c.clock === 'answer' && c.unit === UNITS.water)!;
    const view = viewClock(clock, at(when), nationalCalendar);
    expect(view).toMatchObject({ slip, workdaysLeft: left });
    expect(view.spent).toBeCloseTo(spent);
  });

  test('the instant at which it runs out is the close of business in the city', () => {
    expect(viewClock(clockOf(soon, 'answer'), at('03-03 09:00'), nationalCalendar).dueAt).toBe(
      '2026-03-09T10:00:00.000Z',
    );
  });
});

describe('clocks that other mechanisms may have', () => {
  const clock = (text: string): [string, string] => ['clocks:\n', `clocks:\n  ${text}\n`];
  const dispatch = weekly(
    clock(
      'dispatch: { name: { zh: 转办, en: To assign }, scope: matter, from: [register], until: [assign, close], limit: 1 workday }',
    ),
  );
  const reporting = weekly(
    clock(
      'next: { name: { zh: 续报, en: Next report }, scope: unit, from: [accept, report], until: [report, answer, close], limit: 5 workdays }',
    ),
  );
  const judged = weekly(
    clock(
      'whole: { name: { zh: 全程, en: Whole }, scope: unit, from: [assign], until: [verify, close], limit: 10 workdays }',
    ),
  );

  test('the office’s own time to assign starts as the matter is registered', () => {
    expect(told(lived(REGISTERED, { mechanism: dispatch })).clocks).toEqual({ dispatch: '2026-03-03' });
    expect(told(lived(ALONE, { mechanism: dispatch })).clocks).toMatchObject({ dispatch: 'met' });
  });

  test('a clock that one act both ends and begins runs anew: a report is owed every five working days', () => {
    const state = lived([...WORKING, ['water', 'report', '03-05 09:00', { text: '过半' }]], { mechanism: reporting });
    const next = state.clocks.filter((c) => c.clock === 'next');
    expect(next.map((c) => c.how ?? c.due)).toEqual(['met', '2026-03-12']);
  });

  test('a co-unit’s report ends and begins its own clock alone', () => {
    const steps: Step[] = [
      ...ASSIGNED,
      ['water', 'accept', '03-02 11:00'],
      ['roads', 'accept', '03-03 11:00'],
      ['roads', 'report', '03-05 09:00', { text: '过半' }],
    ];
    expect(told(lived(steps, { mechanism: reporting })).clocks).toMatchObject({
      'next water': '2026-03-09',
      'next roads': '2026-03-12',
    });
  });

  test('the office’s verdict ends the units’ clocks that wait for it', () => {
    const steps: Step[] = [...WORKING, answered('03-04 09:00')];
    expect(told(lived(steps, { mechanism: judged })).clocks).toMatchObject({ 'whole water': '2026-03-16' });
    expect(told(lived([...steps, ['office', 'verify', '03-05 09:00']], { mechanism: judged })).clocks).toMatchObject({
      'whole water': 'met',
    });
  });

  test('what is struck off before it was done was not done in time', () => {
    const early = weekly([
      'close: { by: [supervisor], from: [verified]',
      'close: { by: [supervisor], from: [verified, working]',
    ]);
    const closing = (when: string): Step[] => [...WORKING, ['office', 'close', when]];
    expect(told(lived(closing('03-05 09:00'), { mechanism: early })).clocks).toMatchObject({ 'answer water': 'void' });
    expect(told(lived(closing('03-23 09:00'), { mechanism: early })).clocks).toMatchObject({ 'answer water': 'late' });
  });

  test('where striking off is itself what the clock waits for, it is', () => {
    const bare = weekly(
      clock('end: { name: { zh: 了结, en: End }, scope: matter, from: [register], until: [close], limit: 30 days }'),
    );
    const steps: Step[] = [
      ...WORKING,
      answered('03-04 09:00'),
      ['office', 'verify', '03-05 09:00'],
      ['office', 'close', '03-05 10:00'],
    ];
    expect(told(lived(steps, { mechanism: bare })).clocks).toMatchObject({ end: 'met' });
  });
});
