import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { resemblance, sharedStretches } from './alike.rules.ts';

describe('what two texts have in common', () => {
  test.each<[string, string, string[], string]>([
    ['投诉丽发新城搅拌站', '丽发新城旁有一座搅拌站', ['丽发新城', '搅拌站'], 'the longest first'],
    ['丽发新城，丽发', '丽发新城', ['丽发新城'], 'no part of another'],
    ['路灯不亮', '灯泡', [], 'no single character'],
    ['WIFI收费', 'wifi 收费', ['wifi', '收费'], 'in one spelling, over no gap'],
    ['完成莲花河沿线改造', '完成了莲花河沿线改造', ['莲花河沿线改造'], 'nothing far shorter than the longest'],
    ['', '路灯', [], 'nothing with nothing'],
  ])('%j and %j: %j (%s)', (one, other, shared) => expect(sharedStretches(one, other)).toEqual(shared));

  test('at most three stretches, each in both, whatever is written', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (one, other) => {
        const shared = sharedStretches(one + other, other + one);
        expect(shared.length).toBeLessThanOrEqual(3);
        for (const part of shared) expect((other + one).normalize('NFKC').toLowerCase()).toContain(part);
      }),
    ));
});

describe('whether a likeness is worth saying', () => {
  test.each<[string, string, boolean, string]>([
    ['东湖路的路灯', '东湖路的路灯半年不亮', true, 'all of few words lies in the other'],
    ['路灯', '东湖路的路灯半年不亮', false, 'a word that anybody uses'],
    ['路灯', '路灯', true, 'the same, however short'],
    ['东湖路的路灯半年不亮', '西关街的井盖丢了', false, 'nothing in common'],
    ['西城区幼儿园学位不足，摇号没有摇上', '西城区小学食堂价格太高，家长着急', false, 'a district'],
  ])('%j and %j: %s (%s)', (one, other, worth) => expect(resemblance(one, other) !== null).toBe(worth));
});
