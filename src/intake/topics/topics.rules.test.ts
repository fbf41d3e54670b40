import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { groupsOf } from './groups.rules.ts';
import { topicsOf } from './topics.rules.ts';

const MIXER = [
  ['丽发新城旁的搅拌站噪音扰民', '我是丽发新城业主，小区旁的混凝土搅拌站彻夜作业，噪音和灰尘让人无法开窗'],
  ['举报丽发新城附近违建搅拌站', '丽发新城附近建起一座搅拌站，灰尘漫天，请环保部门查处'],
  ['丽发新城搅拌站何时搬走', '搅拌站离丽发新城不到百米，水泥灰尘落满阳台，何时搬走'],
  ['丽发新城小区搅拌站污染', '丽发新城旁搅拌站的水泥罐车整夜进出，噪音很大'],
] as const;
const SUBSIDY = [
  ['人才购房补贴迟迟不发', '去年申请的人才购房补贴至今没有发放，窗口说在审核'],
  ['咨询人才购房补贴', '硕士毕业落户，人才购房补贴需要哪些材料'],
  ['人才购房补贴申请被退回', '人才购房补贴申请被退回三次，每次理由不同'],
] as const;
const OTHERS = [
  ['公交车班次太少', '早上等四十分钟才来一趟公交车'],
  ['路灯不亮', '村口的路灯坏了半年'],
  ['医院挂号难', '儿童医院挂不上号'],
] as const;
const sent = [...MIXER, ...OTHERS, ...SUBSIDY].map(([title, body], n) => ({ title, body, sender: `用户${n}` }));

describe('hot topics', () => {
  test('are what several people wrote of, called by the words that tell them apart, the largest first', () => {
    const { topics } = topicsOf(sent);
    expect(topics.map(({ texts }) => texts)).toEqual([
      [0, 1, 2, 3],
      [7, 8, 9],
    ]);
    expect(topics[0]!.words.slice(0, 2).toSorted()).toEqual(['丽发新城', '搅拌站']);
    expect(topics[1]!.words[0]).toBe('人才购房补贴');
  });

  test('one person who writes four times makes no topic', () => {
    const [topic] = topicsOf(sent.map((text, n) => (n < 4 ? { ...text, sender: '一人' } : text))).topics;
    expect(topic!.words[0]).toBe('人才购房补贴');
  });

  test('what says nearly the same is told apart, and counts with its topic', () => {
    const copies = [1, 2].map((n) => ({ ...sent[0]!, body: `尊敬的领导：${sent[0]!.body}！`, sender: `另${n}` }));
    const { texts, distinct, repeated, topics } = topicsOf([...sent, ...copies]);
    expect([texts, distinct]).toEqual([12, 11]);
    expect(repeated).toEqual([[0, 10, 11]]);
    expect(topics[0]).toMatchObject({ texts: [0, 1, 2, 3, 10, 11], senders: 6 });
  });

  test('are not called by what nobody says but one person and those who copied it', () => {
    const said = '丽发新城搅拌站的洒水车凌晨鸣笛';
    const copies = [1, 2, 3].map((n) => ({ title: said, body: `${said}，天天如此，睡不着觉`, sender: `另${n}` }));
    expect(topicsOf([...sent, ...copies]).topics[0]).toMatchObject({ senders: 7 });
    expect(topicsOf([...sent, ...copies]).topics[0]!.words.join()).not.toMatch(/洒水|凌晨|鸣笛/);
    expect(topicsOf(copies).topics[0]!.words.join()).toContain('洒水');
  });

  test('are the same in whatever order the texts come', () => {
    const known = topicsOf(sent).topics;
    fc.assert(
      fc.property(fc.shuffledSubarray([...sent.keys()], { minLength: sent.length }), (order) => {
        const again = topicsOf(order.map((n) => sent[n]!)).topics;
        const back = again.map((topic) => ({
          ...topic,
          texts: topic.texts.map((n) => order[n]!).toSorted((a, b) => a - b),
        }));
        expect(back).toEqual(known);
      }),
    );
  });

  test('of no text there are none', () =>
    expect(topicsOf([])).toEqual({ texts: 0, distinct: 0, repeated: [], topics: [] }));
});

describe('groups of what says nearly the same', () => {
  test('every text is in exactly one, whatever it is', () =>
    fc.assert(
      fc.property(fc.array(fc.string({ unit: fc.constantFrom('路', '灯', '坏', '，') })), (texts) => {
        const grouped = groupsOf(texts).flat();
        expect(grouped.toSorted((a, b) => a - b)).toEqual([...texts.keys()]);
      }),
    ));

  test('twenty thousand copies and near copies of one long text are one group, in seconds', { timeout: 30_000 }, () => {
    const text = Array.from({ length: 1500 }, (_, n) => String.fromCodePoint(0x4e00 + n)).join('');
    const texts = Array.from({ length: 20_000 }, (_, n) => (n % 2 ? text : `${text}${n % 500}号`));
    expect(groupsOf(texts)).toHaveLength(1);
  });

  test('texts that begin alike but go on otherwise stay apart', () => {
    const texts = ['路灯', '公交', '医院'].map(
      (word) => `尊敬的市长热线工作人员，反映一个问题：${word.repeat(3)}${[...word].toReversed().join('')}${word}`,
    );
    expect(groupsOf(texts.map((text, n) => text + String(n).repeat(40) + '甲乙丙'.charAt(n).repeat(2)))).toHaveLength(
      3,
    );
  });
});
