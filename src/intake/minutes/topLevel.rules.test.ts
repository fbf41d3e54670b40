import { expect, test } from 'vitest';
import { splitTop } from './topLevel.rules.ts';

const pieces = (text: string, signs: string): string[] => splitTop(text, signs).map((p) => p.text);

test.each([
  ['甲局、乙局', ['甲局', '乙局'], 'a plain enumeration'],
  ['各市（含甲、乙）政府、丙局', ['各市（含甲、乙）政府', '丙局'], 'not within brackets'],
  [
    '推进“一网、一窗”、清理“僵尸、睡眠”系统',
    ['推进“一网、一窗”', '清理“僵尸、睡眠”系统'],
    'not within quotation marks',
  ],
  ['各市<含甲、乙>卫健委、丙局', ['各市<含甲、乙>卫健委', '丙局'], 'not within angle brackets'],
  ['甲局（乙、丙', ['甲局（乙、丙'], 'what never closes is not cut'],
])('%s: %s', (text, expected) => expect(pieces(text, '、')).toEqual(expected));

test('each piece says where it stood and what ended it', () => {
  expect(splitTop('甲，乙；丙', '，；')).toEqual([
    { text: '甲', start: 0, end: 1, by: '，' },
    { text: '乙', start: 2, end: 3, by: '；' },
    { text: '丙', start: 4, end: 5, by: '' },
  ]);
});
