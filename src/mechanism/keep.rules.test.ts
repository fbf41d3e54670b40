import { describe, expect, test } from 'vitest';
import { keepFor, keepUntil } from './keep.rules.ts';

describe('how long what is personal is kept', () => {
  test.each<[sentence: string, keep: Record<string, string>, way: string[], period: string]>([
    ['for every category alike', {}, ['05', '0501'], '5 years'],
    ['longer for one of them', { '0501': '10 years' }, ['05', '0501'], '10 years'],
    ['and for all that stands below it', { '05': '10 years' }, ['05', '0501', '050101'], '10 years'],
    ['the nearest counts', { '05': '10 years', '0501': '3 years' }, ['05', '0501'], '3 years'],
    ['not that of another', { '0502': '3 years' }, ['05', '0501'], '5 years'],
    ['a matter without a category as all', { '05': '3 years' }, [], '5 years'],
  ])('%s', (_, more, way, period) => {
    expect(keepFor({ keep: { default: '5 years', ...more } }, way)).toBe(period);
  });

  test('for good where the mechanism names no period', () => {
    expect(keepFor({}, ['05'])).toBeNull();
  });

  test.each([
    ['2026-03-16T02:00:00.000Z', '5 years', '2031-03-16T02:00:00.000Z', 'years'],
    ['2026-03-16T02:00:00.000Z', '18 months', '2027-09-16T02:00:00.000Z', 'months'],
    ['2026-01-31T02:00:00.000Z', '1 month', '2026-02-28T02:00:00.000Z', 'the last day of a shorter month'],
    ['2024-02-29T02:00:00.000Z', '1 year', '2025-02-28T02:00:00.000Z', 'a day that next year has not'],
  ])('%s and %s end at %s: %s', (from, period, until) => {
    expect(keepUntil(new Date(from), period).toISOString()).toBe(until);
  });
});
