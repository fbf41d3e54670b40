import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { spelled } from '../../kernel/index.ts';
import { termsOf } from './terms.rules.ts';

describe('what stands in a text', () => {
  test.each<[string, Record<string, number>, string]>([
    ['路灯', { 路: 1, 灯: 1, 路灯: 1 }, 'characters and their pair'],
    ['路，灯', { 路: 1, 灯: 1 }, 'no pair reaches over a mark'],
    ['灯灯灯', { 灯: 3, 灯灯: 2 }, 'each as often as it stands there'],
    ['𠮷家', { 𠮷: 1, 家: 1, 𠮷家: 1 }, 'a character of two code units is one character'],
    ['！？ …', {}, 'marks alone are nothing'],
  ])('%j has the characters %j: %s', (text, terms) =>
    expect(Object.fromEntries(termsOf(text).characters)).toEqual(terms),
  );

  test.each<[string, Record<string, number>, string]>([
    ['医院收费', { 医院: 1, 收费: 1, '医院 收费': 1 }, 'words and their pair'],
    ['医院。收费', { 医院: 1, 收费: 1 }, 'no pair reaches over a mark'],
    ['', {}, 'nothing in nothing'],
  ])('%j has the words %j: %s', (text, terms) => expect(Object.fromEntries(termsOf(text).words)).toEqual(terms));

  test('any text at all can be read', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(termsOf(text).characters.size === 0).toBe(!/[\p{L}\p{N}]/u.test(spelled(text)));
      }),
    );
  });
});
