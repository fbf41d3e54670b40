import type { Calibration, ClassScore } from './contract.ts';

/** What one text was, what was said of it, and how sure that was (0–1). */
export type Judged = { readonly actual: string; readonly said: string; readonly sure: number };

/**
 * Precision, recall and F1 of each category that a text truly has, in the order of their support. A category that was never
 * said has precision 0; one that no text has is no category of this measure, but saying it still costs the others recall.
 */
export function perClass(judged: readonly Judged[]): ClassScore[] {
  const count = (of: (one: Judged) => string): Map<string, number> => {
    const counts = new Map<string, number>();
    for (const one of judged) counts.set(of(one), (counts.get(of(one)) ?? 0) + 1);
    return counts;
  };
  const [actual, said] = [count((one) => one.actual), count((one) => one.said)];
  const right = new Map<string, number>();
  for (const one of judged) if (one.actual === one.said) right.set(one.said, (right.get(one.said) ?? 0) + 1);
  return [...actual]
    .map(([category, support]) => {
      const hits = right.get(category) ?? 0;
      const precision = hits / Math.max(1, said.get(category) ?? 0);
      const recall = hits / support;
      return { category, precision, recall, f1: (2 * hits) / (support + (said.get(category) ?? 0)), support };
    })
    .toSorted((a, b) => b.support - a.support || (a.category < b.category ? -1 : 1));
}

/** The mean of the categories' F1: a rare category counts as much as a common one. 0 where there is none. */
export const macroF1 = (classes: readonly ClassScore[]): number =>
  classes.reduce((sum, { f1 }) => sum + f1, 0) / Math.max(1, classes.length);

/** Where the bins of sureness begin and end. */
const EDGES = [0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1];

/** Of what was said with a sureness in each bin: how many, how sure on average, and what part was right. Empty bins are left out. */
export function calibration(judged: readonly Judged[]): Calibration[] {
  return EDGES.slice(1).flatMap((to, n) => {
    const from = EDGES[n]!;
    const within = judged.filter(({ sure }) => sure >= from && (sure < to || (to === 1 && sure <= 1)));
    if (within.length === 0) return [];
    const said = within.reduce((sum, { sure }) => sum + sure, 0) / within.length;
    const right = within.filter((one) => one.actual === one.said).length / within.length;
    return [{ from, to, count: within.length, said, right }];
  });
}

/** How good suggestions are, how long learning took (seconds of one core) and one suggestion takes (milliseconds of one core). */
export type Measure = {
  readonly macroF1: number;
  readonly perClass: readonly ClassScore[];
  readonly trainSeconds: number;
  readonly msPerSuggestion: number;
  readonly calibration: readonly Calibration[];
};
