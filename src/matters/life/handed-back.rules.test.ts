import { describe, expect, test } from 'vitest';
import { appeals, attempt, FILED, lived, mayDo, refusalOf, told, UNITS, type Step } from './life.fixture.ts';
import { decisionOn } from './handed-back.rules.ts';
import { project } from './project.rules.ts';

const mechanism = appeals();
const world = { mechanism };
/** As the file was before it counted for each unit. */
const before = {
  mechanism: appeals([', everyUnit: true', ''], [', working, proposed], to: assigned', ', working], to: assigned']),
};
const no = (who: 'water' | 'roads' | 'parks', when: string): Step => [who, 'refuse', when, { reason: '无此职责' }];
const give = (when: string, lead: string, co: string[]): Step => ['office', 'assign', when, { lead, co }];

/** The lead has accepted, and the co-unit has handed it back. */
const BACK: Step[] = [
  ...FILED,
  give('03-02 10:00', 'water', ['roads']),
  ['water', 'accept', '03-02 11:00'],
  no('roads', '03-02 12:00'),
];
const TWICE: Step[] = [...BACK, give('03-03 09:00', 'water', ['roads']), no('roads', '03-03 10:00')];
const DECIDED: Step[] = [...TWICE, give('03-03 15:00', 'water', ['roads'])];

describe('what a co-unit hands back', () => {
  test('waits for whoever assigns, with the time there is for that, while the lead works on', () => {
    const state = lived(BACK, world);
    expect(told(state)).toMatchObject({
      stage: 'working',
      stances: { water: 'lead accepted', roads: 'co refused' },
      clocks: { dispatch: '2026-03-03', 'answer water': '2026-03-16' },
    });
    const { todo, todoAt } = project(state, mechanism).matter;
    expect([todo, todoAt]).toEqual(['assign', '2026-03-03T10:00:00.000Z']);
  });

  test.each<[sentence: string, step: Step]>([
    ['another is named in its place', give('03-03 09:00', 'water', ['parks'])],
    ['it is named no more', give('03-03 09:00', 'water', [])],
    ['it is named again', give('03-03 09:00', 'water', ['roads'])],
  ])('is settled as %s', (_, step) => {
    expect(told(lived([...BACK, step], world)).clocks['dispatch']).toBe('met');
  });

  test('may be settled while the lead’s draft waits for its head, and the draft stays', () => {
    const drafted: Step[] = [...BACK, ['water', 'propose', '03-03 09:00', { result: '便道已修通' }]];
    const state = lived([...drafted, give('03-03 10:00', 'water', ['parks'])], world);
    expect(state).toMatchObject({ stage: 'proposed', draft: { result: '便道已修通' } });
    // Another lead has nothing of its own yet.
    const other = lived([...drafted, give('03-03 10:00', 'parks', [])], world);
    expect(other).toMatchObject({ stage: 'assigned', draft: null });
  });

  test('waits no more once the lead has answered without it; what had run out stays late', () => {
    const answer: Step[] = [
      ['water', 'propose', '03-02 15:00', { result: '便道已修通' }],
      ['waterHead', 'answer', '03-02 16:00', { result: '便道已修通', withoutCo: '与市政无关' }],
    ];
    expect(told(lived([...BACK, ...answer], world)).clocks['dispatch']).toBe('void');
    const late = answer.map(([who, kind, when, given]): Step => [who, kind, when.replace('03-02', '03-05'), given!]);
    expect(told(lived([...BACK, ...late], world)).clocks['dispatch']).toBe('late');
  });
});

describe('handed back twice by the same unit', () => {
  test('it waits for a decision under the same clock; named again it takes part and cannot hand it back', () => {
    expect(told(lived(TWICE, world)).clocks).toMatchObject({ dispatch: '2026-03-04' });
    expect(decisionOn(lived(BACK, world), UNITS.roads)).toEqual({});
    expect(decisionOn(lived(TWICE, world), UNITS.roads)).toEqual({ decision: 'waits' });
    const state = lived(DECIDED, world);
    expect(decisionOn(state, UNITS.roads)).toEqual({ decision: 'made' });
    expect(told(state).stances).toMatchObject({ roads: 'co assigned' });
    expect(mayDo(state, 'roads', '03-03 16:00', world)).not.toContain('refuse');
    expect(refusalOf(DECIDED, no('roads', '03-03 16:00'), world)).toBe('matter.decided-for-good');
    expect(attempt(state, ['roads', 'accept', '03-03 16:00'], world).ok).toBe(true);
  });

  test('it counts though the unit was left out in between, and another unit has its own two', () => {
    const around: Step[] = [
      ...BACK,
      give('03-03 09:00', 'water', ['parks']),
      give('03-03 10:00', 'water', ['parks', 'roads']),
      no('roads', '03-03 11:00'),
      give('03-03 12:00', 'water', ['parks', 'roads']),
    ];
    expect(refusalOf(around, no('roads', '03-03 16:00'), world)).toBe('matter.decided-for-good');
    expect(refusalOf(around, no('parks', '03-03 16:00'), world)).toBeNull();
  });

  test('the second time as the lead it is contested, though the first was as a co-unit', () => {
    const led: Step[] = [...BACK, give('03-03 09:00', 'roads', []), no('roads', '03-03 10:00')];
    expect(lived(led, world).stage).toBe('contested');
  });

  test('under a file that does not say so nothing of that is counted', () => {
    const state = lived(BACK, before);
    expect(told(state).clocks['dispatch']).toBe('met');
    expect(state.handedBack).toBeUndefined();
    expect(refusalOf(DECIDED, no('roads', '03-03 16:00'), before)).toBeNull();
  });
});
