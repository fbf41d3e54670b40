import type { FigureRule } from './figures.contract.ts';
import { allOf, notTest, testOf, type Test } from './mark.rules.ts';

/**
 * The tests of a figure: what it counts (`part`), among what (`of`, both the same where it is no rate), and what was left out of
 * either. Null in place of a test that nothing can pass.
 */
export type FigureTests = { readonly part: Test | null; readonly of: Test | null; readonly left: readonly Test[] };

/** Reads the conditions of a figure that `checkFigures` found no fault with. Words that are not ours are passed over. */
export function testsOf(figure: FigureRule): FigureTests {
  const read = (conditions: readonly string[] | undefined): Test[] =>
    (conditions ?? []).flatMap((c) => testOf(c) ?? []);
  const without = read(figure.without);
  const kept = without.map(notTest);
  const whole = read(figure.of ?? figure.count ?? figure.among ?? (figure.workdays ? [figure.workdays.to] : []));
  return {
    of: allOf([...whole, ...kept]),
    part: allOf([...whole, ...read(figure.part), ...kept]),
    left: without.flatMap((test) => allOf([...whole, test]) ?? []),
  };
}

/** Whether a figure is a rate, of two parts. */
export const isRate = (figure: FigureRule): boolean => figure.part !== undefined;
