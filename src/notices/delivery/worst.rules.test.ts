import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NoticeKind, type NoticeRow } from '../contract.ts';
import { worstFirst } from './worst.rules.ts';

type Row = Pick<NoticeRow, 'id' | 'kind' | 'color' | 'due' | 'at'>;
const TODAY = '2026-12-01';

/** `slipped red 11-20`: what was told, the colour of a slip, the day that it is about. */
function row(text: string): Row {
  const [kind, ...more] = text.split(' ') as [NoticeKind, ...string[]];
  const color = (more.find((one) => /^[a-z]/u.test(one)) ?? null) as Row['color'];
  const day = more.find((one) => /^\d/u.test(one));
  return { id: text, kind, color, due: day ? `2026-${day}` : null, at: '2026-11-30T01:00:00.000Z' };
}
const order = (...rows: string[]): string[] => worstFirst(rows.map(row), TODAY).map(({ id }) => id);

test.each<[sentence: string, worst: string[]]>([
  [
    'what is late stands above what is listed and has its day still before it',
    ['slipped red 11-20', 'listed 12-14', 'assigned 12-05'],
  ],
  [
    'of what is late the gravest first, as the ladder has it',
    ['slipped red 11-27', 'slipped orange 11-20', 'slipped yellow 11-18', 'overdue 11-16', 'assigned 11-10'],
  ],
  [
    'to be raised is as grave as red, and to be listed as orange',
    ['raised 11-26', 'slipped red 11-27', 'listed 11-25'],
  ],
  [
    'of what is equally grave the longest overdue',
    ['slipped red 11-20', 'slipped red 11-27', 'overdue 11-20', 'overdue 11-26'],
  ],
  [
    'a plain day that has passed is late, however little was said of it',
    ['overdue 11-30', 'reminded 11-28', 'raised', 'listed 12-14'],
  ],
  [
    'of what is not late what presses most, then what is due first',
    ['raised', 'listed 12-14', 'instructed', 'due-soon 12-02', 'due-soon 12-03', 'assigned 12-02'],
  ],
  [
    'a blue slip warns, and weighs no more than what is due soon',
    ['reminded 12-03', 'slipped blue 12-02', 'assigned 12-01'],
  ],
  ['what is due today is not late yet', ['overdue 11-30', 'raised', 'due-soon 12-01']],
  ['the day of a session that has been is none to be late by', ['overdue 11-30', 'instructed', 'session 11-20']],
])('%s', (_, worst) => {
  expect(order(...worst)).toEqual(worst);
  expect(order(...worst.toReversed())).toEqual(worst);
});

test('it is one order, whichever way the rows come', () => {
  const rows = fc.array(
    fc.record({
      id: fc.uuid(),
      kind: fc.constantFrom(...NoticeKind.options),
      color: fc.constantFrom(null, 'blue' as const, 'yellow' as const, 'orange' as const, 'red' as const),
      due: fc.constantFrom(null, '2026-11-20', '2026-11-30', '2026-12-01', '2026-12-14'),
      at: fc.constantFrom('2026-11-30T01:00:00.000Z', '2026-11-30T02:00:00.000Z'),
    }),
  );
  fc.assert(
    fc.property(rows, (given) => {
      expect(worstFirst(given.toReversed(), TODAY)).toEqual(worstFirst(given, TODAY));
    }),
  );
});
