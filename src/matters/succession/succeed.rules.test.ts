import { describe, expect, test } from 'vitest';
import { uuidv7 } from '../../kernel/index.ts';
import { fold } from '../life/fold.rules.ts';
import {
  ASSIGNED,
  at,
  CLOSED,
  FILES,
  lived,
  told,
  UNITS,
  weekly,
  type Step,
  type UnitName,
} from '../life/life.fixture.ts';
import { project } from '../life/project.rules.ts';
import type { MatterState } from '../life/state.rules.ts';
import { decideSuccession } from './succeed.rules.ts';

const now = at('03-05 09:00');
const take = (state: MatterState, unit: UnitName, heir: UnitName) =>
  decideSuccession(state, { unit: UNITS[unit], heir: UNITS[heir], seat: null }, { id: uuidv7(now), now });
const after = (steps: readonly Step[], unit: UnitName, heir: UnitName): MatterState => {
  const state = lived(steps);
  return fold(state, take(state, unit, heir)!);
};
const ACCEPTED: Step[] = [...ASSIGNED, ['water', 'accept', '03-02 15:00']];
const PARKS_ANSWERED: Step[] = [
  ...ASSIGNED,
  ['parks', 'accept', '03-02 15:00'],
  ['parks', 'answer', '03-04 09:00', { result: '已完成', files: FILES }],
];

describe('an heir takes the place of a merged unit', () => {
  test('with its part, its stance and the time that was left; what the other did stays the other’s', () => {
    const before = told(lived(ACCEPTED));
    const state = after(ACCEPTED, 'water', 'schools');
    expect(told(state).stances).toEqual({
      schools: 'lead accepted',
      roads: 'co assigned',
      parks: 'co assigned',
    });
    expect(told(state).clocks).toMatchObject({
      'accept water': 'met',
      'answer schools': before.clocks['answer water'],
      'answer roads': before.clocks['answer roads'],
    });
    expect(project(state, weekly()).matter).toMatchObject({ lead: UNITS.schools, stage: 'working' });
  });

  test('an extension that was asked for is asked for by the heir', () => {
    const asking: Step[] = [...ACCEPTED, ['water', 'extend', '03-04 09:00', { until: '2026-03-27', reason: '汛期' }]];
    expect(after(asking, 'water', 'schools').asked.map((a) => a.unit)).toEqual([UNITS.schools]);
  });

  test('the lead stays the lead where the heir helped before, and its helping is held against nobody', () => {
    const state = after(ACCEPTED, 'water', 'roads');
    expect(told(state).stances).toEqual({ roads: 'lead accepted', parks: 'co assigned' });
    const own = state.clocks.filter((c) => c.unit === UNITS.roads);
    expect(own.filter((c) => c.stoppedAt).map((c) => c.how)).toEqual(['void', 'void']);
    expect(own.filter((c) => !c.stoppedAt).map((c) => c.clock)).toEqual(['answer']);
  });

  test('a co-unit that is merged into the lead only leaves', () => {
    const state = after(ASSIGNED, 'roads', 'water');
    expect(told(state).stances).toEqual({ water: 'lead assigned', parks: 'co assigned' });
    expect(state.clocks.some((c) => c.unit === UNITS.roads && !c.stoppedAt)).toBe(false);
  });

  test.each<[string, UnitName, UnitName, Record<string, string>]>([
    ['the merged one owes: the heir owes', 'roads', 'parks', { water: 'lead assigned', parks: 'co assigned' }],
    ['the heir owes: it goes on owing', 'parks', 'roads', { water: 'lead assigned', roads: 'co assigned' }],
  ])('of two co-units, one of which has answered; %s', (_, unit, heir, stances) => {
    expect(told(after(PARKS_ANSWERED, unit, heir)).stances).toEqual(stances);
  });

  test('what is struck off, or was never the unit’s, is left as it is', () => {
    expect(take(lived(ASSIGNED), 'schools', 'parks')).toBeNull();
    expect(take(lived(CLOSED), 'water', 'parks')).toBeNull();
  });
});
