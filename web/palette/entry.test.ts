import { expect, it } from 'vitest';
import { fits } from './entry.ts';

it.each<[sentence: string, typed: string, label: string, fit: boolean]>([
  ['nothing typed leaves everything', '', '工作台', true],
  ['part of the words', '台', '工作台', true],
  ['letters, small or not', 'LED', 'Ledger', true],
  ['the beginning of the initials', 'gz', '工作台', true],
  ['not their middle', 'zt', '工作台', false],
  ['the beginning of the pinyin', 'gongzuo', '工作台', true],
  ['not its middle', 'zuotai', '工作台', false],
  ['nothing like it', '通报', '工作台', false],
])('%s', (_, typed, label, fit) => {
  expect(fits(typed, label, 'gongzuotai')).toBe(fit);
});
