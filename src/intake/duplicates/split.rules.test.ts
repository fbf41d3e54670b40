import { describe, expect, test } from 'vitest';
import type { Uuid } from '../../kernel/index.ts';
import { anyApart, splitApart, type Member } from './split.rules.ts';

const ROAD = '云岭工业区三号路路面塌陷，货车无法进出，企业交货延误，请尽快修复';
const of = (id: string, text: string, parent: string | null = null): Member => ({
  id: id as Uuid,
  text,
  parent: parent as Uuid | null,
});
const ids = (groups: readonly (readonly Member[])[]) => groups.map((group) => group.map(({ id }) => id).join(''));
const pairs =
  (...told: string[]) =>
  (one: Uuid, other: Uuid) =>
    told.includes(one + other) || told.includes(other + one);

describe('matters that say nearly the same, without those that are apart', () => {
  const [a, b, c] = [of('a', `${ROAD}，谢谢`), of('b', `${ROAD}。`), of('c', ROAD)];

  test.each([
    ['nothing was told: they stay together, the newest first', pairs(), ['cba']],
    ['one is told from both others: these stay together', pairs('ab', 'bc'), ['ca']],
    ['the longest is told from both: the others say nearly the same without it', pairs('ab', 'ac'), ['cb']],
    ['one pair is told: the third goes with the longer of them', pairs('bc'), ['ba']],
    ['all are told from each other: no group is left', pairs('ab', 'ac', 'bc'), []],
  ])('%s', (_, apart, groups) => {
    expect(ids(splitApart([a, b, c], apart))).toEqual(groups);
    expect(ids(splitApart([c, b, a], apart))).toEqual(groups);
  });

  test('two that only the third was like are no group without it', () => {
    const [one, other] = [ROAD.slice(0, 16), ROAD.slice(16)];
    const whole = [of('w', ROAD), of('x', `${one}一二三四五六七八九十`), of('y', `${other}甲乙丙丁戊己庚辛壬癸`)];
    expect(ids(splitApart(whole, pairs('wx', 'wy')))).toEqual([]);
  });

  test('what stands below another, or below the same, is not joined to it and makes no group', () => {
    const parts = [of('p', ROAD), of('q', ROAD, 'p'), of('r', ROAD, 'p')];
    expect(anyApart(parts, pairs())).toBe(true);
    expect(ids(splitApart(parts, pairs()))).toEqual([]);
    expect(ids(splitApart([...parts, of('s', ROAD)], pairs()))).toEqual(['sp']);
  });
});
