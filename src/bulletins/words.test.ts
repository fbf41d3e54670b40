import { expect, test } from 'vitest';
import { bulletinWords } from './words.ts';

test.each([
  ['with a round before', { number: 135 }, '关于市政府2026年第135次周交办事项完成情况和第136次周交办任务的通报'],
  ['of the first round', null, '关于市政府2026年第136次周交办任务的通报'],
])('a bulletin is called in one form, %s, and says the same where it begins', (_, before, title) => {
  const words = bulletinWords({ year: 2026, number: 136 }, before);
  expect(words.title).toBe(title);
  expect(words.opening).toContain(title.slice('关于'.length, -'的通报'.length));
});
