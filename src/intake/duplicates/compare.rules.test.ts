import { describe, expect, test } from 'vitest';
import { comparedWith } from './compare.rules.ts';

const marked = (text: string, other: string) =>
  comparedWith(text, other)
    .map(({ text: part, only }) => (only ? `[${part}]` : part))
    .join('');

describe('what one text says and another does not', () => {
  test.each([
    [
      'they differ in the middle',
      '三号路路面塌陷，请尽快修复',
      '三号路路面塌陷，请早日修复道路',
      '三号路路面塌陷，请[尽快修复]',
    ],
    ['one says more at its end', '三号路路面塌陷，货车进不来', '三号路路面塌陷。', '三号路路面塌陷，[货车进不来]'],
    ['signs and width are no difference', 'Ａ座，三号路塌陷！', 'a座三号路；塌陷', 'Ａ座，三号路塌陷！'],
    ['nothing is in common', '路灯不亮', '井盖破损', '[路灯不亮]'],
    ['the other has no word', '路灯不亮', '！', '[路灯不亮]'],
  ])('%s', (_, text, other, expected) => expect(marked(text, other)).toBe(expected));

  test('together the stretches are the text, also where it is empty', () => {
    const text = '😀 一号路：坑洼\n请修';
    expect(
      comparedWith(text, '一号路坑洼多')
        .map((one) => one.text)
        .join(''),
    ).toBe(text);
    expect(comparedWith('', '一号路')).toEqual([]);
  });
});
