import type { ActKind, Mechanism } from './contract.ts';
import type { FigureRule } from './figures.contract.ts';
import type { FaultAt } from './fault.rules.ts';
import { isRate, testsOf } from './figure.rules.ts';
import { hasGreen } from './limit.rules.ts';
import {
  ALWAYS,
  allOf,
  APART,
  bitOf,
  bitsOf,
  common,
  holds,
  IMPLIES,
  isSingle,
  MARKS,
  testOf,
  union,
  WORDS,
  type Mark,
  type Test,
} from './mark.rules.ts';
import { ruleFor } from './transitions.rules.ts';

type Path = (string | number)[];
const fault = (path: Path, code: string, params: FaultAt['params'] = {}): FaultAt => ({
  path,
  code: `mechanism.${code}`,
  params,
});

const LISTS = ['count', 'part', 'of', 'among', 'without'] as const;
const STARS = ['stars = 5', 'stars >= 4', 'stars <= 2'];

/** The acts of which one must be there for a mark ever to be set. */
const NEEDS: Partial<Record<Mark, readonly ActKind[]>> = {
  classified: ['classify'],
  accepted: ['accept', 'answer', 'settle'],
  answered: ['answer', 'settle'],
  evaluated: ['evaluate'],
  heard: ['evaluate', 'callback'],
  solved: ['evaluate', 'callback'],
  unsolved: ['evaluate', 'callback'],
  satisfied: ['evaluate', 'callback'],
  dissatisfied: ['evaluate', 'callback'],
  'called-back': ['callback'],
  bounced: ['refuse'],
  returned: ['return'],
  reopened: ['reopen'],
  excluded: ['exclude'],
  settled: ['settle'],
  failed: ['fail'],
  dropped: ['drop'],
  referred: ['refer'],
  broken: ['breach'],
  confirmed: ['confirm'],
  measured: ['measure'],
  behind: ['measure'],
  'on-plan': ['measure'],
  reached: ['measure'],
  'gates-passed': ['inspect'],
  halted: ['inspect'],
  exempt: ['exempt'],
  gained: ['gain'],
  carried: ['carry'],
  green: ['assign'],
};

/** What is wrong with the figures and the ranking of a file. */
export const figureFaults = (m: Mechanism): FaultAt[] => [
  ...Object.entries(m.figures ?? {}).flatMap(([key, figure]) => faultsOf(m, ['figures', key], key, figure)),
  ...(m.countedBy && !m.figures ? [fault(['countedBy'], 'counted-without-figures')] : []),
  ...rankingFaults(m),
];

function faultsOf(m: Mechanism, at: Path, key: string, figure: FigureRule): FaultAt[] {
  const kinds = (['count', 'part', 'sum', 'workdays'] as const).filter((kind) => figure[kind] !== undefined);
  if (kinds.length !== 1) return [fault(at, 'figure-of-one-kind', { figure: key })];
  if (isRate(figure) !== (figure.of !== undefined)) return [fault(at, 'figure-rate-parts', { figure: key })];
  if ((figure.workdays !== undefined) !== (figure.at !== undefined))
    return [fault(at, 'figure-percentile', { figure: key })];
  if (figure.among !== undefined && figure.sum === undefined)
    return [fault(at, 'figure-among-without-sum', { figure: key })];
  if (figure.sum === 'amount' && !m.amount) return [fault(at, 'figure-amount-without-amount', { figure: key })];
  const unread = LISTS.flatMap((list) =>
    (figure[list] ?? []).flatMap((condition, i): FaultAt[] => {
      const test = testOf(condition);
      if (!test) {
        const known = [...WORDS, ...WORDS.slice(0, 1).map((word) => `not ${word}`), ...STARS];
        return [fault([...at, list, i], 'figure-word-unknown', { figure: key, word: condition, known })];
      }
      // Its opposite would be one of several things.
      return list === 'without' && !isSingle(test)
        ? [fault([...at, list, i], 'figure-without-several', { figure: key, word: condition })]
        : [];
    }),
  );
  if (unread.length) return unread;
  if (figure.sum === 'bounces' && !ruleFor(m, 'refuse')) return [fault(at, 'figure-counts-nothing', { figure: key })];
  return countingFaults(m, at, key, figure);
}

function countingFaults(m: Mechanism, at: Path, key: string, figure: FigureRule): FaultAt[] {
  const { part, of } = testsOf(figure);
  if (!part || !of || !isPossible(m, part)) return [fault(at, 'figure-counts-nothing', { figure: key })];
  if (!isRate(figure)) return [];
  // Tests of the file itself: counted is always what meets both, and the file must not look as if it were more.
  const stated = (conditions: readonly string[] | undefined): Test =>
    allOf((conditions ?? []).flatMap((c) => testOf(c) ?? [])) ?? ALWAYS;
  const [alone, whole] = [stated(figure.part), stated(figure.of)];
  const outside = worlds(union(alone.mask, whole.mask)).some((marks) => holds(alone, marks) && !holds(whole, marks));
  return outside
    ? [fault([...at, 'part'], 'figure-part-outside', { figure: key, part: figure.part!, of: figure.of! })]
    : [];
}

/** Whether some matter of the mechanism can ever pass. */
function isPossible(m: Mechanism, test: Test): boolean {
  const never = MARKS.filter(
    (mark) => (NEEDS[mark] && !NEEDS[mark].some((kind) => ruleFor(m, kind))) || (mark === 'green' && !hasGreen(m)),
  );
  const out = bitsOf(never);
  return worlds(test.mask).some((marks) => holds(test, marks) && common(marks, out) === 0);
}

/** Every way in which the bits asked for can stand, with those that follow from them. */
function worlds(mask: number): number[] {
  const asked = MARKS.filter((mark) => common(mask, bitOf(mark)));
  let found = [bitOf('registered')];
  for (const mark of asked) found = [...found, ...found.map((marks) => union(marks, bitOf(mark)))];
  return [...new Set(found.map(closed))].filter(
    // What follows may set a bit that was to stay away: that world stands elsewhere in the list.
    (marks) => !APART.some(([a, b]) => common(marks, bitOf(a)) && common(marks, bitOf(b))),
  );
}

/** With all that follows from the marks that are set. */
function closed(marks: number): number {
  // From behind: what the last of them brings brings more in turn.
  let all = marks;
  for (const [mark, other] of IMPLIES.toReversed()) if (common(all, bitOf(mark))) all = union(all, bitOf(other));
  return all;
}

function rankingFaults({ ranking, figures, key }: Mechanism): FaultAt[] {
  if (!ranking) return [];
  const names = Object.keys(ranking.score);
  if (names.length === 0) return [fault(['ranking', 'score'], 'ranking-of-nothing')];
  const faults = names.flatMap((name): FaultAt[] => {
    const figure = figures && Object.hasOwn(figures, name) ? figures[name] : undefined;
    return figure && isRate(figure) ? [] : [fault(['ranking', 'score', name], 'ranking-wants-rate', { figure: name })];
  });
  if (ranking.last?.mechanism === key) faults.push(fault(['ranking', 'last'], 'ranking-feeds-itself'));
  return faults;
}
