import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wordDiff } from './wordDiff.ts';

/** `[-gone-]`, `{+new+}`. */
const drawn = (from: string, to: string): string =>
  wordDiff(from, to)
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'gone' ? `[-${text}-]` : `{+${text}+}`))
    .join('');

describe('what differs between two texts', () => {
  test.each([
    ['words that came', '疏通老城区管网', '疏通老城区雨水管网', '疏通老城区{+雨水+}管网'],
    ['a number in words', '六月底前完成改造', '九月底前完成改造', '[-六-]{+九+}月底前完成改造'],
    ['a number', '改造 36 个小区', '改造 42 个小区', '改造 [-36-]{+42+} 个小区'],
    ['English by its words', 'mend the east canal', 'mend the old east canal', 'mend the {+old +}east canal'],
    ['nothing where nothing differs', '修路灯', '修路灯', '修路灯'],
    ['all of it where there was nothing', '', '修路灯', '{+修路灯+}'],
  ])('%s', (_, from, to, expected) => expect(drawn(from, to)).toBe(expected));

  test('both texts can be read from it whatever they are', () => {
    const text = fc
      .array(fc.constantFrom('雨水', '管网', '改造', ' ', '36', 'canal', '。'))
      .map((some) => some.join(''));
    fc.assert(
      fc.property(text, text, (from, to) => {
        const stretches = wordDiff(from, to);
        const without = (kind: string) =>
          stretches
            .filter((one) => one.kind !== kind)
            .map((one) => one.text)
            .join('');
        expect([without('new'), without('gone')]).toEqual([from, to]);
      }),
    );
  });

  test('of two long texts that share neither beginning nor end all is new, rather than a second lost', () => {
    const long = (word: string) => Array.from({ length: 1300 }, (_, i) => `${word}${i}，`).join('') + word;
    expect(wordDiff(long('清淤'), long('补栽')).map(({ kind }) => kind)).toEqual(['gone', 'new']);
  });
});
