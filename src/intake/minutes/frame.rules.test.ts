import { describe, expect, test } from 'vitest';
import { nationalCalendar } from '../../kernel/index.ts';
import { frameOf, printedDate } from './frame.rules.ts';
import { read } from './read.rules.ts';

test.each<[string, string | null, string]>([
  ['请认真执行。青禾市人民政府办公室2024年3月5日', '2024-03-05', 'under the issuer’s name'],
  ['请认真执行。\n青禾市人民政府办公室\n二○○六年十一月二十日', '2006-11-20', 'in words'],
  ['请认真执行。\n2024年3月5日\n附件', '2024-03-05', 'on a line of its own'],
  ['经市委深改委2023年11月2日会议审议', null, 'a date that is only mentioned'],
])('%j is dated %s: %s', (text, expected) => expect(printedDate(text)?.day ?? null).toBe(expected));

test.each([
  ['青禾市2025年民生工程实施方案', '2024-12-20', 2025, 'a plan printed in December is for the next year'],
  ['2025年十件惠民实事', '2024-11-20', 2025, 'deeds promised for the next year'],
  ['青禾市2025年民生工程实施方案', '2024-05-20', 2024, 'in May it is not'],
  ['做好岁末安全工作', '2024-12-20', 2024, 'nor when it plans nothing'],
])('%s of %s counts in %d: %s', (text, day, year) =>
  expect(frameOf(text, day, nationalCalendar, false).year).toBe(year),
);

describe('deadlines from outside the item', () => {
  const items = (text: string): unknown[] =>
    read(text, { date: '2024-03-01', calendar: nationalCalendar }).articles[0]!.items.map((i) => [
      i.dueText,
      i.dueDate,
      i.dueFrom ?? null,
    ]);

  test('a sentence of the general part that speaks of all tasks', () => {
    const text =
      '一、总体要求各项任务于11月底前全部完成。二、任务（一）修渠。整修干渠。（市水务局负责）（二）植树。6月底前栽完。（市林业局负责）';
    expect(items(text)).toEqual([
      ['11月底前', '2024-11-30', 'document'],
      ['6月底前', '2024-06-30', null],
    ]);
  });
  test('a sentence that says until when the whole runs', () => {
    const text = '本方案的实施期限至2025年6月30日。一、任务（一）修渠。整修干渠。（市水务局负责）';
    expect(items(text)).toEqual([['至2025年6月30日', '2025-06-30', 'document']]);
  });
  test('a heading with a time', () => {
    expect(items('一、步骤（一）动员部署（4月底前）。制定方案，明确责任。（市水务局负责）')).toEqual([
      ['4月底前', '2024-04-30', 'section'],
    ]);
  });
  test('a goal is no deadline of the tasks', () => {
    expect(items('一、总体目标到2026年，产值超过500亿元。二、任务（一）修渠。整修干渠。（市水务局负责）')).toEqual([
      [null, null, null],
    ]);
  });
});
