import {
  allOf,
  bitOf,
  holds,
  isJudged,
  isRate,
  notTest,
  testsOf,
  union,
  type FigureRule,
  type FigureTests,
  type Test,
} from '../../mechanism/index.ts';
import type { FigureDefinition, FigureKind, FigureValue } from './count.contract.ts';

/** A figure of a mechanism with its tests read. */
export type Figure = {
  readonly key: string;
  readonly rule: FigureRule;
  readonly tests: FigureTests;
  /** What is kept from the units is not in it. */
  readonly keptOut?: true;
};
/** Matters of one kind of marks, and how often what repeats happened to them. */
export type Kind = { marks: number; n: number; bounces: number; returns: number; reopenings: number; amount: number };
/** So many matters that took so many working days. */
export type Took = { days: number; n: number };

/** A matter whose judgement is kept from the units. */
const KEPT: Test = { mask: bitOf('kept-from-units'), value: bitOf('kept-from-units') };

/**
 * The figures as they are counted for a seat that is not to hear every judgement: those that ask for one leave out the matters of which it is
 * kept, on every side, whatever else is asked. So no two answers differ by it (docs/adr/0607-figures-without-what-is-kept.md).
 */
export const withoutKept = (figures: readonly Figure[]): Figure[] =>
  figures.map((figure) => {
    const { part, of, left } = figure.tests;
    if (![part, of, ...left].some((test) => test !== null && isJudged(test))) return figure;
    const less = (test: Test | null): Test | null => test && allOf([test, notTest(KEPT)]);
    return {
      ...figure,
      tests: { part: less(part), of: less(of), left: left.flatMap((test) => less(test) ?? []) },
      keptOut: true,
    };
  });

/** The figures that a mechanism declares, each with what a matter’s marks must be for it. */
export const figuresOf = (rules: Readonly<Record<string, FigureRule>>): Figure[] =>
  Object.entries(rules).map(([key, rule]) => ({ key, rule, tests: testsOf(rule) }));

const kindOf = (rule: FigureRule): FigureKind =>
  isRate(rule) ? 'rate' : rule.sum === 'amount' ? 'amount' : rule.sum ? 'sum' : rule.workdays ? 'workdays' : 'count';

/** What a figure is made of, as it is told beside its number. */
export const definitionOf = ({ key, rule }: Figure): FigureDefinition => ({
  key,
  name: rule.name,
  kind: kindOf(rule),
  part: rule.part ?? rule.count ?? rule.among ?? [],
  of: rule.of ?? [],
  without: rule.without ?? [],
  at: rule.at ?? null,
});

/** The bits that the figures look at, so that the server tells no more kinds of matters apart than they do. */
export const maskOf = (figures: readonly Figure[]): number =>
  figures.reduce((mask, { tests }) => testsIn(tests).reduce((bits, test) => union(bits, test.mask), mask), 0);

const testsIn = ({ part, of, left }: FigureTests): Test[] => [...(part ? [part] : []), ...(of ? [of] : []), ...left];

/** The value of a figure over kinds of matters; `took` gives how long they took, where the figure asks for that. */
export function valueOf(
  { key, rule, tests, keptOut }: Figure,
  kinds: readonly Kind[],
  took: readonly Took[],
): FigureValue {
  const among = (test: Test | null): Kind[] => (test ? kinds.filter(({ marks }) => holds(test, marks)) : []);
  const number = (some: readonly Kind[]): number => some.reduce((n, kind) => n + kind.n, 0);
  const left = number(kinds.filter(({ marks }) => tests.left.some((test) => holds(test, marks))));
  // Of all that is counted, and not of those that would pass: how many pass would tell what is kept.
  const kept = keptOut ? number(kinds.filter(({ marks }) => holds(KEPT, marks))) : 0;
  const part = among(tests.part);
  const { sum } = rule;
  if (sum) return { key, part: part.reduce((n, kind) => n + kind[sum], 0), of: null, left, kept };
  if (rule.workdays) return { key, part: percentileOf(took, rule.at ?? 50), of: null, left, kept };
  return { key, part: number(part), of: isRate(rule) ? number(among(tests.of)) : null, left, kept };
}

/** The least number of working days within which so many of a hundred were done; null where there are none. */
function percentileOf(took: readonly Took[], at: number): number | null {
  const all = took.reduce((n, one) => n + one.n, 0);
  if (all === 0) return null;
  const wanted = Math.ceil((all * at) / 100);
  let passed = 0;
  for (const { days, n } of took.toSorted((a, b) => a.days - b.days)) {
    passed += n;
    if (passed >= wanted) return days;
  }
  return null;
}
