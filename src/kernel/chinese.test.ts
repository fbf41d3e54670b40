import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bigrams, normalise, pinyinInitials, straightened } from './chinese.ts';

test.each([
  ['许 昌 市　发改 委', '许昌市发改委', 'letter-spaced characters close up, across an ideographic space too'],
  ['加快推进\n项目建设', '加快推进项目建设', 'a hard line wrap within Chinese goes'],
  ['做好 ， 服务', '做好，服务', 'spaces around Chinese punctuation go'],
  [
    '第 ３ 批 ＡＩ 项目',
    '第 3 批 AI 项目',
    'full-width digits and letters become half-width; spaces next to them stay',
  ],
  ['hello  world 你好', 'hello  world 你好', 'spaces in other text stay as they are'],
  ['⼀带⼀路 更⾦', '一带一路更金', 'radicals from a PDF become the characters they stand for'],
  ['①完成２０㎡（％）', '①完成20㎡（％）', 'circled numbers, units and Chinese punctuation stay'],
  ['\ufeff回\u200b音\u00ad', '回音', 'invisible characters go'],
])('%j → %j: %s', (text, expected) => {
  expect(normalise(text)).toBe(expected);
});

test.each([
  ['\u202e办好某事', '办好某事', 'what turns the order of reading goes'],
  ['拨付\u2066001\u2069元\u202a。\u202c', '拨付001元。', 'so does what sets a part apart'],
  ['قەشقەر\u200fشەھىرى', 'قەشقەر\u200fشەھىرى', 'the marks of Arabic script stay'],
])('%j is straightened to %j: %s', (text, expected) => {
  expect(straightened(text)).toBe(expected);
});

test('normalising twice is normalising once', () => {
  const text = fc.string({ unit: fc.constantFrom('许', '，', ' ', '　', '\n', 'Ａ', '１', 'a', '⼀', '\u200b', '①') });
  fc.assert(
    fc.property(text, (t) => {
      expect(normalise(normalise(t))).toBe(normalise(t));
    }),
  );
});

test.each([
  ['老旧小区', ['老旧', '旧小', '小区'], 'each two neighbours'],
  ['水', ['水'], 'a single character stands for itself'],
  ['G107改建ABC-12，水', ['g107', '改建', 'abc', '12', '水'], 'words and numbers whole, in lower case'],
  ['常常常', ['常常'], 'each token once'],
  ['， 。', [], 'punctuation is no token'],
])('%s is found under %j: %s', (text, expected) => {
  expect(bigrams(text)).toEqual(expected);
});

test('a fragment of two characters or more is found under tokens of the whole', () => {
  const chinese = fc.array(fc.constantFrom(...Array.from('许昌市发展改革建设项目')), { minLength: 2, maxLength: 12 });
  fc.assert(
    fc.property(chinese, fc.nat(10), fc.integer({ min: 2, max: 12 }), (characters, from, length) => {
      const fragment = characters.slice(from, from + length);
      fc.pre(fragment.length >= 2);
      const whole = new Set(bigrams(characters.join('')));
      expect(bigrams(fragment.join('')).every((token) => whole.has(token))).toBe(true);
    }),
  );
});

test('initials as they are typed, with the reading that a place name has', async () => {
  expect(await pinyinInitials('市发展和改革委员会')).toBe('sfzhggwyh');
  expect(await pinyinInitials('重庆ＡＢ（1）')).toBe('cqab1');
});
