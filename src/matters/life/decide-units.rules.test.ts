import { describe, expect, test } from 'vitest';
import {
  ALONE,
  ANSWERED,
  ASSIGNED,
  attempt,
  lived,
  REGISTERED,
  SEATS,
  TOGETHER,
  told,
  UNITS,
  weekly,
  WORKING,
  type Step,
} from './life.fixture.ts';

const REFUSED: Step[] = [...ALONE, ['water', 'refuse', '03-03 09:00', { reason: '不属本局' }]];
const after = (before: readonly Step[], step: Step) => lived([...before, step]);

describe('who leads and who helps', () => {
  test.each<[sentence: string, before: Step[], step: Step, then: Partial<ReturnType<typeof told>>]>([
    [
      'a bounce buys no day: the next lead has the same day to answer, and its own day to accept',
      REFUSED,
      ['office', 'assign', '03-12 09:00', { lead: 'roads', co: [] }],
      {
        stage: 'assigned',
        stances: { roads: 'lead assigned' },
        clocks: {
          'accept water': 'met',
          'answer water': 'void',
          'accept roads': '2026-03-13',
          'answer roads': '2026-03-20',
        },
      },
    ],
    [
      'reassigned after the day had passed, the next lead is overdue from the start unless a day is named',
      REFUSED,
      ['office', 'assign', '03-24 09:00', { lead: 'roads', co: [] }],
      {
        clocks: {
          'accept water': 'met',
          'answer water': 'void',
          'accept roads': '2026-03-25',
          'answer roads': '2026-03-20',
        },
      },
    ],
    [
      'the office may name a new day with a new lead',
      REFUSED,
      ['office', 'assign', '03-12 09:00', { lead: 'roads', co: [], due: '2026-03-31' }],
      {
        clocks: {
          'accept water': 'met',
          'answer water': 'void',
          'accept roads': '2026-03-13',
          'answer roads': '2026-03-31',
        },
      },
    ],
    [
      'the same unit may be asked again after it refused; its clock never stopped',
      REFUSED,
      ['office', 'assign', '03-12 09:00', { lead: 'water', co: [] }],
      {
        stage: 'assigned',
        stances: { water: 'lead assigned' },
        clocks: { 'accept water': '2026-03-13', 'answer water': '2026-03-20' },
      },
    ],
    [
      'an extension that was granted goes with the matter to the next lead',
      [
        ...ALONE,
        ['water', 'extend', '03-03 09:00', { until: '2026-03-27', reason: '汛期' }],
        ['office', 'grant', '03-03 10:00', { unit: 'water' }],
      ],
      ['office', 'assign', '03-04 09:00', { lead: 'roads', co: [] }],
      {
        clocks: {
          'accept water': 'late',
          'answer water': 'void',
          'accept roads': '2026-03-05',
          'answer roads': '2026-03-27',
        },
      },
    ],
    [
      'a lead taken off a matter that is overdue stays late: moving it wipes nothing from the record',
      WORKING,
      ['office', 'assign', '03-23 09:00', { lead: 'roads', co: [], due: '2026-03-31' }],
      {
        stances: { roads: 'lead assigned' },
        clocks: {
          'accept water': 'met',
          'answer water': 'late',
          'accept roads': '2026-03-24',
          'answer roads': '2026-03-31',
        },
      },
    ],
    [
      'another co-unit joins: the lead goes on working and is asked nothing again',
      WORKING,
      ['office', 'assign', '03-09 09:00', { lead: 'water', co: ['schools'] }],
      {
        stage: 'working',
        stances: { water: 'lead accepted', schools: 'co assigned' },
        clocks: {
          'accept water': 'met',
          'answer water': '2026-03-20',
          'accept schools': '2026-03-10',
          'answer schools': '2026-03-20',
        },
      },
    ],
    [
      'a co-unit that joins after the matter’s day has passed gets the five working days that no date gives',
      WORKING,
      ['office', 'assign', '03-23 09:00', { lead: 'water', co: ['schools'] }],
      {
        clocks: {
          'accept water': 'met',
          'answer water': '2026-03-20',
          'accept schools': '2026-03-24',
          'answer schools': '2026-03-30',
        },
      },
    ],
    [
      'a new day is a new day for all who stay',
      TOGETHER,
      ['office', 'assign', '03-09 09:00', { lead: 'water', co: ['roads'], due: '2026-03-31' }],
      {
        stage: 'working',
        stances: { water: 'lead accepted', roads: 'co accepted' },
        clocks: {
          'accept water': 'met',
          'accept roads': 'met',
          'accept parks': 'met',
          'answer water': '2026-03-31',
          'answer roads': '2026-03-31',
          'answer parks': 'void',
        },
      },
    ],
    [
      'lead and co-unit change places: both are asked again, neither gets more time',
      [
        ...ASSIGNED.slice(0, 1),
        ['office', 'assign', '03-02 10:00', { lead: 'water', co: ['roads'] }],
        ['water', 'accept', '03-02 11:00'],
      ],
      ['office', 'assign', '03-03 09:00', { lead: 'roads', co: ['water'] }],
      {
        stage: 'assigned',
        stances: { water: 'co assigned', roads: 'lead assigned' },
        clocks: {
          'accept water': '2026-03-04',
          'accept roads': '2026-03-03',
          'answer water': '2026-03-20',
          'answer roads': '2026-03-20',
        },
      },
    ],
  ])('%s', (_, before, step, then) => {
    expect(told(after(before, step))).toMatchObject(then);
  });

  test('whoever takes over has the time since the first dispatch behind it: the moment of starting is inherited', () => {
    const state = after(REFUSED, ['office', 'assign', '03-12 09:00', { lead: 'roads', co: [] }]);
    const taken = state.clocks.find((c) => c.clock === 'answer' && c.unit === UNITS.roads);
    expect(taken).toMatchObject({ startedAt: '2026-03-02T02:00:00.000Z', limit: 'due' });
  });

  test('a limit in days is inherited too, not only a day named', () => {
    const mechanism = weekly(['limit: due\n    otherwise: 5 workdays', 'limit: 5 workdays']);
    const state = lived(
      [...REFUSED, ['office', 'assign', '03-06 09:00', { lead: 'roads', co: [], due: '2026-03-31' }]],
      { mechanism },
    );
    expect(told(state).clocks).toMatchObject({ 'answer water': 'void', 'answer roads': '2026-03-09' });
  });

  test('bounces are counted for the matter and for the unit, again and again', () => {
    const state = lived([
      ...REFUSED,
      ['office', 'assign', '03-03 10:00', { lead: 'water', co: [] }],
      ['water', 'refuse', '03-03 11:00', { reason: '仍不属本局' }],
      ['office', 'assign', '03-03 12:00', { lead: 'roads', co: ['water'] }],
    ]);
    expect(state.counts.bounces).toBe(2);
    expect(state.units.map((u) => [u.part, u.bounces])).toEqual([
      ['co', 2],
      ['lead', 0],
    ]);
  });
});

describe('assignments that are refused', () => {
  test.each<
    [sentence: string, before: Step[], given: Record<string, unknown>, code: string, params: Record<string, unknown>]
  >([
    ['a unit does not help itself', REGISTERED, { lead: 'water', co: ['water'] }, 'lead-is-co', { unit: 'water' }],
    [
      'a unit helps once',
      REGISTERED,
      { lead: 'water', co: ['roads', 'parks', 'roads'] },
      'co-twice',
      { units: ['roads'] },
    ],
    [
      'what changes nothing is no assignment',
      WORKING,
      { lead: 'water', co: [], note: '再发一次' },
      'assign-changes-nothing',
      {},
    ],
  ])('%s', (_, before, given, code, params) => {
    expect(attempt(lived(before), ['office', 'assign', '03-02 16:00', given])).toMatchObject({
      ok: false,
      problem: { code: `matter.${code}`, params },
    });
  });

  test('nobody is handed a matter whose own day has passed: the first assignment must name another', () => {
    const state = lived(REGISTERED);
    expect(attempt(state, ['office', 'assign', '03-23 09:00', { lead: 'water', co: [] }])).toMatchObject({
      ok: false,
      problem: {
        code: 'matter.due-in-the-past',
        params: { due: '2026-03-20', today: '2026-03-23' },
        pointer: '/given/due',
      },
    });
    expect(attempt(state, ['office', 'assign', '03-23 09:00', { lead: 'water', co: [], due: '2026-03-27' }]).ok).toBe(
      true,
    );
  });

  test('two heads over two bureaus: a head without a unit in the matter has no part in it', () => {
    expect(attempt(lived(ANSWERED), ['countyHead', 'report', '03-18 12:00', { text: '…' }])).toMatchObject({
      problem: { code: 'matter.not-your-act', params: { act: 'report', by: ['lead', 'co'] } },
    });
    expect(SEATS.countyHead.units).toContain(UNITS.parks);
  });
});
