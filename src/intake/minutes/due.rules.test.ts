import { describe, expect, test } from 'vitest';
import { nationalCalendar } from '../../kernel/index.ts';
import { chooseDue, findDues } from './due.rules.ts';
import type { TimeFrame } from './resolveDue.rules.ts';

/** A Wednesday. */
const frame: TimeFrame = { day: '2024-03-13', year: 2024, calendar: nationalCalendar, fromMeeting: true };
const due = (text: string, given = frame): unknown => {
  const found = chooseDue(findDues(text, given));
  return found && [found.text, found.date];
};

describe('deadlines', () => {
  test.each([
    ['4月底前建成', '4月底前', '2024-04-30', 'the end of a month of this year'],
    ['2025年2月底前完成', '2025年2月底前', '2025-02-28', 'with a year'],
    ['于6月15日前报送', '6月15日前', '2024-06-15', 'before a day means by that day'],
    ['7月上旬报审', '7月上旬', '2024-07-10', 'the first third'],
    ['7月中旬报审', '7月中旬', '2024-07-20', 'the second third'],
    ['7月下旬报审', '7月下旬', '2024-07-31', 'the last third'],
    ['在5月份开展检查', '5月份', '2024-05-31', 'a month is its end'],
    ['11月，组织验收', '11月', '2024-11-30', 'a bare month before a comma'],
    ['年底前建成', '年底前', '2024-12-31', 'the end of the year'],
    ['年内开工', '年内', '2024-12-31', 'within the year'],
    ['今年完成首批改造', '今年', '2024-12-31', 'this year, where something is to be finished'],
    ['规程7月底前印发执行', '7月底前', '2024-07-31', 'issuing may be the task'],
    ['到2026年，覆盖率达到九成', '到2026年', '2026-12-31', 'a year is its end'],
    ['2024—2026年实施改造', '2024—2026年', '2026-12-31', 'a range ends with its last year'],
    ['上半年完成招标', '上半年', '2024-06-30', 'a half-year'],
    ['三季度末前投用', '三季度末前', '2024-09-30', 'a quarter'],
    ['“十四五”末实现全覆盖', '“十四五”末', '2025-12-31', 'a five-year plan'],
    ['“五一”前开园', '“五一”前', '2024-04-30', 'before a feast in quotation marks'],
    ['国庆节前通车', '国庆节前', '2024-09-30', 'before a feast'],
    ['最迟应在6月征期内补缴', '6月', '2024-06-30', 'the latest month'],
    ['八月底以前拨付到县', '八月底以前', '2024-08-31', 'a month in words'],
    ['二○二五年十二月二十日前验收', '二○二五年十二月二十日前', '2025-12-20', 'a whole date in words'],
    ['本月底前开工', '本月底前', '2024-03-31', 'this month'],
    ['本周五前上报', '本周五前', '2024-03-15', 'a day of the meeting’s week'],
    ['下周一前上报', '下周一前', '2024-03-18', 'a day of the next week'],
    ['本周内办结', '本周内', '2024-03-15', 'within the week: its last working day'],
    [
      '自发布之日起20个工作日内制定细则',
      '自发布之日起20个工作日内',
      '2024-04-11',
      'working days, the Qingming holiday and its make-up day counted',
    ],
    ['会后三个工作日内报送', '会后三个工作日内', '2024-03-18', 'after the meeting'],
    ['七日内恢复通车', '七日内', '2024-03-20', 'whatever is to be done by then'],
    ['十日内拿出方案', '十日内', '2024-03-23', 'from the meeting'],
    [
      '自本措施印发之日起3个工作日内公布',
      '自本措施印发之日起3个工作日内',
      '2024-03-18',
      'whatever the document calls itself',
    ],
    ['三十日内完成整改', '三十日内', '2024-04-12', 'calendar days from the meeting'],
    ['1月10日前报送总结', '1月10日前', '2025-01-10', 'a day long past is next year’s'],
  ])('%s → %s %s: %s', (text, printed, date) => expect(due(text)).toEqual([printed, date]));

  test('the latest of several counts', () =>
    expect(due('6月底前动工，10月底前主体完工，年底前投用')).toEqual(['年底前', '2024-12-31']));
  test('a month follows the year named before it', () =>
    expect(due('2025年3月底前立项，8月底前开工')).toEqual(['8月底前', '2025-08-31']));
});

describe('no date is made up', () => {
  test.each<[string, [string, string | null] | null, string]>([
    ['每季度末前报送进展', ['每季度末前', null], 'what recurs'],
    ['每年1月15日前报告', ['每年1月15日前', null], 'what recurs on a date'],
    ['自受理之日起5个工作日内办结', ['自受理之日起5个工作日内', null], 'days from an event'],
    ['所报险种5月份不再受理', null, 'a month in the middle of a statement'],
    ['2025年汛前完成加固', ['2025年汛前', null], 'a season without a fixed first day'],
    ['做好下半年工作谋划', null, 'a half-year that only says which work'],
    ['待上级方案印发后组织实施', ['待上级方案印发后', null], 'what waits for an event'],
    ['自2023年7月1日起执行的补贴标准', null, 'a beginning'],
    ['执行《青禾市2024年工作要点》', null, 'a title'],
    ['按照青政〔2024〕9号文件办理', null, 'a document number'],
    ['2019年以来形成的经验', null, 'the past'],
    ['以2020年为基数逐步提高', null, 'a base year'],
    ['确保今年项目高质量完成', null, '今年 is when, not by when'],
    ['毕业两年内未就业人员', null, 'a span of years'],
    ['全力推进近三年内未结案件', null, 'a span of years behind 近'],
    ['2025年2月30日前报送', ['2025年2月30日前', null], 'a day that the calendar does not have'],
    ['2025年2月29日前报送', ['2025年2月29日前', null], 'a leap day of a year that has none'],
    ['4月31日前报送', ['4月31日前', null], 'the 31st of a short month'],
    ['2025年6月32日前报送', ['2025年6月32日前', null], 'a day that no month has'],
    ['2025年13月5日前报送', ['2025年13月5日前', null], 'a month that no year has'],
  ])('%s → %j: %s', (text, expected) => expect(due(text)).toEqual(expected));

  test('a day long past is background in a sentence, and beside the units a deadline that cannot be right', () => {
    expect(due('2021年6月30日前完成')).toBeNull();
    expect(due('2021年6月30日前完成', { ...frame, beside: true })).toEqual(['2021年6月30日前', null]);
  });
  test('a half-year that was over before is background', () =>
    expect(due('上半年完成投资九成', { ...frame, day: '2024-10-20' })).toBeNull());
  test('in a document a procedure’s days are not counted from its date', () => {
    expect(due('受理后在5个工作日内完成审核')).toEqual(['受理后在5个工作日内', null]);
    expect(due('七日内共降雨20毫米')).toBeNull();
    expect(due('应在5个工作日内完成审核', { ...frame, fromMeeting: false })).toEqual(['5个工作日内', null]);
  });
  test('without a day only a printed year gives a date', () => {
    const nowhere = { ...frame, day: null, year: null };
    expect(due('4月底前建成', nowhere)).toEqual(['4月底前', null]);
    expect(due('2024年4月底前建成', nowhere)).toEqual(['2024年4月底前', '2024-04-30']);
  });
});
