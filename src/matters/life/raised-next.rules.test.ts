import { describe, expect, test } from 'vitest';
import { choices } from '../matter.policy.ts';
import {
  appeals,
  ASKED,
  at,
  DISPUTED,
  DRAFTED,
  EXCLUDING,
  FILED,
  GIVEN,
  HEARD,
  lived,
  RAISED,
  REPLIED,
  SEATS,
  TAKEN,
  type SeatName,
  type Step,
} from './life.fixture.ts';
import { project } from './project.rules.ts';

const world = { mechanism: appeals() };
const after = (steps: Step[]) => lived(steps, world);

describe('what is to be done next, and by whom', () => {
  test.each<[sentence: string, steps: Step[], office: string | null, unit: string | null]>([
    ['the office classifies first', RAISED, 'classify', null],
    ['then finds a unit', FILED, 'assign', null],
    ['the unit accepts', GIVEN, null, 'accept'],
    ['drafts the answer', TAKEN, null, 'propose'],
    ['its head gives it', DRAFTED, null, 'answer'],
    ['the office waits for the evaluation, and closes', REPLIED, 'close', null],
    ['calls back whoever is not content', DISPUTED, 'callback', null],
    ['then reopens it', HEARD, 'reopen', null],
    ['somebody reviews an exclusion', EXCLUDING, 'review', null],
    [
      'once it is over nobody owes anything',
      [...EXCLUDING, ['mayor', 'review', '03-10 09:00', { agreed: true }]],
      null,
      null,
    ],
  ])('%s', (_, steps, office, unit) => {
    const rows = project(after(steps), world.mechanism);
    expect([rows.matter.todo, rows.assignments[0]?.todo ?? null]).toEqual([office, unit]);
  });

  test('what may be struck off at any time does not wait for that while its unit is at work', () => {
    const from = 'from: [registered, classified, answered, disputed], to: closed';
    const free = { mechanism: appeals([from, from.replace('answered', 'assigned, working, answered')]) };
    const office = (steps: Step[]) => project(lived(steps, free), free.mechanism).matter.todo;
    expect([GIVEN, TAKEN, REPLIED].map(office)).toEqual([null, null, 'close']);
  });

  test('what waits for the head with a draft is no handler’s to do', () => {
    const forHead = (steps: Step[]) => project(after(steps), world.mechanism).assignments.map((a) => a.forHead);
    expect([GIVEN, TAKEN, DRAFTED, REPLIED].map(forHead)).toEqual([[false], [false], [true], [false]]);
  });

  test.each<[who: SeatName, steps: Step[], open: string[]]>([
    ['firm', RAISED, ['note', 'attach']],
    ['firm', ASKED, ['note', 'attach', 'reply']],
    ['firm', REPLIED, ['note', 'attach', 'evaluate']],
    ['baker', REPLIED, []],
    ['waterHead', DRAFTED, ['report', 'answer', 'return', 'note', 'attach', 'help']],
  ])('what is open to %s', (who, steps, open) => {
    const allowed = choices(world.mechanism, after(steps), SEATS[who], at('03-10 09:00')).filter((c) => c.allowed);
    expect(allowed.map(({ kind }) => kind)).toEqual(open);
  });
});
