import { describe, expect, test } from 'vitest';
import { nationalCalendar, uuidv7 } from '../../kernel/index.ts';
import { attempt, at, FILES, lived, living, projects, SEATS, type Step } from '../life/life.fixture.ts';
import { choices } from '../matter.policy.ts';
import { rowOf } from '../lists/row.rules.ts';
import { stepsOf } from '../story/step.rules.ts';
import type { Verdict } from './gate.contract.ts';
import { viewGates } from './gate.view.ts';
import { haltsOf } from './halts.rules.ts';

const mechanism = projects();
const world = { mechanism };
const BUILDING: Step[] = [
  [
    'office',
    'register',
    '03-02 09:00',
    { text: '东湖游园', targets: [{ target: 'green-area', quantity: '120', by: '2026-04-30' }] },
  ],
  ['office', 'assign', '03-02 10:00', { lead: 'parks', co: ['water'], due: '2026-04-30' }],
  ['parks', 'accept', '03-02 15:00'],
];
type Found = Verdict | [Verdict, string];
/** An inspection: everything passes but what is said. */
function inspect(
  gate: string,
  found: Record<string, Found> = {},
  more: object = {},
  who: 'office' | 'water' | 'parks' = 'office',
): Step {
  const items = Object.keys(mechanism.gates![gate]?.items ?? { nothing: null }).map((item) => {
    const [verdict, text] = [found[item] ?? 'pass'].flat() as [Verdict, string?];
    return { item, verdict, ...(text ? { text } : {}) };
  });
  return [who, 'inspect', '03-03 09:00', { gate, items, files: FILES, ...more }];
}
const READ: Step = [
  'parks',
  'measure',
  '03-04 10:00',
  { target: 'green-area', value: '4', on: '2026-03-04', files: FILES },
];
const ANSWER: Step = [
  'parks',
  'answer',
  '03-05 10:00',
  { result: '完工', files: FILES, withoutCo: '只协助查验', unreached: '分期建设' },
];
const FAILED = inspect('saplings', { soil: ['fail', '土球散裂'] }, { halt: true });
const refusal = (steps: readonly Step[], last: Step) => {
  const decided = attempt(lived([...BUILDING, ...steps], world), last, world);
  return decided.ok ? null : decided.problem.code.replace('matter.', '');
};

describe('gates hold back what they stand before', () => {
  test.each<[sentence: string, steps: readonly Step[], last: Step, refusal: string | null]>([
    ['nothing is measured before the design was passed', [], READ, 'gate-missing'],
    ['after it was, it is', [inspect('design')], READ, null],
    ['a gate that failed is not passed', [inspect('design', { pipes: ['fail', '压着燃气管'] })], READ, 'gate-missing'],
    [
      'inspected again and passed, it is',
      [inspect('design', { pipes: ['fail', '压着燃气管'] }), inspect('design')],
      READ,
      null,
    ],
    ['what does not apply is not wanting', [inspect('design', { pipes: 'none' })], READ, null],
    [
      'nothing is answered before two more were passed',
      [inspect('design'), inspect('saplings')],
      ANSWER,
      'gate-missing',
    ],
    ['then it is', [inspect('design'), inspect('saplings'), inspect('works')], ANSWER, null],
    ['stopped work stands', [inspect('design'), FAILED], READ, 'work-halted'],
    ['though another gate is passed meanwhile', [inspect('design'), FAILED, inspect('works')], READ, 'work-halted'],
    [
      'failing again without a word of stopping keeps it stopped',
      [inspect('design'), FAILED, inspect('saplings', { size: ['fail', '太小'] })],
      READ,
      'work-halted',
    ],
    ['passed, it goes on', [inspect('design'), FAILED, inspect('saplings')], READ, null],
    ['whoever builds does not inspect', [], inspect('design', {}, {}, 'parks'), 'not-your-act'],
    ['a unit that helps does', [['water', 'accept', '03-02 16:00']], inspect('design', {}, {}, 'water'), null],
  ])('%s', (_, steps, last, code) => expect(refusal(steps, last)).toBe(code));
});

describe('what was measured before the work was stopped is taken after it', () => {
  const STOPPED = [inspect('design'), FAILED];
  const again = (when: string): Step =>
    inspect('saplings', { size: ['fail', '太小'] }, { halt: true }).with(2, when) as unknown as Step;
  const read = (on: string): Step => ['parks', 'measure', '03-06 10:00', { ...READ[3], on }];
  const sent = (steps: readonly Step[], last: Step, kept: string) =>
    attempt(lived([...BUILDING, ...steps], world), last, { ...world, id: uuidv7(at(kept)) });
  // It was stopped on 3 March at nine.
  test.each<[sentence: string, steps: readonly Step[], on: string, kept: string, refusal: string | null]>([
    ['kept on the phone a minute before', STOPPED, '2026-03-03', '03-03 08:59', null],
    ['kept a minute after', STOPPED, '2026-03-03', '03-03 09:01', 'work-halted'],
    ['kept at that very minute', STOPPED, '2026-03-03', '03-03 09:00', 'work-halted'],
    ['of the day before, noted down later', STOPPED, '2026-03-02', '03-06 10:00', null],
    ['of a day after', STOPPED, '2026-03-04', '03-04 10:00', 'work-halted'],
    ['by a clock that is a day behind', STOPPED, '2026-03-03', '03-02 23:00', 'work-halted'],
    [
      'failing again stops nothing anew',
      [...STOPPED, again('03-05 09:00')],
      '2026-03-04',
      '03-04 10:00',
      'work-halted',
    ],
    [
      'nor a third time',
      [...STOPPED, again('03-05 09:00'), again('03-05 10:00')],
      '2026-03-05',
      '03-05 09:30',
      'work-halted',
    ],
  ])('%s', (_, steps, on, kept, code) => {
    const decided = sent(steps, read(on), kept);
    expect(decided.ok ? null : decided.problem.code).toBe(code && `matter.${code}`);
    if (decided.ok)
      expect(decided.value.effects).toContainEqual(
        expect.objectContaining({ do: 'reading', on, taken: at(kept).toISOString() }),
      );
  });

  test('while nothing is stopped nothing is said of when it was taken', () => {
    const decided = sent([inspect('design')], read('2026-03-03'), '03-03 08:59');
    expect(decided.ok && decided.value.effects[0]).not.toHaveProperty('taken');
  });
});

describe('an inspection', () => {
  const items = (list: object[]): Step => [
    'office',
    'inspect',
    '03-03 09:00',
    { gate: 'design', items: list, files: FILES },
  ];
  const pass = (item: string) => ({ item, verdict: 'pass' });
  test.each<[sentence: string, last: Step, refusal: string | null]>([
    ['at a gate that there is not', inspect('fireworks'), 'no-such-gate'],
    ['that leaves something out', items([pass('drawings'), pass('species')]), 'items-missing'],
    [
      'that says one thing twice',
      items([pass('drawings'), pass('drawings'), pass('species'), pass('pipes')]),
      'item-twice',
    ],
    ['of something that is not on the list', items([pass('colour')]), 'no-such-item'],
    ['that fails something without a word', inspect('design', { pipes: 'fail' }), 'failure-unexplained'],
    [
      'of nothing that applies',
      inspect('design', { drawings: 'none', species: 'none', pipes: 'none' }),
      'nothing-inspected',
    ],
    ['that passes and stops the work', inspect('design', {}, { halt: true }), 'halt-of-passed'],
    [
      'that stops work at a gate that stops none',
      inspect('acceptance', { papers: ['fail', '缺'] }, { halt: true }),
      'gate-halts-nothing',
    ],
  ])('%s', (_, last, code) => expect(refusal([], last)).toBe(code));
});

describe('gates have an order, and a pass its time', () => {
  const gates = {
    ...mechanism.gates!,
    saplings: { ...mechanism.gates!['saplings']!, after: ['design', 'measure'], anew: ['measure'] },
    works: { ...mechanism.gates!['works']!, after: ['saplings'], give: ['photo' as const] },
  };
  const ordered = { mechanism: { ...mechanism, gates } };
  const PHOTO = { files: FILES };
  const [design, saplings, works] = [inspect('design'), inspect('saplings'), inspect('works', {}, PHOTO)];
  const onDay = ([who, kind, , given]: Step, when: string): Step => [who, kind, when, given!];
  const again = onDay(READ, '03-05 09:00');
  test.each<[sentence: string, steps: readonly Step[], last: Step, refusal: string | null]>([
    ['a gate is not inspected before the one it comes after', [], saplings, 'gate-after-gates'],
    ['nor where that failed', [inspect('design', { pipes: ['fail', '压管'] })], saplings, 'gate-after-gates'],
    ['nor before what must have been done', [design], saplings, 'gate-after-acts'],
    ['then it is', [design, READ], saplings, null],
    [
      'without the file that it wants it is not',
      [design, READ, saplings],
      inspect('works', {}, { files: [] }),
      'give-evidence',
    ],
    ['each in its turn, the answer is taken', [design, READ, saplings, works], onDay(ANSWER, '03-06 10:00'), null],
    [
      'what was done since makes the pass an old one',
      [design, READ, saplings, works, again],
      onDay(ANSWER, '03-06 10:00'),
      'gate-lapsed',
    ],
    [
      'and what came after it too',
      [design, READ, saplings, works, again, saplings],
      onDay(ANSWER, '03-06 10:00'),
      'gate-lapsed',
    ],
    [
      'until both are inspected anew',
      [design, READ, saplings, works, again, saplings, works],
      onDay(ANSWER, '03-06 10:00'),
      null,
    ],
    [
      'so does inspecting the first one again',
      [design, READ, saplings, works, design],
      onDay(ANSWER, '03-06 10:00'),
      'gate-lapsed',
    ],
  ])('%s', (_, steps, last, code) => {
    const decided = attempt(lived([...BUILDING, ...steps], ordered), last, ordered);
    expect(decided.ok ? null : decided.problem.code.replace('matter.', '')).toBe(code);
  });

  test('the page is told what a gate waits for, and which pass is an old one', () => {
    const seen = (steps: readonly Step[]) =>
      viewGates(ordered.mechanism, lived([...BUILDING, ...steps], ordered))!.map(({ last, waits }) => [
        last?.lapsed ?? null,
        ...waits.gates.map(({ zh }) => zh),
        ...waits.acts,
      ]);
    expect(seen([]).slice(0, 3)).toEqual([[null], [null, '规划设计关', 'measure'], [null, '苗木质量关']]);
    expect(seen([design, READ, saplings, works, again]).slice(0, 3)).toEqual([[false], [true], [true, '苗木质量关']]);
  });
});

test('the button that is off names the gates that are missing', () => {
  const state = lived([...BUILDING, inspect('design')], world);
  const answer = choices(mechanism, state, SEATS.parks, at('03-06 09:00')).find(({ kind }) => kind === 'answer')!;
  expect(answer).toMatchObject({ allowed: false, code: 'matter.gate-missing' });
  expect((answer.params['gates'] as { zh: string }[]).map(({ zh }) => zh)).toEqual(['苗木质量关', '工程质量关']);
});

test('the page is told of each gate: how often it was inspected, and what was wanting last', () => {
  const gates = viewGates(mechanism, lived([...BUILDING, inspect('design'), FAILED], world))!;
  expect(gates.map(({ gate, times, last }) => [gate, times, last?.passed, last?.halted])).toEqual([
    ['design', 1, true, false],
    ['saplings', 1, false, true],
    ['works', 0, undefined, undefined],
    ['acceptance', 0, undefined, undefined],
  ]);
  expect(gates[1]!.last!.items).toContainEqual({ item: 'soil', verdict: 'fail', text: '土球散裂' });
});

test('the last gate that held the work lets it go on, and says so; no other does', () => {
  const lifted = (before: readonly Step[], last: Step) => {
    const decided = attempt(lived([...BUILDING, ...before], world), last, world);
    return decided.ok && decided.value.effects.some((effect) => effect.do === 'inspection' && effect.lifts === true);
  };
  const works = inspect('works', { pits: ['fail', '土层不足'] }, { halt: true });
  expect(lifted([inspect('saplings')], inspect('saplings')), 'nothing stood').toBe(false);
  expect(lifted([FAILED], inspect('design')), 'another gate').toBe(false);
  expect(lifted([FAILED], inspect('saplings'))).toBe(true);
  expect(lifted([FAILED, works], inspect('saplings')), 'the other still holds it').toBe(false);
  expect(lifted([FAILED, works, inspect('saplings')], inspect('works'))).toBe(true);
});

describe('where the work stands is said at the head of the matter and in lists', () => {
  const on = ([who, kind, , given]: Step, when: string): Step => [who, kind, when, given!];
  const [saplings, works] = [
    on(FAILED, '03-04 10:00'),
    on(inspect('works', { pits: ['fail', '土层不足'] }, { halt: true }), '03-06 10:00'),
  ];
  const again = on(inspect('saplings', { size: ['fail', '太小'] }), '03-09 10:00');
  const passed = on(inspect('saplings'), '03-10 10:00');
  const stopped = on(FAILED, '03-11 10:00');
  test.each<[sentence: string, steps: readonly Step[], halts: [gate: string, since: string][]]>([
    ['while nothing stopped it, nothing', [on(inspect('saplings', { soil: ['fail', '散裂'] }), '03-04 10:00')], []],
    ['since the inspection that stopped it', [saplings], [['saplings', '03-04']]],
    ['which one that fails again does not move', [saplings, again], [['saplings', '03-04']]],
    [
      'at two gates, the first to do so first',
      [works, again, stopped],
      [
        ['works', '03-06'],
        ['saplings', '03-11'],
      ],
    ],
    ['gone once it is passed', [saplings, passed], []],
    ['stopped anew, it stands since then', [saplings, passed, stopped], [['saplings', '03-11']]],
  ])('%s', (_, steps, halts) => {
    const { state, acts } = living([...BUILDING, ...steps], world);
    expect(haltsOf(stepsOf(acts)).map(({ gate, act }) => [gate, act.at.slice(5, 10)])).toEqual(halts);
    const row = rowOf(acts[0]!.id, state, at('03-12 09:00'), nationalCalendar, { kind: 'overseer' }, mechanism);
    expect(row.halted ?? false).toBe(halts.length > 0);
  });
});
