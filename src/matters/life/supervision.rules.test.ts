import { describe, expect, test } from 'vitest';
import { nationalCalendar } from '../../kernel/index.ts';
import { ActKind } from '../../mechanism/index.ts';
import {
  ANSWERED,
  appeals,
  ASSIGNED,
  at,
  attempt,
  CLOSED,
  DISPUTED,
  FILES,
  GIVEN,
  HOST,
  lived,
  mayDo,
  refusalOf,
  REGISTERED,
  REPLIED,
  SEATS,
  TAKEN,
  told,
  UNITS,
  VERIFIED,
  weekly,
  WORKING,
  type Doing,
} from './life.fixture.ts';
import { pressed } from '../pressing/pressing.rules.ts';
import { project } from './project.rules.ts';

const week = { mechanism: weekly() };
const appeal = { mechanism: appeals() };
const slip = (color: string, when = '03-03 09:00', more = {}): Doing => ['office', 'slip', when, { color, ...more }];
const LISTED: Doing = ['office', 'list', '03-04 09:00', { title: '东城一处道路不通', until: '2026-03-20' }];
describe('a slip of supervision', () => {
  test.each<[sentence: string, steps: Doing[], slips: [unit: string, color: string, answered: boolean][]]>([
    ['goes to the lead unit, where none is named', [...WORKING, slip('blue')], [['water', 'blue', false]]],
    [
      'a co-unit may get one of its own',
      [...ASSIGNED, slip('yellow', '03-03 09:00', { unit: 'roads' })],
      [['roads', 'yellow', false]],
    ],
    [
      'the unit’s next report answers it',
      [...WORKING, slip('blue'), ['water', 'report', '03-03 10:00', { text: '已派人' }]],
      [['water', 'blue', true]],
    ],
    [
      'its answer does too',
      [...WORKING, slip('red'), ['water', 'answer', '03-03 10:00', { result: '已疏通', files: FILES }]],
      [['water', 'red', true]],
    ],
    [
      'what another unit says answers none of them',
      [
        ...ASSIGNED,
        ['water', 'accept', '03-02 15:00'],
        slip('yellow', '03-03 09:00', { unit: 'roads' }),
        ['water', 'report', '03-03 10:00', { text: '在办' }],
      ],
      [['roads', 'yellow', false]],
    ],
    [
      'one that was issued after the report waits for the next',
      [...WORKING, slip('blue'), ['water', 'report', '03-03 10:00', { text: '在办' }], slip('yellow', '03-04 09:00')],
      [
        ['water', 'blue', true],
        ['water', 'yellow', false],
      ],
    ],
    [
      'follows of itself as well',
      [...WORKING, ['ladder', 'slip', '03-05 09:00', { color: 'orange' }]],
      [['water', 'orange', false]],
    ],
  ])('%s', (_, steps, slips) => {
    const name = (unit: string) => Object.entries(UNITS).find(([, id]) => id === unit)![0];
    expect(lived(steps).slips.map((s) => [name(s.unit!), s.color, s.answered !== null])).toEqual(slips);
  });

  // Of an appeal: given to water, pressed for, raised to the mayor.
  const RAISED: Doing[] = [
    ...TAKEN,
    slip('blue'),
    ['office', 'raise', '03-03 10:00', { seat: SEATS.mayor.seat, reason: '牵涉几个单位' }],
  ];
  const ANSWERED_ABOVE: Doing[] = [...RAISED, ['mayor', 'answer', '03-04 09:00', { result: '已协调' }]];
  test('answered above the unit, it asks that unit for no word any more: that it said none is told', () => {
    const state = lived(ANSWERED_ABOVE, appeal);
    expect(state.slips).toMatchObject([{ answered: null, ended: at('03-04 09:00').toISOString() }]);
    expect(project(state, appeal.mechanism).matter.slip).toBeNull();
    // What the unit says later answers what is asked of it then.
    const again: Doing[] = [
      ...ANSWERED_ABOVE,
      ['office', 'return', '03-04 10:00', { reason: '没有落实' }],
      slip('yellow', '03-05 09:00'),
    ];
    expect(project(lived(again, appeal), appeal.mechanism).matter.slip).toBe('yellow');
    const said = lived([...again, ['water', 'report', '03-05 10:00', { text: '在办' }]], appeal);
    expect(said.slips.map(({ answered, ended }) => [answered !== null, ended !== undefined])).toEqual([
      [false, true],
      [true, false],
    ]);
  });

  test('so does the lead’s answer, of a co-unit that it did not wait for; and what goes on in another matter does not', () => {
    const without: Doing[] = [
      ...ASSIGNED,
      ['water', 'accept', '03-02 15:00'],
      slip('yellow', '03-03 09:00', { unit: 'roads' }),
      ['water', 'answer', '03-03 10:00', { result: '已疏通', files: FILES, withoutCo: '不需要' }],
    ];
    expect(lived(without).slips).toMatchObject([{ answered: null, ended: at('03-03 10:00').toISOString() }]);
    const joined = lived([...TAKEN, slip('blue'), ['office', 'join', '03-03 10:00', { into: HOST }]], appeal);
    expect(joined.slips).toMatchObject([{ answered: null }]);
    expect(joined.slips[0]!.ended).toBeUndefined();
  });

  test('of what was struck off before that was kept, too', () => {
    const { slips, ...state } = lived(
      [...ANSWERED_ABOVE, ['office', 'close', '03-05 09:00', { note: '已办结' }]],
      appeal,
    );
    const before = { ...state, slips: slips.map(({ ended: _, ...one }) => one) };
    expect(pressed(before, at('03-06 09:00'), nationalCalendar).slips).toMatchObject([
      { answered: null, ended: at('03-05 09:00').toISOString() },
    ]);
    expect(pressed(lived(RAISED, appeal), at('03-06 09:00'), nationalCalendar).slips).toMatchObject([{ ended: null }]);
  });

  test.each<[sentence: string, steps: Doing[], step: Doing, code: string]>([
    [
      'not to a unit that has no part in it',
      WORKING,
      slip('blue', undefined, { unit: 'parks' }),
      'matter.unit-not-in-matter',
    ],
    [
      'not to a co-unit that has done its part',
      [
        ...ASSIGNED,
        ['roads', 'accept', '03-02 15:00'],
        ['roads', 'answer', '03-02 16:00', { result: '好', files: FILES }],
      ],
      slip('blue', undefined, { unit: 'roads' }),
      'matter.unit-owes-nothing',
    ],
    ['not by a colour that there is not', WORKING, slip('green'), 'matter.given-malformed'],
    [
      'not for a clock that there is not',
      WORKING,
      slip('blue', undefined, { clock: 'dinner' }),
      'matter.no-such-clock',
    ],
    ['not before anybody has it', REGISTERED, slip('blue'), 'matter.stage-forbids-act'],
    ['not by the unit itself', WORKING, ['water', 'slip', '03-03 09:00', { color: 'blue' }], 'matter.not-your-act'],
  ])('%s', (_, steps, step, code) => expect(refusalOf(steps, step)).toBe(code));
});

describe('what is over is not pressed on, whatever the mechanism says', () => {
  const everywhere = (kind: 'remind' | 'slip' | 'list' | 'raise', mechanism: typeof week.mechanism) => {
    const rule = mechanism.acts[kind]!;
    return { ...mechanism, acts: { ...mechanism.acts, [kind]: { ...rule, from: Object.keys(mechanism.stages) } } };
  };
  const EXCLUDED: Doing[] = [
    ...DISPUTED,
    ['office', 'callback', '03-06 10:00', { reached: true, solved: false, satisfied: false, text: '未通' }],
    ['office', 'exclude', '03-06 11:00', { reason: '不在本市', told: '评价不计入统计' }],
    ['mayor', 'review', '03-06 12:00', { agreed: true }],
  ];
  const given = {
    remind: { text: '请尽快办理' },
    slip: { color: 'red' },
    list: { title: '东城一处道路不通', until: '2026-04-20' },
    raise: { seat: SEATS.mayor.seat, reason: '久拖未决' },
  };
  for (const kind of ['remind', 'slip', 'list', 'raise'] as const)
    test.each<[sentence: string, steps: Doing[], world: typeof week, says: string]>([
      ['struck off', CLOSED, week, 'over'],
      ['joined to another', [...TAKEN, ['office', 'join', '03-04 09:00', { into: HOST }]], appeal, 'joined'],
      ['excluded', EXCLUDED, appeal, 'excluded'],
    ])(`${kind}: %s, and says so`, (_, steps, world, says) => {
      const wide = { mechanism: everywhere(kind, world.mechanism) };
      expect(refusalOf(steps, ['office', kind, '04-01 09:00', given[kind]], wide)).toBe(
        `matter.${says}-is-not-pressed`,
      );
      expect(refusalOf(steps, ['ladder', kind, '04-01 09:00', given[kind]], wide)).toBe(
        `matter.${says}-is-not-pressed`,
      );
    });
  for (const kind of ['remind', 'slip', 'list', 'raise'] as const)
    test.each<[sentence: string, step: Doing, on: Doing, says: string]>([
      [
        'paused',
        ['office', 'pause', '03-04 09:00', { reason: '待省里批复' }],
        ['office', 'resume', '03-20 09:00'],
        'paused',
      ],
      [
        'held for a reply',
        ['water', 'inquire', '03-04 09:00', { text: '哪一段路？' }],
        ['office', 'reply', '03-20 09:00', { text: '东段' }],
        'waits',
      ],
    ])(`${kind}: while it is %s, and says so, and again when it goes on`, (_, stops, on, says) => {
      const press: Doing = ['office', kind, '04-01 09:00', given[kind]];
      expect(refusalOf([...TAKEN, stops], press, appeal)).toBe(`matter.${says}-is-not-pressed`);
      const climbs: Doing = ['ladder', kind, '04-01 09:00', given[kind]];
      expect(refusalOf([...TAKEN, stops], climbs, appeal)).toBe(`matter.${says}-is-not-pressed`);
      expect(refusalOf([...TAKEN, stops, on], press, appeal)).toBeNull();
    });
  test('what the office let go on is pressed though a question waits: the unit is held to its time again', () => {
    const steps: Doing[] = [
      ...TAKEN,
      ['water', 'inquire', '03-04 09:00', { text: '哪一段路？' }],
      ['office', 'resume', '03-20 09:00'],
    ];
    for (const kind of ['remind', 'slip', 'list', 'raise'] as const)
      expect(refusalOf(steps, ['office', kind, '04-01 09:00', given[kind]], appeal)).toBeNull();
  });
  test('what was answered owes no answer: no slip, and nobody above', () => {
    for (const kind of ['slip', 'raise'] as const)
      expect(
        refusalOf(ANSWERED, ['office', kind, '04-01 09:00', given[kind]], {
          mechanism: everywhere(kind, week.mechanism),
        }),
      ).toBe('matter.nobody-owes');
  });
});

describe('the public list', () => {
  const DONE: Doing[] = [...TAKEN, LISTED, ['waterHead', 'answer', '03-10 16:00', { result: '便道已修通' }]];
  test('holds the title that the city gave it, and nothing that whoever raised it wrote', () => {
    const { listing, matter } = project(lived([...TAKEN, LISTED], appeal), appeal.mechanism);
    expect(matter.listed).toBe(true);
    expect(listing).toEqual({
      number: lived(TAKEN, appeal).number,
      title: '东城一处道路不通',
      lead: UNITS.water,
      until: '2026-03-20',
      listedAt: '2026-03-04T01:00:00.000Z',
      delistedAt: null,
      result: null,
      promise: null,
      promisedBy: null,
      pausedOn: null,
      answeredOn: null,
    });
  });
  test('shows what came of it once that was seen to, and is left with the matter open', () => {
    const state = lived([...DONE, ['office', 'delist', '03-11 09:00', { result: '便道已修通，可通行' }]], appeal);
    expect(project(state, appeal.mechanism).listing).toMatchObject({
      delistedAt: '2026-03-11T01:00:00.000Z',
      result: '便道已修通，可通行',
    });
    expect(state).toMatchObject({ stage: 'answered', listed: null });
    expect(mayDo(state, 'office', '03-11 10:00', appeal)).toContain('close');
  });
  test('shows nothing of what has become confidential since', () => {
    const corrected: Doing = ['office', 'correct', '03-05 09:00', { confidential: true, reason: '涉密' }];
    expect(project(lived([...TAKEN, LISTED, corrected], appeal), appeal.mechanism).listing).toBeNull();
  });
  test('somebody’s contentment does not strike off what the public waits for; the office is to see to it', () => {
    const content: Doing = ['firm', 'evaluate', '03-11 09:00', { stars: 5, solved: true, satisfied: true }];
    const state = lived([...DONE, content], appeal);
    expect(state.stage).toBe('answered');
    expect(project(state, appeal.mechanism).matter.todo).toBe('delist');
  });
  test('lets go of what is excluded, with nothing to show for it', () => {
    const state = lived(
      [
        ...DONE,
        ['firm', 'evaluate', '03-11 09:00', { stars: 1, solved: false, satisfied: false }],
        ['office', 'callback', '03-11 10:00', { reached: true, solved: false, satisfied: false, text: '未通' }],
        ['office', 'exclude', '03-11 11:00', { reason: '不在本市', told: '评价不计入统计' }],
        ['mayor', 'review', '03-11 12:00', { agreed: true }],
      ],
      appeal,
    );
    expect(state).toMatchObject({ phase: 'closed', listed: null });
    expect(project(state, appeal.mechanism).listing).toBeNull();
  });

  test.each<[sentence: string, steps: Doing[], step: Doing, world: typeof week, code: string]>([
    ['one may not be listed twice', [...TAKEN, LISTED], LISTED, appeal, 'matter.already-listed'],
    [
      'what is confidential is not listed',
      [...TAKEN, ['office', 'correct', '03-03 09:00', { confidential: true, reason: '涉密' }]],
      LISTED,
      appeal,
      'matter.confidential-is-not-listed',
    ],
    [
      'the title may not be what whoever raised it wrote',
      [['firm', 'register', '03-02 09:00', { text: '东门外便道被挖断两周无人管' }], ...GIVEN.slice(1)],
      ['office', 'list', '03-04 09:00', { title: '便道被挖断，两周无人管', until: '2026-03-20' }],
      appeal,
      'matter.title-is-theirs',
    ],
    [
      'the day promised is one that can be kept',
      TAKEN,
      ['office', 'list', '03-04 09:00', { title: '一处道路不通', until: '2026-03-03' }],
      appeal,
      'matter.due-in-the-past',
    ],
    [
      'nor hold what tells somebody’s phone',
      TAKEN,
      ['office', 'list', '03-04 09:00', { title: '一处道路不通，联系 13812345678', until: '2026-03-20' }],
      appeal,
      'matter.public-has-personal',
    ],
    [
      'nor may what came of it',
      DONE,
      ['office', 'delist', '03-11 09:00', { result: '已答复 13812345678' }],
      appeal,
      'matter.public-has-personal',
    ],
    [
      'what is not listed is not delisted',
      REPLIED,
      ['office', 'delist', '03-06 09:00', { result: '好' }],
      appeal,
      'matter.not-listed',
    ],
    [
      'nor what was not answered',
      [...TAKEN, LISTED],
      ['office', 'delist', '03-06 09:00', { result: '好' }],
      { mechanism: appeals(['delist: { by: [supervisor], from: [answered] }', 'delist: { by: [supervisor] }']) },
      'matter.delist-unanswered',
    ],
    [
      'nor what was answered and not verified, where it is to be',
      [...WORKING, LISTED, ...ANSWERED.slice(WORKING.length)],
      ['office', 'delist', '03-19 09:00', { result: '好', files: FILES }],
      { mechanism: weekly(['from: [verified], give: [evidence]', 'from: [answered, verified], give: [evidence]']) },
      'matter.verify-first',
    ],
    [
      'nor with less than the mechanism demands',
      [...WORKING, LISTED, ...VERIFIED.slice(WORKING.length)],
      ['office', 'delist', '03-19 10:00', { result: '好' }],
      week,
      'matter.give-evidence',
    ],
    [
      'nor what whoever raised it calls unsolved',
      [...DONE, ['firm', 'evaluate', '03-11 09:00', { stars: 1, solved: false, satisfied: false }]],
      ['office', 'delist', '03-12 09:00', { result: '好' }],
      { mechanism: appeals(['delist: { by: [supervisor], from: [answered] }', 'delist: { by: [supervisor] }']) },
      'matter.still-disputed',
    ],
    [
      'it is not struck off before it is delisted',
      DONE,
      ['office', 'close', '03-12 09:00', { note: '好' }],
      appeal,
      'matter.delist-first',
    ],
    [
      'nor joined to another',
      [...TAKEN, LISTED],
      ['office', 'join', '03-12 09:00', { into: HOST }],
      appeal,
      'matter.delist-first',
    ],
  ])('%s', (_, steps, step, world, code) => expect(refusalOf(steps, step, world)).toBe(code));
});

describe('a leader’s instruction has a clock of its own', () => {
  const said = (due?: string, when = '03-03 09:00'): Doing => ['mayor', 'instruct', when, { text: '抓紧', due }];
  test.each<[sentence: string, steps: Doing[], clocks: Record<string, string>]>([
    ['three working days, where no day is named', [...WORKING, said()], { 'instruction water': '2026-03-06' }],
    ['or by the day named', [...WORKING, said('2026-03-05')], { 'instruction water': '2026-03-05' }],
    [
      'of every unit that owes something',
      [...ASSIGNED, said()],
      { 'instruction water': '2026-03-06', 'instruction roads': '2026-03-06' },
    ],
    [
      'a report says what came of it',
      [...WORKING, said(), ['water', 'report', '03-04 09:00', { text: '已落实' }]],
      { 'instruction water': 'met' },
    ],
    [
      'another word with another day moves it',
      [...WORKING, said('2026-03-05'), said('2026-03-10', '03-04 09:00')],
      { 'instruction water': '2026-03-10' },
    ],
  ])('%s', (_, steps, clocks) => expect(told(lived(steps)).clocks).toMatchObject(clocks));

  test('the unit is to report; the matter’s own day, and its lateness, stay what they were', () => {
    const state = lived([...WORKING, said('2026-04-10')]);
    expect(state.instruction).toMatchObject({ text: '抓紧', seat: SEATS.mayor.seat });
    const [row] = project(state, week.mechanism).assignments;
    expect(row).toMatchObject({ todo: 'report', dueAt: '2026-03-20T10:00:00.000Z' });
    expect(project(state, week.mechanism).matter.dueAt).toBe('2026-03-20T10:00:00.000Z');
  });
  test('to what was answered nobody owes a report', () => {
    expect(lived([...ANSWERED, said(undefined, '03-18 12:00')]).clocks.filter((c) => c.aside)).toEqual([]);
  });
});

test('of itself the ladder does what it may, and nothing else', () => {
  for (const kind of ActKind.options) {
    const decided = attempt(lived(WORKING), ['ladder', kind, '03-05 09:00', {}]);
    const code = decided.ok ? null : decided.problem.code;
    if (['slip', 'list', 'raise', 'remind'].includes(kind)) expect(code).not.toBe('matter.not-your-act');
    else expect(code).toMatch(/not-your-act|not-in-mechanism|already-registered/u);
  }
});
