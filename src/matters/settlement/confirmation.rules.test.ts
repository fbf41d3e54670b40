import { describe, expect, test } from 'vitest';
import { AGREEMENT, disputes, lived, MET, outcomeOf, SETTLED, told, type Step } from '../life/life.fixture.ts';

const mechanism = disputes();
const world = { mechanism };
const code = (steps: readonly Step[], step: Step): string => outcomeOf(steps, step, world);
const keep = (obligation: number, when: string): Step => ['water', 'keep', when, { obligation }];
const first = keep(1, '03-12 09:00');

describe('the right to have a court confirm it (人民调解法 33: within thirty days of the agreement)', () => {
  const ask = (when: string, appliedOn: string): Step => [
    'water',
    'confirm',
    when,
    { court: '东湖区人民法院', appliedOn },
  ];

  test.each([
    ['2026-04-03', 'done', 'the twenty-ninth day'],
    ['2026-04-07', 'done', 'the thirtieth day was the Saturday of a holiday: its end is the working day after'],
    ['2026-04-08', 'matter.confirm-lapsed', 'one day later'],
  ])('%s: %s, %s', (day, expected) => {
    expect(code(SETTLED, ask(`${day.slice(5)} 10:00`, day))).toBe(expected);
  });

  test('is not used before there was an agreement', () => {
    expect(code(SETTLED, ask('03-10 10:00', '2026-03-01'))).toBe('matter.applied-before-signing');
  });

  test('is nobody’s lateness when it was not used', () => {
    const done: Step[] = [...SETTLED, first, keep(2, '03-30 09:00'), ['water', 'close', '05-06 09:00']];
    expect(clocks(done)).toMatchObject({ 'confirmation water': 'void' });
    function clocks(steps: readonly Step[]) {
      return told(lived(steps, world)).clocks;
    }
  });

  test('is counted from the day on which it was signed, though it was told of later', () => {
    const late: Step = ['water', 'settle', '03-10 16:00', { ...AGREEMENT, signedOn: '2026-03-02' }];
    expect(told(lived([...MET, late], world)).clocks).toMatchObject({ 'confirmation water': '2026-04-01' });
  });

  test('asked for once', () => {
    expect(code([...SETTLED, ask('03-10 10:00', '2026-03-09')], ask('03-11 10:00', '2026-03-11'))).toBe(
      'matter.confirmed-already',
    );
  });
});
