import { describe, expect, test } from 'vitest';
import { nationalCalendar } from '../../kernel/index.ts';
import type { ClockState, MatterState } from '../../matters/index.ts';
import { climb, partings, type Rung } from './ladder.rules.ts';
import { clock, matter, part, people } from './route.fixture.ts';

const NOW = new Date('2026-03-18T02:00:00Z'); // a Wednesday
const told = (c: ClockState, from: 0 | Rung, to: Rung, given: Partial<MatterState> = {}): string[] =>
  climb(c, from, to, matter({ clocks: [c], ...given }), people('water-1', 'office-1'), NOW).map(
    ({ seat, kind }) => `${seat}: ${kind}`,
  );
const water = clock('water', '2026-03-17');

describe('who is told that time runs out: the owner first, the superior later', () => {
  test.each<[string, string[], string[]]>([
    ['due soon: the owner', told(water, 0, 1), ['water-1: due-soon']],
    ['overdue: the owner again', told(water, 1, 2), ['water-1: overdue']],
    ['overdue for a working day: now the head', told(water, 2, 3), ['water-head: overdue']],
    [
      'found late by a worker that stood still: owner and head at once, and nothing of soon',
      told(water, 0, 3),
      ['water-1: overdue', 'water-head: overdue'],
    ],
    [
      'the office’s own time: whoever has the matter there',
      told(clock(null, '2026-03-17'), 1, 2),
      ['office-1: overdue'],
    ],
    [
      'time that runs on after a refusal is the office’s',
      told(water, 1, 2, { units: [part('water', 'refused')] }),
      ['office-1: overdue'],
    ],
    [
      'a clock that started today: the assignment has just said so',
      told(clock('water', '2026-03-19', { startedAt: NOW.toISOString() }), 0, 1),
      [],
    ],
    [
      'a clock that stands still runs out for nobody',
      told(clock('water', '2026-03-17', { paused: { on: '2026-03-13', due: '2026-03-17', left: 2 } }), 1, 2),
      [],
    ],
    [
      'a clock that has stopped runs out for nobody',
      told(clock('water', '2026-03-17', { stoppedAt: NOW.toISOString(), how: 'met' }), 1, 2),
      [],
    ],
    ['nothing closed is nagged', told(water, 1, 2, { phase: 'closed' }), []],
    [
      'what was merged into another matter is closed, and not nagged',
      told(water, 2, 3, { phase: 'closed', stage: 'merged' }),
      [],
    ],
  ])('%s', (_, found, expected) => expect(found).toEqual(expected));

  test('rungs are parted by working days, at whatever hour of them something is due: on a Monday, what was due on Thursday has been let pass, Friday’s has not', () => {
    const { soon, overdue, letPass } = partings(new Date('2026-03-23T01:00:00Z'), nationalCalendar);
    expect(soon.toISOString()).toBe('2026-03-24T15:59:59.999Z');
    expect(overdue.toISOString()).toBe('2026-03-23T01:00:00.000Z');
    expect(letPass.toISOString()).toBe('2026-03-19T15:59:59.999Z');
  });
});
