import { describe, expect, test } from 'vitest';
import { blocksOf, closeUp, firstOfTwo, isHardWrapped, joinLines, joinWrapped } from './layout.rules.ts';

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
