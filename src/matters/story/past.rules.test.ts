import { describe, expect, test } from 'vitest';
import { nationalCalendar } from '../../kernel/index.ts';
import { viewClock } from '../life/clocks.rules.ts';
import { ASSIGNED, at, CLOSED, living, UNITS, WORKING, type Step } from '../life/life.fixture.ts';
import { lastWords, pastsOf, wayOf } from './past.rules.ts';
import { stepsOf } from './step.rules.ts';

const stepsFrom = (steps: Step[]) => stepsOf(living(steps).acts);
const way = (steps: Step[], when: string) =>
  wayOf(stepsFrom(steps), at(when), nationalCalendar).map(({ stage, kind, workdays }) => [stage, kind, workdays]);

describe('the way here', () => {
  test.each<[sentence: string, steps: Step[], when: string, way: unknown[]]>([
    [
      'each stage with the act that led there and the working days spent in it; the present one up to now',
      WORKING,
      '03-09 09:00',
      [
        ['registered', 'register', 0],
        ['assigned', 'assign', 0],
        ['working', 'accept', 5],
      ],
    ],
    [
      'a stage that was entered twice stands in it twice',
      [
        ...ASSIGNED,
        ['water', 'refuse', '03-03 09:00', { reason: '职责不符' }],
        ['office', 'assign', '03-05 09:00', { lead: 'schools', co: [] }],
      ],
      '03-06 09:00',
      [
        ['registered', 'register', 0],
        ['assigned', 'assign', 1],
        ['refused', 'refuse', 2],
        ['assigned', 'assign', 1],
      ],
    ],
    [
      'what is struck off rests: no days are counted there, however long ago',
      CLOSED,
      '06-30 09:00',
      [
        ['registered', 'register', 0],
        ['assigned', 'assign', 0],
        ['working', 'accept', 12],
        ['answered', 'answer', 1],
        ['verified', 'verify', 0],
        ['closed', 'close', null],
      ],
    ],
  ])('%s', (_, steps, when, expected) => expect(way(steps, when)).toEqual(expected));
});

// Due on Friday 20 March, fourteen working days after Monday the 2nd.
const HELD: Step[] = [...WORKING, ['office', 'pause', '03-09 09:00', { reason: '待批' }]];
const answerOf = (steps: Step[], when: string) => {
  const { state } = living(steps);
  const i = state.clocks.findIndex((c) => c.clock === 'answer' && c.unit === UNITS.water);
  return {
    ...viewClock(state.clocks[i]!, at(when), nationalCalendar),
    ...pastsOf(stepsFrom(steps), at(when), nationalCalendar)[i]!,
  };
};

describe('what happened to a clock', () => {
  test('one that stands still says when it would run out if it went on today, and its bar is as long as that', () => {
    expect(answerOf(HELD, '03-11 09:00')).toMatchObject({
      due: '2026-03-20',
      dueIfResumed: '2026-03-24',
      pauses: [{ from: '2026-03-09', until: null, share: [5 / 16, 7 / 16] }],
    });
    expect(answerOf(HELD, '03-13 09:00')).toMatchObject({ dueIfResumed: '2026-03-26' });
  });

  test('set going again the pause stays in it, and the later day is no extension', () => {
    const resumed: Step[] = [...HELD, ['office', 'resume', '03-11 09:00', {}]];
    expect(answerOf(resumed, '03-16 09:00')).toMatchObject({
      due: '2026-03-24',
      dueIfResumed: null,
      pauses: [{ from: '2026-03-09', until: '2026-03-11', share: [5 / 16, 7 / 16] }],
      moves: [],
    });
  });

  test('an extension is marked where the former day lies, also one granted while it stands still', () => {
    const extended: Step[] = [
      ...WORKING,
      ['water', 'extend', '03-04 09:00', { until: '2026-03-27', reason: '雨' }],
      ['office', 'grant', '03-05 09:00', { unit: 'water' }],
    ];
    expect(answerOf(extended, '03-06 09:00').moves).toEqual([
      { from: '2026-03-20', to: '2026-03-27', on: '2026-03-05', kind: 'grant', share: 14 / 19 },
    ]);
    const held: Step[] = [
      ...extended.slice(0, -1),
      ['office', 'pause', '03-05 09:00', { reason: '待批' }],
      ['office', 'grant', '03-06 09:00', { unit: 'water' }],
    ];
    expect(answerOf(held, '03-06 10:00')).toMatchObject({
      moves: [{ from: '2026-03-20', to: '2026-03-27', kind: 'grant' }],
      pauses: [{ from: '2026-03-05', until: null }],
    });
  });

  test('a pause ends with its clock', () => {
    const closed: Step[] = [...HELD, ['office', 'assign', '03-11 09:00', { lead: 'roads', co: [] }]];
    expect(answerOf(closed, '03-30 09:00').pauses).toMatchObject([{ until: '2026-03-11' }]);
  });
});

describe('what a unit said last', () => {
  const { acts } = living([
    ...ASSIGNED,
    ['roads', 'refuse', '03-02 11:00', { reason: '不属本局' }],
    ['water', 'accept', '03-02 12:00'],
    ['water', 'report', '03-04 09:00', { text: '已进场' }],
    ['water', 'note', '03-05 09:00', { text: '备料' }],
    ['office', 'remind', '03-06 09:00', { text: '请抓紧' }],
  ]);
  const said = lastWords(acts);
  test.each([
    ['its newest report, not a note, nor what the office said', UNITS.water, '已进场'],
    ['the reason of its refusal', UNITS.roads, '不属本局'],
    ['nothing, where it has not spoken', UNITS.parks, undefined],
  ])('%s', (_, unit, text) => expect(said.get(unit)?.text).toBe(text));

  test('an heir has what the unit said whose place it took, until it speaks itself', () => {
    const merged = (unit: string, heir: string) =>
      ({ seq: 20, kind: 'succeed', at: '', seat: null, unit: null, given: { unit, heir } }) as const;
    const own = { ...acts.at(-1)!, seq: 21, kind: 'report', unit: UNITS.parks, given: { text: '接着办' } } as const;
    const taken = merged(UNITS.water, UNITS.parks);
    expect(lastWords([...acts, taken]).get(UNITS.parks)?.text).toBe('已进场');
    expect(lastWords([...acts, taken, own]).get(UNITS.parks)?.text).toBe('接着办');
    // An heir that had a part already has said what it said.
    expect(lastWords([...acts, merged(UNITS.roads, UNITS.water)]).get(UNITS.water)?.text).toBe('已进场');
  });
});
