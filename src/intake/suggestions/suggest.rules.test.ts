import { describe, expect, test } from 'vitest';
import type { Labelled } from './contract.ts';
import { shuffle, repeatable } from './random.rules.ts';
import { suggest } from './suggest.rules.ts';
import { train } from './train.rules.ts';

const SPOKEN: Record<string, readonly string[]> = {
  路灯: ['路灯不亮', '夜里漆黑一片', '灯杆歪了', '灯泡坏了很久'],
  噪音: ['工地夜间施工太吵', '噪音扰民', '机器轰鸣睡不着', '喇叭声太大'],
  欠薪: ['老板拖欠工资', '讨薪无门', '三个月没发工钱', '包工头跑了'],
};
const PLACES = ['东街', '西街', '文峰路', '建安大道', '小区门口', '菜市场', '学校后门', '河堤上'];

/** Ninety-six invented texts of three categories: two sayings each, in places that tell nothing. */
const TEXTS: Labelled[] = Object.entries(SPOKEN).flatMap(([category, sayings]) =>
  PLACES.flatMap((place) =>
    sayings.map((saying, n) => ({
      category,
      title: n % 2 === 0 ? saying : '',
      body: `${place}这里${saying}，${sayings[(n + 1) % sayings.length]}，请尽快处理。`,
    })),
  ),
);
const model = train(TEXTS);

describe('a suggestion', () => {
  test.each([
    ['路灯', '南关村口的路灯不亮，晚上漆黑', '路灯'],
    ['噪音', '楼下工地半夜施工，噪音让人睡不着', '施工'],
    ['欠薪', '我们十几个人的工资被老板拖欠', '工资'],
  ])('is %s for “%s”, as it says “%s”, and names texts of that category that are alike', (category, body, word) => {
    const { said, words, alike } = suggest(model, { title: '', body });
    expect(said?.category).toBe(category);
    expect(words).toContain(word);
    expect(alike.length).toBeGreaterThan(0);
    for (const { source } of alike) expect(TEXTS[source]!.category).toBe(category);
  });

  test('of a text that was learned names that very text first, as wholly alike', () => {
    const source = 41;
    const { alike } = suggest(model, TEXTS[source]!);
    expect(alike[0]!.source).toBe(source);
    expect(alike[0]!.alike).toBeCloseTo(1, 5);
  });

  test.each([
    ['', 'nothing'],
    ['！！！', 'marks alone'],
    ['ꙮꙮ', 'characters that were never seen'],
  ])('is silent for %j: %s', (body) =>
    expect(suggest(model, { title: '', body })).toEqual({ likely: [], said: null, words: [], alike: [] }),
  );

  test('is silent where two categories are as likely: unsure is its own answer', () => {
    const { said, likely } = suggest(model, { title: '', body: '请尽快处理' });
    expect(said).toBeNull();
    expect(likely).toHaveLength(3);
  });

  test('weighs every category, together wholly', () => {
    for (const { title, body } of TEXTS.slice(0, 9)) {
      const { likely } = suggest(model, { title, body });
      expect(likely.reduce((sum, { sure }) => sum + sure, 0)).toBeCloseTo(1, 9);
      expect(likely.map(({ sure }) => sure)).toEqual(likely.map(({ sure }) => sure).toSorted((a, b) => b - a));
    }
  });

  test('is the same whatever the order of the texts that were learned', () => {
    const order = Int32Array.from(TEXTS.keys());
    shuffle(order, repeatable(1));
    const other = train(Array.from(order, (n) => TEXTS[n]!));
    for (const body of ['工地太吵', '灯坏了', '工资']) {
      const text = { title: '', body };
      expect(suggest(other, text).likely).toEqual(suggest(model, text).likely);
      expect(suggest(other, text).words).toEqual(suggest(model, text).words);
    }
  });

  test('of a text of a million characters takes no longer than of one that can be read', () => {
    const text = { title: '', body: '工地夜间施工噪音扰民。'.repeat(100_000) };
    const begun = performance.now();
    expect(suggest(model, text).said?.category).toBe('噪音');
    expect(performance.now() - begun).toBeLessThan(500);
  });
});
