import { describe, expect, test } from 'vitest';
import { uuidv7 } from '../../kernel/index.ts';
import { prepare, RARE, termsFor, type Closed } from './lessons.rules.ts';

const ID = uuidv7(new Date('2026-03-16T02:00:00Z'));
const some = (count: number, category: string | null, unit: string | null = null): Closed[] =>
  Array.from({ length: count }, (_, n) => ({ id: ID, text: `${category} ${n}`, category, unit }));
const all = (): boolean => true;

describe('what is learned from closed matters', () => {
  test.each([
    ['nothing was closed', [], 0, 0],
    ['forty-nine are too few', [...some(25, 'a'), ...some(24, 'b')], 49, 2],
    ['of one category there is nothing to tell apart', some(80, 'a'), 80, 1],
    ['four of a category are too rare to be one', [...some(80, 'a'), ...some(4, 'b')], 84, 1],
    ['what nobody classified says nothing', [...some(80, null), ...some(40, 'a'), ...some(9, 'b')], 49, 2],
  ])('nothing, where %s', (_, closed, matters, kinds) => {
    expect(prepare(closed, 'category', all)).toEqual({ matters, kinds, lesson: null });
  });

  test('fifty of two categories are enough; what is rare is learned as something else', () => {
    const closed = [...some(25, 'a'), ...some(21, 'b'), ...some(4, 'c')];
    const { matters, kinds, lesson } = prepare(closed, 'category', all);
    expect([matters, kinds, lesson!.texts.length]).toEqual([50, 2, 50]);
    expect(lesson!.texts.slice(-4).map(({ category }) => category)).toEqual([RARE, RARE, RARE, RARE]);
  });

  test('what may be decided no more is not learned', () => {
    const closed = [...some(40, 'a'), ...some(30, 'b'), ...some(30, 'old')];
    const { matters, lesson } = prepare(closed, 'category', (code) => code !== 'old');
    expect(matters).toBe(70);
    expect(lesson!.texts.some(({ category }) => category === 'old')).toBe(false);
  });

  test('the unit is a lesson of its own', () => {
    expect(prepare([...some(40, null, 'x'), ...some(20, null, 'y')], 'unit', all).kinds).toBe(2);
  });

  test('a thousand kinds are bounded: the sixty commonest are told apart', () => {
    const closed = Array.from({ length: 100 }, (_, n) => some(5 + n, `k${n}`)).flat();
    const { kinds, lesson } = prepare(closed, 'category', all);
    expect(kinds).toBe(60);
    expect(new Set(lesson!.texts.map(({ category }) => category)).size).toBe(61);
    expect(lesson!.texts.some(({ category }) => category === 'k0')).toBe(false);
  });

  test('of a long text the beginning is read, and of many terms a model knows some', () => {
    const closed = [...some(30, 'a'), ...some(30, 'b')].map((one) => ({ ...one, text: '长'.repeat(4000) }));
    expect(prepare(closed, 'category', all).lesson!.texts[0]!.body).toHaveLength(600);
    const many = [...some(3000, 'a'), ...some(3000, 'b')].map((one) => ({ ...one, text: '长'.repeat(600) }));
    expect(prepare(many, 'category', all).matters).toBe(2500);
    expect(termsFor(2) * 2).toBeLessThanOrEqual(1_200_000);
    expect(termsFor(61) * 61).toBeLessThanOrEqual(1_200_000);
  });
});
