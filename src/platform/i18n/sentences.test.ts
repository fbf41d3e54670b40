import { expect, test } from 'vitest';
import { describe, languageOf, sentence } from './index.ts';

test('a sentence is filled with its values, lists in the language’s own way', () => {
  const params = { field: 'kind', choices: ['a', 'b'] };
  expect(sentence('zh', 'http.field-choice', params)).toBe('“kind”只能是以下之一：a、b。');
  expect(sentence('en', 'http.field-choice', params)).toBe('"kind" must be one of: a, b.');
});

test('a value cannot bring placeholders of its own, and a missing one stays visible', () => {
  expect(sentence('en', 'http.field-choice', { field: '{choices}', choices: ['x'] })).toContain('"{choices}"');
  expect(sentence('en', 'http.field-choice', { field: 'f' })).toContain('{choices}');
  expect(sentence('en', 'http.field-choice', { field: '$& $1' })).toContain('"$& $1"');
});

test('a refusal is worded by its code; a key without a sentence is a fault', () => {
  expect(describe('en', { code: 'identity.password-short', status: 422, params: { least: 9 } })).toContain(
    'at least 9',
  );
  expect(() => sentence('zh', 'http.nothing-of-the-kind')).toThrow('http.nothing-of-the-kind');
});

test.each([
  ['en', 'zh-CN', 'en', 'what was chosen goes before what the browser says'],
  [undefined, 'en-GB,en;q=0.9,zh;q=0.8', 'en', 'the first that there is'],
  [undefined, 'fr-FR,de;q=0.9,zh-CN;q=0.8', 'zh', 'others are passed over'],
  [undefined, 'en;q=0.2, zh-CN;q=0.9', 'zh', 'what is liked better goes before what stands first'],
  [undefined, 'zh;q=0.5,en', 'en', 'what has no number is liked best'],
  [undefined, 'en;q=0, *', 'zh', 'what is not wanted is not given'],
  [undefined, 'zh;q=0.8 , en-US ; q=0.80', 'zh', 'liked the same, the first'],
  [undefined, 'en_US.UTF-8', 'en', 'a terminal’s locale will do'],
  [undefined, 'C.UTF-8', 'zh', 'Chinese where nothing is known'],
  ['xx', undefined, 'zh', 'a choice that is none is no choice'],
])('chosen %j, accepted %j: %s, %s', (chosen, accepted, language, _why) => {
  expect(languageOf(chosen, accepted)).toBe(language);
});
