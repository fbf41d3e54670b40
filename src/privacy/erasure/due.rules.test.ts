import { describe, expect, test } from 'vitest';
import { dueAt, erasesAt, type Keeping } from './due.rules.ts';

const keep = { default: '3 years', '0501': '5 years' };
const matter = (more: Partial<Keeping> = {}): Keeping => ({
  open: false,
  lastAct: new Date('2026-03-16T02:00:00Z'),
  way: [],
  mechanism: { keep },
  ...more,
});

describe('what is personal of somebody is not needed any more', () => {
  test.each<[sentence: string, matters: Keeping[], due: string | null]>([
    ['three years after the last act on the only one', [matter()], '2029-03-16T02:00:00.000Z'],
    [
      'of several, after that which keeps it longest',
      [matter(), matter({ way: ['05', '0501'] })],
      '2031-03-16T02:00:00.000Z',
    ],
    [
      'and that need not be the newest',
      [matter({ way: ['0501'] }), matter({ lastAct: new Date('2027-01-05T00:00:00Z') })],
      '2031-03-16T02:00:00.000Z',
    ],
    ['not while one is open', [matter(), matter({ open: true })], null],
    ['not where one is of a mechanism that keeps it for good', [matter(), matter({ mechanism: {} })], null],
    ['not where nothing was raised yet', [], null],
  ])('%s', (_, matters, due) => {
    expect(dueAt(matters)?.toISOString() ?? null).toBe(due);
  });
});

test.each([
  [
    '2026-03-20T00:00:00.000Z',
    '2026-03-01T00:00:00.000Z',
    '2026-03-20T00:00:00.000Z',
    'on its day, listed long before',
  ],
  [
    '2026-03-01T00:00:00.000Z',
    '2026-03-19T00:00:00.000Z',
    '2026-03-26T00:00:00.000Z',
    'a week after it was listed, late',
  ],
])('due %s and listed %s it is erased from %s on: %s', (due, listed, erases) => {
  expect(erasesAt(new Date(due), new Date(listed)).toISOString()).toBe(erases);
});
