import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { testsOf } from './figure.rules.ts';
import type { FigureRule } from './figures.contract.ts';
import { allOf, APART, bitOf, holds, IMPLIES, MARKS, notTest, testOf } from './mark.rules.ts';
import { parseMechanism } from './parse.rules.ts';

const APPEAL = readFileSync(new URL('../../mechanisms/appeal.yaml', import.meta.url), 'utf8');
const WITHOUT = APPEAL.slice(0, APPEAL.indexOf('\ncountedBy:'));

/** The faults of the shipped file with figures of its own, `figures.ours.part.0 → code` without the common beginning. */
function faultsOf(figure: string, rest = '', source = WITHOUT): string[] {
  const lines = `${source}\nfigures:\n  ours: { name: { zh: 甲, en: A }, ${figure} }\n${rest}`;
  return parseMechanism(lines).faults.map(({ code }) => code.replace('mechanism.', ''));
}

describe('the figures of a file', () => {
  test.each<[sentence: string, figure: string, faults: string[]]>([
    ['a count is right', 'count: [answered, not evaluated]', []],
    ['a rate is right', 'part: [stars = 5], of: [answered], without: [excluded]', []],
    ['stars at least, of whoever evaluated, are right', 'part: [stars >= 4], of: [stars >= 2]', []],
    ['a sum is right', 'sum: bounces', []],
    ['a percentile is right', 'workdays: { from: assigned, to: answered }, at: 90', []],
    ['a word that nobody knows', 'count: [anwsered]', ['figure-word-unknown']],
    ['six stars', 'count: [stars = 6]', ['figure-word-unknown']],
    [
      'a part that is not within the other: solved need not be satisfied',
      'part: [solved], of: [satisfied]',
      ['figure-part-outside'],
    ],
    [
      'a part that is not within the other: closed need not be accepted',
      'part: [closed], of: [accepted]',
      ['figure-part-outside'],
    ],
    [
      'a part that is not within the other: three stars are no four',
      'part: [stars >= 3], of: [stars >= 4]',
      ['figure-part-outside'],
    ],
    ['what is and is not', 'count: [answered, not answered]', ['figure-counts-nothing']],
    ['what is not and follows from what is', 'count: [solved, not answered]', ['figure-counts-nothing']],
    ['solved and unsolved at once', 'count: [solved, unsolved]', ['figure-counts-nothing']],
    ['two numbers of stars at once', 'count: [stars = 2, stars = 5]', ['figure-counts-nothing']],
    ['only what is left out', 'count: [excluded], without: [excluded]', ['figure-counts-nothing']],
    ['a part without what it is a part of', 'part: [answered]', ['figure-rate-parts']],
    ['two kinds at once', 'count: [answered], sum: bounces', ['figure-of-one-kind']],
    ['no kind at all', 'without: [excluded]', ['figure-of-one-kind']],
    ['working days without a percentile', 'workdays: { from: assigned, to: answered }', ['figure-percentile']],
    ['left out by more than one condition', 'count: [answered], without: [stars = 3]', ['figure-without-several']],
  ])('%s', (_, figure, faults) => {
    expect(faultsOf(figure)).toEqual(faults);
  });

  test('what the mechanism has no act for is always nought', () => {
    const weekly = readFileSync(new URL('../../mechanisms/statement.yaml', import.meta.url), 'utf8');
    expect(faultsOf('count: [evaluated]', '', weekly)).toEqual(['figure-counts-nothing']);
    expect(faultsOf('sum: bounces', '', weekly)).toEqual(['figure-counts-nothing']);
    expect(faultsOf('count: [green]', '', weekly)).toEqual(['figure-counts-nothing']);
    expect(faultsOf('count: [answered]', '', weekly)).toEqual([]);
  });

  test.each<[sentence: string, ranking: string, faults: string[]]>([
    ['a ranking by a rate is right', 'score: { ours: 30 }, last: { mechanism: statement, text: 甲 }', []],
    ['a ranking by what is no figure', 'score: { others: 30 }', ['ranking-wants-rate']],
    ['a ranking by nothing', 'score: {}', ['ranking-of-nothing']],
    [
      'a ranking whose last is given a matter that it ranks by',
      'score: { ours: 1 }, last: { mechanism: appeal, text: 甲 }',
      ['ranking-feeds-itself'],
    ],
  ])('%s', (_, ranking, faults) => {
    const whole = `ranking: { every: month, least: 10, prior: 20, peers: kind, ${ranking} }\n`;
    expect(faultsOf('part: [answered], of: [accepted]', whole)).toEqual(faults);
  });
});

describe('tests of marks', () => {
  const marks = fc.subarray([...MARKS]).map((set) => set.reduce((bits, mark) => bits + bitOf(mark), 0));
  const conditions = fc.array(
    fc.constantFrom(
      'answered',
      'not evaluated',
      'stars = 3',
      'stars >= 4',
      'stars <= 2',
      'excluded',
      'reached',
      'not halted',
    ),
    { maxLength: 4 },
  );

  test('all of several hold where each does; where they contradict each other nowhere', () => {
    fc.assert(
      fc.property(conditions, marks, (some, bits) => {
        const tests = some.map((condition) => testOf(condition)!);
        const all = allOf(tests);
        expect(all !== null && holds(all, bits)).toBe(tests.every((one) => holds(one, bits)));
      }),
    );
  });

  test('the part of a rate is within the rest, and what is left out in neither', () => {
    fc.assert(
      fc.property(marks, (bits) => {
        const figure: FigureRule = {
          name: { zh: '甲', en: 'A' },
          part: ['stars = 5'],
          of: ['answered'],
          without: ['excluded'],
        };
        const { part, of, left } = testsOf(figure);
        if (holds(part!, bits)) expect(holds(of!, bits)).toBe(true);
        for (const one of left) if (holds(one, bits)) expect(holds(of!, bits)).toBe(false);
        expect(holds(notTest(testOf('excluded')!), bits)).toBe(!holds(testOf('excluded')!, bits));
      }),
    );
  });

  test('what follows from a mark stands before it, so that all that follows is found in one go', () => {
    for (const [n, [, second]] of IMPLIES.entries())
      expect(
        IMPLIES.findIndex(([first]) => first === second),
        second,
      ).toBeLessThan(n);
    expect(APART.flat().every((mark) => IMPLIES.some(([first]) => first === mark))).toBe(true);
  });
});
