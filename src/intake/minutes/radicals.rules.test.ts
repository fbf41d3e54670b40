import { expect, test } from 'vitest';
import { withoutRadicals } from './radicals.rules.ts';

test.each([
  ['市⻓与⻋⻔', '市长与车门', 'of the supplement'],
  ['⻅⻄⻰⻢⻩⻚⻛⻜⻥⻦⻬⻳⺠⺟', '见西龙马黄页风飞鱼鸟齐龟民母', 'as fonts of the mainland share them'],
  ['⼀⽅⽔⼟⽣⽤⾦⾯', '一方水土生用金面', 'of Kangxi'],
  ['市長', '市長', 'whole characters stay'],
  ['⺀', '⺀', 'a mark that stands for no character stays'],
])('%s reads as %s: %s', (text, read) => expect(withoutRadicals(text)).toBe(read));

test('no radical of the two blocks that has a character is left', () => {
  const all = Array.from({ length: 0x2fd6 - 0x2e80 }, (_, i) => String.fromCodePoint(0x2e80 + i)).join('');
  // Signs that are only strokes, or whose characters lie outside the basic plane and in no official document.
  expect(withoutRadicals(all).match(/[\u2e80-\u2eff\u2f00-\u2fd5]/gu)?.length).toBeLessThan(20 + 12);
});
