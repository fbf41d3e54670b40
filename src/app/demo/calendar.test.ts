import { expect, test } from 'vitest';
import { firstDue, workdayBefore } from './calendar.ts';

test.each([
  [
    'on a working day before business closes something can be due today',
    '2026-11-25T02:00:00Z',
    '2026-11-25',
    '2026-11-24',
  ],
  ['in the evening only tomorrow', '2026-11-25T11:00:00Z', '2026-11-26', '2026-11-25'],
  ['on a Friday evening on Monday', '2026-11-27T11:00:00Z', '2026-11-30', '2026-11-27'],
  ['on a Saturday on Monday, and the day before it was a Friday', '2026-11-28T02:00:00Z', '2026-11-30', '2026-11-27'],
  ['in the holidays of October after them', '2026-10-03T02:00:00Z', '2026-10-08', '2026-09-30'],
])('%s', (_, now, first, before) => {
  expect(firstDue(new Date(now))).toBe(first);
  expect(workdayBefore(first)).toBe(before);
});
