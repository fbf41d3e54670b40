import { expect, test } from 'vitest';
import { shortDay } from './shortDay.ts';

test.each([
  ['2026-03-20', 'zh', 2026, '3月20日'],
  ['2027-01-05', 'zh', 2026, '2027年1月5日'],
  ['2026-03-20', 'en', 2026, '20 Mar'],
  ['2027-01-05', 'en', 2026, '5 Jan 2027'],
] as const)('%s in %s, in a document of %i, is %s', (day, language, year, text) =>
  expect(shortDay(day, language, year)).toBe(text),
);
