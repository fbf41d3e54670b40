import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compared, isNearlySame, likeness, shinglesOf, spelled } from './likeness.ts';

/** Texts of few characters, so that they have shingles in common. */
const texts = fc.string({ unit: fc.constantFrom('路', '灯', '不', '亮', '，', ' ', 'A', 'ａ', '1'), maxLength: 60 });
const same = (one: string, other: string): boolean => {
  const [a, b] = [shinglesOf(one), shinglesOf(other)];
  return isNearlySame(likeness(a, b), Math.min(a.size, b.size));
};

describe('a text in one spelling', () => {
  test.each([
    ['路灯不亮', '路灯不亮', 'Chinese stays as it is'],
    ['ＷＩＦＩ收费', 'wifi收费', 'full-width letters become half-width, capitals small'],
    ['１２３４５', '12345', 'full-width digits become half-width'],
    ['', '', 'nothing stays nothing'],
  ])('%j is read as %j: %s', (text, read) => expect(spelled(text)).toBe(read));

  test('of a very long text the beginning and the end are read, and nothing between', () => {
    const read = spelled(`头${'中'.repeat(1_000_000)}尾`);
    expect(read).toMatch(/^头中+\n中+尾$/u);
    expect(read.length).toBeLessThan(5000);
  });
});

describe('a text as it is compared', () => {
  test.each([
    ['路灯，不 亮！', '路灯不亮', 'marks and gaps go'],
    ['尊敬的胡书记：您好！路灯不亮。谢谢您！', '路灯不亮', 'greeting and thanks go'],
    ['各位领导您好，路灯不亮，盼复，此致敬礼', '路灯不亮', 'one greeting after another too'],
    ['领导不管路灯', '领导不管路灯', 'who is not greeted stays'],
    ['谢谢', '谢谢', 'of thanks alone something stays'],
    ['！？', '', 'marks alone are nothing'],
  ])('%j is compared as %j: %s', (text, as) => expect(compared(text)).toBe(as));

  test('it is compared as it is when compared again', () =>
    fc.assert(
      fc.property(fc.oneof(texts, fc.string({ unit: 'binary' })), (text) => {
        expect(compared(compared(text))).toBe(compared(text));
      }),
    ));
});

describe('how like two texts are', () => {
  test('each as like the other as the other to it; never outside of 0–1; with any word the same as itself', () =>
    fc.assert(
      fc.property(texts, texts, (one, other) => {
        const [a, b] = [shinglesOf(one), shinglesOf(other)];
        const alike = likeness(a, b);
        expect(alike).toEqual(likeness(b, a));
        expect(alike.both).toBeGreaterThanOrEqual(0);
        expect(alike.both).toBeLessThanOrEqual(alike.within);
        expect(alike.within).toBeLessThanOrEqual(1);
        expect(likeness(a, a).both).toBe(a.size > 0 ? 1 : 0);
      }),
    ));

  const LONG = '小区东门外的路灯自上月起一直不亮，夜里漆黑一片，老人孩子出门都很危险，请尽快派人修好';
  test.each<[string, string, boolean, string]>([
    [LONG, LONG, true, 'word for word'],
    [LONG, `尊敬的领导：您好！${LONG.replaceAll('，', ' ，\n')}。谢谢！`, true, 'greeted, spaced and thanked for'],
    [LONG, LONG.replace('上月', '三月'), true, 'another month'],
    [
      LONG,
      `${LONG}。另外，小区西门的井盖也丢了，物业说归市政，市政说归物业，至今无人处理，上次还有人摔伤住进了医院`,
      true,
      'with something added',
    ],
    [LONG, '小区东门外的路灯坏了，麻烦来修一下吧，谢谢各位师傅', false, 'the same thing in other words'],
    [LONG, '请尽快派人修好', false, 'a phrase that anybody uses'],
    ['路灯', '路灯', true, 'short and the same'],
    ['路灯', '路口', false, 'short and another'],
    ['', '', false, 'nothing and nothing'],
    ['！', '？', false, 'no word in either'],
  ])('%j and %j say nearly the same: %s (%s)', (one, other, so) => {
    expect(same(one, other)).toBe(so);
    expect(same(other, one)).toBe(so);
  });

  test('a text of ten million characters is no more work than one of some thousand', () => {
    expect(shinglesOf('路灯不亮1'.repeat(2_000_000)).size).toBeLessThan(10);
    const long = Array.from({ length: 50_000 }, (_, n) => String.fromCodePoint(0x4e00 + ((n * 7919) % 20_000))).join(
      '',
    );
    expect(shinglesOf(long).size).toBeLessThanOrEqual(4000);
  });
});
