import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, dayNumber, nationalCalendar, type Day } from '../../kernel/index.ts';
import { attempt, FILES, lived, weekly, REGISTERED, type Doing, type Step } from '../life/life.fixture.ts';
import type { MatterState } from '../life/state.rules.ts';
import { project } from '../life/project.rules.ts';
import { fold } from '../life/fold.rules.ts';
import { dueBeginnings, goesOn } from './recurrence.rules.ts';

/** The shipped file with patrols below what is worked on, by a rule. */
const patrolled = (rule: string, more = '') =>
  weekly(
    ['  note: {', '  divide: { by: [supervisor, ladder], from: [assigned, working] }\n  note: {'],
    [
      '\nclocks:\n',
      `\nchildren: { kinds: [task] }\nrecurs:\n  patrol:\n    name: { zh: 巡查, en: Patrol }\n    kind: task\n    during: [assigned, working]\n    rule: ${rule}\n    limit: 2 workdays\n${more}\nclocks:\n`,
    ],
  );
const TUESDAYS = patrolled('FREQ=WEEKLY;BYDAY=TU');

const ASSIGNED: Step[] = [...REGISTERED, ['office', 'assign', '03-02 09:00', { lead: 'water', co: [] }]];
const WORKS: Step[] = [...ASSIGNED, ['water', 'accept', '03-02 10:00']];
const begins = (when: string, on: Day, missed: Day[] = []): Doing => [
  'ladder',
  'divide',
  when,
  { text: '巡查', lead: 'water', recurs: { what: 'patrol', on, missed } },
];
const nextOf = (state: MatterState, mechanism = TUESDAYS): Day | null => project(state, mechanism).matter.recursOn;

describe('what recurs below a matter', () => {
  test.each<[sentence: string, steps: Doing[], next: Day | null]>([
    ['nothing before the matter comes into its stages', REGISTERED, null],
    ['from the day on which it does, the first day that fits', ASSIGNED, '2026-03-03'],
    ['moving between these stages changes nothing', WORKS, '2026-03-03'],
    ['once begun, the day after that', [...WORKS, begins('03-03 06:00', '2026-03-03')], '2026-03-10'],
    [
      'what was missed is passed',
      [...WORKS, begins('03-19 06:00', '2026-03-17', ['2026-03-03', '2026-03-10'])],
      '2026-03-24',
    ],
    ['while it stands still nothing', [...WORKS, ['office', 'pause', '03-02 11:00', { reason: '待批复' }]], null],
    [
      'as it goes on, the next from then, and nothing was missed meanwhile',
      [...WORKS, ['office', 'pause', '03-02 11:00', { reason: '待批复' }], ['office', 'resume', '03-11 09:00']],
      '2026-03-17',
    ],
    [
      'once the stages are left it is over',
      [
        ...WORKS,
        ['water', 'answer', '03-04 09:00', { result: '已疏通', files: ['00000000-0000-7000-8000-000000000800'] }],
      ],
      null,
    ],
    [
      'when they are entered again it is reckoned anew',
      [
        ...WORKS,
        ['water', 'answer', '03-02 12:00', { result: '已疏通', files: ['00000000-0000-7000-8000-000000000800'] }],
        ['office', 'return', '03-10 09:00', { reason: '不实' }],
      ],
      '2026-03-10',
    ],
  ])('%s', (_, steps, next) => expect(nextOf(lived(steps, { mechanism: TUESDAYS }))).toBe(next));

  test('is begun by the program alone, on a day that has come and not twice', () => {
    const refused = (steps: Doing[], step: Doing) => {
      const decided = attempt(lived(steps, { mechanism: TUESDAYS }), step, { mechanism: TUESDAYS });
      return decided.ok ? 'done' : decided.problem.code;
    };
    const [, kind, when, given = {}] = begins('03-03 06:00', '2026-03-03');
    expect(refused(WORKS, ['office', kind, when, given])).toBe('matter.recurs-of-itself');
    expect(refused(WORKS, begins('03-02 18:00', '2026-03-03'))).toBe('matter.recurs-not-due');
    expect(refused(WORKS, begins('03-03 06:00', '2026-03-03'))).toBe('done');
    expect(refused([...WORKS, begins('03-03 06:00', '2026-03-03')], begins('03-03 07:00', '2026-03-03'))).toBe(
      'matter.recurs-not-due',
    );
  });

  const OFF = (dayOff: string) => patrolled('FREQ=MONTHLY;BYMONTHDAY=1', `    dayOff: ${dayOff}`);
  test('on a day off waits for the next working day or does not take place, as the file says', () => {
    // 1 May 2026 begins five days off.
    const from = (mechanism: ReturnType<typeof patrolled>) => {
      const state = lived([...WORKS, begins('04-01 06:00', '2026-04-01')], { mechanism });
      return nextOf(state, mechanism);
    };
    expect(from(patrolled('FREQ=MONTHLY;BYMONTHDAY=1'))).toBe('2026-05-01');
    expect(from(OFF('next'))).toBe('2026-05-06');
    expect(from(OFF('skip'))).toBe('2026-06-01');
  });
});

test('the office is not asked to strike off what is still tended, and is once nothing more comes round', () => {
  const kept = (rule: string) =>
    weekly(
      ['  note: {', '  divide: { by: [supervisor, ladder], from: [working, answered, verified] }\n  note: {'],
      [
        '\nclocks:\n',
        `\nchildren: { kinds: [task] }\nrecurs:\n  patrol:\n    name: { zh: 巡查, en: Patrol }\n    kind: task\n    during: [working, answered, verified]\n    rule: ${rule}\n    limit: 2 workdays\n\nclocks:\n`,
      ],
    );
  const todo = (rule: string, steps: Doing[]) =>
    project(lived(steps, { mechanism: kept(rule) }), kept(rule)).matter.todo;
  const found: Doing[] = [
    ...WORKS,
    ['water', 'answer', '03-02 16:00', { result: '已疏通', files: FILES }],
    ['office', 'verify', '03-02 17:00'],
  ];
  expect(todo('FREQ=DAILY;COUNT=2', found)).toBeNull();
  expect(todo('FREQ=DAILY;COUNT=2', [...found, begins('03-03 06:00', '2026-03-03', ['2026-03-02'])])).toBe('close');
});

test('whenever the machine runs, each day of a rule is begun or noted as missed, once; and it begins one thing at a time', () => {
  const daily = patrolled('FREQ=DAILY', '    dayOff: next');
  const rule = daily.recurs!['patrol']!;
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 25 }), (pauses) => {
      let state = lived(WORKS, { mechanism: daily });
      let today: Day = '2026-03-02';
      const dealt: Day[] = [];
      for (const days of pauses) {
        today = addDays(today, days);
        const [one] = goesOn(state);
        const due = dueBeginnings(one!, rule, nationalCalendar, today);
        const on = due.at(-1);
        if (on === undefined) continue;
        const decided = attempt(state, begins(`${today.slice(5)} 06:00`, on, due.slice(0, -1)), { mechanism: daily });
        if (!decided.ok) throw new Error(JSON.stringify(decided.problem));
        state = fold(state, decided.value);
        dealt.push(...due);
        expect(dueBeginnings(goesOn(state)[0]!, rule, nationalCalendar, today)).toEqual([]);
      }
      const [patrol] = state.recurring;
      expect(patrol!.begun + patrol!.missed).toBe(dealt.length);
      expect(dealt).toEqual([...new Set(dealt)].toSorted());
      // Every working day from the first to the last that was dealt with, and no other.
      const last = dealt.at(-1);
      if (last !== undefined) {
        const all = Array.from({ length: dayNumber(last) - dayNumber('2026-03-02') + 1 }, (_, n) =>
          addDays('2026-03-02', n),
        );
        const kept = new Set(dealt);
        const fresh = { ...state.recurring[0]!, next: '2026-03-02' };
        expect(all.filter((day) => kept.has(day))).toEqual(dueBeginnings(fresh, rule, nationalCalendar, last));
      }
    }),
    { numRuns: 40 },
  );
});
