import { expect, test } from 'vitest';
import { nationalCalendar } from '../kernel/index.ts';
import { read } from './minutes/read.rules.ts';
import { beginReview } from './review.rules.ts';

const NOW = new Date('2026-11-28T02:00:00Z');
const review = (due: string, date: string | null) => {
  const text = `会议议定以下事项：\n一、办好社区食堂。（责任单位：市发改委，${due}）`;
  const { articles } = read(text, { date, calendar: nationalCalendar });
  return beginReview(articles, (printed) => ({ printed, kind: 'exact', units: [] }), NOW).items[0]!;
};

test.each([
  ['a day after the meeting stands', '2026年12月10日前', '2026-11-25', '2026-12-10', false],
  ['a day before the meeting is to be looked at', '2026年11月10日前', '2026-11-25', '2026-11-10', true],
  ['where no day of a meeting is known, a day before today is', '2020年6月30日前', null, '2020-06-30', true],
  ['and one to come stands', '2026年12月10日前', null, '2026-12-10', false],
  ['of an old meeting a day after it stands', '2024年6月30日前', '2024-03-13', '2024-06-30', false],
])('%s', (_sentence, printed, date, due, marked) => {
  const item = review(printed, date);
  expect(item).toMatchObject({ due, dueText: printed });
  expect(item.unsure.includes('due')).toBe(marked);
});
