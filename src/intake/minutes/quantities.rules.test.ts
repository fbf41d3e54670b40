import { expect, test } from 'vitest';
import { findQuantities } from './quantities.rules.ts';

const read = (text: string): unknown[] =>
  findQuantities(text, []).map((q) => [q.text, q.value, q.unit, q.max ?? null, q.bound ?? null]);

test.each([
  [
    '新增绿地132.5亩、绿道9公里',
    [
      ['132.5亩', 132.5, '亩', null, null],
      ['9公里', 9, '公里', null, null],
    ],
    'decimals and several units',
  ],
  ['投资3.2亿元', [['3.2亿元', 320_000_000, '元', null, null]], '亿 is multiplied out'],
  ['改造厕所29.79万座', [['29.79万座', 297_900, '座', null, null]], 'and so is 万, exactly'],
  ['达标率达到98.6％', [['98.6％', 98.6, '%', null, null]], '% stays percent points'],
  ['培训不少于300人次', [['300人次', 300, '人次', null, 'at-least']], 'at least'],
  ['新增车位500个以上', [['500个以上', 500, '个', null, 'at-least']], '以上'],
  ['最高不超过200万元', [['200万元', 2_000_000, '元', null, 'at-most']], 'at most'],
  ['建设充电桩80个左右', [['80个左右', 80, '个', null, 'about']], 'about'],
  ['布局4—6个驿站', [['4—6个', 4, '个', 6, null]], 'a range'],
  ['每季度至少曝光一次', [['一次', 1, '次', null, 'at-least']], '一次 with a bound'],
  ['优先保障一半以上的名额', [['一半以上', 0.5, '比例', null, 'at-least']], 'a half'],
  ['抓好一批项目、一个平台', [], '一批 and 一个 are articles'],
  ['推进“三个一批”和《五个体系》', [], 'slogans and titles'],
  ['第3项任务', [], 'ordinals'],
])('%s: %s', (text, expected) => expect(read(text)).toEqual(expected));

test('a number within a deadline is none', () => {
  expect(findQuantities('30天内培训60人', [{ start: 0, end: 4 }]).map((q) => q.text)).toEqual(['60人']);
});
