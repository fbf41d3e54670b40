import { describe, expect, test } from 'vitest';
import { blocksOf, closeUp, columnWidth, firstOfTwo, isHardWrapped, joinLines, joinWrapped } from './layout.rules.ts';

const column =
  '　　市政府昨日召开会议，研究防汛备\n汛、春耕生产和项目建设等工作。会\n议要求，各地要抓紧清淤疏浚，备足\n抢险物资。\n各部门要密切配合，形成合力，\n确保各项任务按时完成，取得实效，\n让群众满意。';

describe('hard-wrapped lines', () => {
  test('are recognised, and lines of a form are not', () => {
    expect(isHardWrapped(blocksOf(column))).toBe(true);
    expect(
      isHardWrapped(
        blocksOf(
          '会议纪要\n时间：三月九日上午\n地点：市政府三楼会议室\n主持：安远\n记录：苏木\n一、关于防汛备汛和春耕生产工作',
        ),
      ),
    ).toBe(false);
  });
  test('in one column with headings and labels, which end before its edge', () => {
    const source =
      '一、加快水利建设\n（一）整修干渠九条，衬砌渠道一百\n二十公里，四月底前全部完工。\n责任单位：市水务局\n完成时限：4月底\n（二）新建泵站三座，改造提升老旧\n泵站十座，配套建设输水管网，年\n底前投入使用。（市发改委、市财政\n局负责。各县配合）';
    const blocks = blocksOf(source);
    expect(isHardWrapped(blocks)).toBe(true);
    expect(joinWrapped(blocks, columnWidth(blocks))).toEqual([
      '一、加快水利建设',
      '（一）整修干渠九条，衬砌渠道一百二十公里，四月底前全部完工。',
      '责任单位：市水务局',
      '完成时限：4月底',
      '（二）新建泵站三座，改造提升老旧泵站十座，配套建设输水管网，年底前投入使用。（市发改委、市财政局负责。各县配合）',
    ]);
  });
  test('an indent begins a paragraph, and so does the date of a signature, though the line before is full', () => {
    const source =
      '　　一、整修干渠九条，衬砌渠道一百\n二十公里，四月底前全部完工。责任\n单位：青禾市水务局、青禾市农业局\n　　二、植树造林，绿化河岸。\n　　青禾市防汛抗旱指挥部办公室印\n2024年3月5日';
    const blocks = blocksOf(source);
    expect(joinWrapped(blocks, columnWidth(blocks))).toEqual([
      '一、整修干渠九条，衬砌渠道一百二十公里，四月底前全部完工。责任单位：青禾市水务局、青禾市农业局',
      '二、植树造林，绿化河岸。',
      '青禾市防汛抗旱指挥部办公室印',
      '2024年3月5日',
    ]);
  });
  test('lines that stand alone between blank lines are paragraphs', () =>
    expect(
      isHardWrapped(
        blocksOf(
          '1.整修干渠九条，衬砌渠道。\n\n牵头单位：市水务局\n\n配合单位：市财政局\n\n2.植树\n\n责任单位：市林业局\n\n完成时限：年底',
        ),
      ),
    ).toBe(false));
  test('a paragraph ends where a sentence ends before the edge', () => {
    const paragraphs = joinWrapped(blocksOf(column));
    expect(paragraphs).toHaveLength(2);
    expect(paragraphs[0]).toBe(
      '市政府昨日召开会议，研究防汛备汛、春耕生产和项目建设等工作。会议要求，各地要抓紧清淤疏浚，备足抢险物资。',
    );
  });
  test('a blank line in mid-sentence is a column break', () => {
    expect(joinWrapped(blocksOf('各地要抓紧清淤疏浚，备足抢\n\n险物资，落实责任。'))).toEqual([
      '各地要抓紧清淤疏浚，备足抢险物资，落实责任。',
    ]);
  });
});

test('letter-spaced characters close up, Latin words do not', () => {
  expect(closeUp('绿 道 18.85 公 里 、建 设 smart city 平 台')).toBe('绿道18.85公里、建设smart city平台');
  expect(joinLines(blocksOf('本 报 讯 市 政 府 召 开 会 议'))).toEqual(['本报讯市政府召开会议']);
  expect(joinLines(blocksOf('2 0 2 4 年 6 月 底 前 建 成 A I 平 台 1 2 个'))).toEqual(['2024年6月底前建成AI平台12个']);
});

test('two ideographic spaces in a line part paragraphs', () => {
  expect(joinLines(blocksOf('一、修渠　　整修干渠。　　二、植树'))).toEqual(['一、修渠', '整修干渠。', '二、植树']);
});

test('invisible characters go, radicals become characters', () => {
  expect(joinLines(blocksOf('\ufeff修\u200b渠⼀条\u0000'))).toEqual(['修渠一条']);
});

test('a text stored twice is found, one that only begins alike is not', () => {
  const text = '为做好春灌工作，结合本市实际，现就有关事项通知如下。'.padEnd(150, '抓好落实');
  expect(firstOfTwo(text + text)).toBe(text);
  expect(firstOfTwo(text + text.slice(0, -1) + '好')).toBeNull();
});
