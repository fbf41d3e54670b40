import { expect, test } from 'vitest';
import { cityDay, cityTime, dateText, dayText, instantText, monthText } from './day.ts';

test.each([
  ['a day of this year goes without its year', '2026-03-13', 'zh', '3月13日 周五'],
  ['a day of another year has it', '2025-12-31', 'zh', '2025年12月31日 周三'],
  ['Sunday is 周日, not 周七', '2026-03-15', 'zh', '3月15日 周日'],
  ['English readers get the same day', '2026-03-13', 'en', 'Fri 13 Mar'],
  ['and the year where it differs', '2027-01-04', 'en', 'Mon 4 Jan 2027'],
] as const)('%s', (_sentence, day, language, written) => {
  expect(dayText(day, language, '2026-11-24')).toBe(written);
});

test('a document bears its date in full, this year too', () => {
  expect([dateText('2026-03-03', 'zh'), dateText('2026-03-03', 'en')]).toEqual(['2026年3月3日', '3 March 2026']);
});

test('a month is written with its year', () => {
  expect([monthText('2026-03', 'zh'), monthText('2026-03', 'en')]).toEqual(['2026年3月', 'March 2026']);
});

test('what happens at five in the afternoon in London happens the next day in the city', () => {
  const at = '2026-03-12T17:05:00Z';
  expect(cityDay(at)).toBe('2026-03-13');
  expect(cityTime(at)).toBe('01:05');
  expect(instantText(at, 'zh', '2026-03-13')).toBe('3月13日 周五 01:05');
});
