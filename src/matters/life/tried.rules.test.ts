import { describe, expect, test } from 'vitest';
import { factOf } from '../facts/fact.rules.ts';
import { bitOf } from '../../mechanism/index.ts';
import { disputed } from './disputed.rules.ts';
import { appeals, DISPUTED, lived, refusalOf, told, type Step } from './life.fixture.ts';
import { project } from './project.rules.ts';

const world = { mechanism: appeals() };
const untilReached = { mechanism: appeals(['    tries: 3\n', '']) };
/** Said bad on Friday 6 March: two working days to call back, until Tuesday. */
const vain = (when: string): Step => ['office', 'callback', when, { reached: false, text: '无人接听' }];
const heard = (when: string, more: object): Step => [
  'office',
  'callback',
  when,
  { reached: true, text: '来电', ...more },
];
const TWICE: Step[] = [...DISPUTED, vain('03-09 09:30'), vain('03-09 16:00')];
const THRICE: Step[] = [...DISPUTED, vain('03-06 17:00'), vain('03-09 09:30'), vain('03-10 10:00')];
const AGAIN: Step[] = [
  ...THRICE,
  ['office', 'reopen', '03-10 11:00', { reason: '重办' }],
  ['water', 'propose', '03-11 10:00', { result: '主路也通了' }],
  ['waterHead', 'answer', '03-12 09:00', { result: '主路也通了' }],
  ['firm', 'evaluate', '03-12 11:00', { stars: 1, solved: false, satisfied: false }],
];
const calledBack = (steps: Step[]): boolean =>
  (factOf(lived(steps, world), world.mechanism).marks & bitOf('called-back')) !== 0;
const exclude: Step = ['office', 'exclude', '03-10 11:00', { reason: '与本市无关', told: '评价不计入统计' }];

describe('a call that reaches nobody', () => {
  test.each<[sentence: string, steps: Step[], clock: string, todo: string, refusal: string | null]>([
    [
      'the matter is still to be called about, by the same day',
      [...DISPUTED, vain('03-09 09:30')],
      '2026-03-10',
      'callback',
      'matter.call-back-again',
    ],
    ['however often on one day', TWICE, '2026-03-10', 'callback', 'matter.call-back-again'],
    ['tried on as many days as the file asks for, that is enough', THRICE, 'met', 'reopen', null],
    [
      'reached the next day, it is what they say',
      [...TWICE, heard('03-10 09:00', { solved: false })],
      'met',
      'reopen',
      null,
    ],
    [
      'of a discontent said anew it is tried anew',
      [...AGAIN, vain('03-13 09:00')],
      '2026-03-16',
      'callback',
      'matter.call-back-again',
    ],
  ])('%s', (_, steps, clock, todo, refusal) => {
    const state = lived(steps, world);
    expect(disputed(state), 'their no stands').toBe(true);
    expect(told(state).clocks['callback']).toBe(clock);
    expect(project(state, world.mechanism).matter.todo).toBe(todo);
    const when = exclude[2].replace(/^03-10/u, steps.at(-1)![2].slice(0, 5));
    expect(refusalOf(steps, ['office', 'exclude', when, { reason: '与本市无关', told: '评价不计入统计' }], world)).toBe(
      refusal,
    );
  });

  test('is tried for good where the file names no number', () => {
    const state = lived(THRICE, untilReached);
    expect([told(state).clocks['callback'], project(state, untilReached.mechanism).matter.todo]).toEqual([
      '2026-03-10',
      'callback',
    ]);
    expect(refusalOf(THRICE, exclude, untilReached)).toBe('matter.call-back-until-reached');
  });

  test('counts among no calls, and takes back nothing that was heard', () => {
    expect(calledBack(THRICE)).toBe(false);
    const content = heard('03-09 09:30', { solved: true, satisfied: true });
    const away: Step[] = [...DISPUTED, content, vain('03-10 09:00'), vain('03-11 09:00'), vain('03-12 09:00')];
    expect(calledBack(away)).toBe(true);
    expect(disputed(lived(away, world)), 'they said that it is right now').toBe(false);
  });

  test('is kept, each one, until there is another answer', () => {
    expect(lived(TWICE, world).attempts).toHaveLength(2);
    expect(lived(AGAIN, world).attempts).toEqual([]);
  });
});
