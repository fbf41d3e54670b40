import { describe, expect, test } from 'vitest';
import { findTasks } from './stretches.rules.ts';

const found = (text: string, minutes = false): string[] =>
  findTasks(text, minutes).tasks.map((t) => text.slice(t.start, t.end));

describe('with brackets', () => {
  test.each([
    [
      '一、任务（一）修渠。整修干渠九条。（市水务局负责）另建泵站三座。（市发改委负责）',
      ['整修干渠九条。', '另建泵站三座。'],
      'from the heading, or the bracket before, to the bracket',
    ],
    [
      '一、任务（一）报送进度，（各县政府负责）汇总后报市政府。（市水务局负责）',
      ['报送进度', '汇总后报市政府。'],
      'a bracket in mid-sentence',
    ],
    [
      '一、任务（一）提升水质。一是清淤；二是截污；三是补水。（市水务局负责）',
      ['一是清淤；二是截污；三是补水。'],
      'a bracket behind a series is the whole series’',
    ],
    [
      '一、任务（一）提升水质。一是清淤河道（市水务局负责）；二是截污纳管（市住建局负责）。',
      ['清淤河道', '截污纳管'],
      'each of a series with its own',
    ],
    [
      '一、任务1.清淤河道。（市水务局负责）2.截污纳管。（市住建局负责）二、保障（一）加强领导。各级要重视。',
      ['清淤河道。', '截污纳管。'],
      'what has no bracket is no item',
    ],
    [
      '一、任务（一）公园工程（责任单位：市园林局）。新建公园二十处，改造提升十处，建成绿道。',
      ['公园工程（责任单位：市园林局）。新建公园二十处，改造提升十处，建成绿道。'],
      'a bracket behind the heading',
    ],
    [
      '一、任务一是清淤河道（市水务局负责）；二是截污纳管（市住建局牵头，会同市财政局制定）。青禾市人民政府办公室2024年3月5日',
      ['清淤河道', '截污纳管'],
      'the signature behind the last one is not what its bracket assigns',
    ],
    [
      '一、任务（一）截污纳管（市住建局负责）。\n各县区要高度重视，加强领导，切实把各项工作抓紧抓好，确保如期完成。',
      ['截污纳管'],
      'nor is the paragraph after it',
    ],
  ])('%s: %s', (text, expected) => expect(found(text)).toEqual(expected));

  test('此两项工作 covers the two items before it', () => {
    const text = '一、粮食1、健全储备制度。2、加强市场监管。此两项工作由市粮食局负责。3、推进改革。';
    const { tasks } = findTasks(text, false);
    expect(tasks.map((t) => text.slice(t.start, t.end))).toEqual(['健全储备制度。', '加强市场监管。']);
    expect(tasks.every((t) => t.place?.assignment.lead[0] === '市粮食局')).toBe(true);
  });

  test('the first leads in the part that says so, not in another', () => {
    const text =
      '一、甲（一）修渠道。（市水务局、市财政局负责，列第一位者为牵头单位，下同）（二）建泵站。（市住建局、市财政局负责）二、乙。附件。一、丙（一）植树造林。（市林业局、市财政局负责）';
    expect(
      findTasks(text, false).tasks.map((t) => [t.place!.assignment.lead.length, t.place!.assignment.co.length]),
    ).toEqual([
      [1, 1],
      [1, 1],
      [2, 0],
    ]);
  });
});

describe('without brackets', () => {
  test('each enumerated stretch at the deepest level, outside of principles and goals', () => {
    const text =
      '一、总体目标（一）到明年全面达标。二、重点工作一是开展排查，建立台账。二是抓好整改，落实责任。三、工作要求加强领导，密切配合。';
    expect(found(text)).toEqual(['开展排查，建立台账。', '抓好整改，落实责任。', '加强领导，密切配合。']);
  });
  test('the signature ends the last one', () => {
    expect(found('一、抓好春灌，保障用水。二、抓好防汛，备足物资。青禾市人民政府办公室2024年3月5日')).toEqual([
      '抓好春灌，保障用水。',
      '抓好防汛，备足物资。',
    ]);
  });
  test('so do a date in words, and whom to ask', () => {
    expect(found('一、抓好春灌，保障用水。\n二、抓好防汛，备足物资。\n二〇〇六年十一月二十日')[1]).toBe(
      '抓好防汛，备足物资。',
    );
    expect(found('一、抓好春灌，保障用水。\n二、抓好防汛，备足物资。\n联系人：安远')[1]).toBe('抓好防汛，备足物资。');
  });
  test('a roll of those present ends the last one too', () => {
    expect(found('一、抓好春灌，保障用水。\n二、抓好防汛，备足物资。\n列席人员：柳青、白桦', true)).toEqual([
      '抓好春灌，保障用水。',
      '抓好防汛，备足物资。',
    ]);
  });
  test('what defines is no task', () => {
    expect(
      found('一、管理（一）有下列情形之一的：1.提供虚假材料的；2.拒绝接受检查的。（二）加强日常巡查管护。'),
    ).toEqual(['加强日常巡查管护。']);
  });
  test('in minutes a resolution without a bracket is an item beside those with one', () => {
    const text = '一、会议同意开工建设，尽快完成招标。二、改造管网。（市水务局负责）';
    expect(found(text, true)).toEqual(['会议同意开工建设，尽快完成招标。', '改造管网。']);
    expect(found(text, false)).toEqual(['改造管网。']);
  });
});
