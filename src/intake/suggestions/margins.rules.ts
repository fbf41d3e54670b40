import { repeatable, shuffle } from './random.rules.ts';
import type { Numbers, Rows } from './sparse.rules.ts';

/** What a text is scored by: `weights[feature × classes + class]`, and for each class what every text has. */
export type Linear = { readonly classes: number; readonly weights: Numbers; readonly bias: Float64Array };

/** Texts as rows, the class of each, and how many classes and features there are. */
export type Sample = {
  readonly rows: Rows;
  readonly owns: Int32Array;
  readonly classes: number;
  readonly width: number;
};

/** How a text on the wrong side of a margin weighs against large weights. Chosen by cross-validation (docs/adr/0100). */
const COST = 0.2;
/** Texts further from their margin than this are moved; less changes no suggestion. */
const PRECISION = 0.1;
/** More rounds change nothing that cross-validation could see. */
const ROUNDS = 6;

/**
 * Finds for each class the widest margin between its texts and all others (support vectors with squared loss, by dual
 * coordinate descent, Hsieh et al. 2008), where features that tell the class apart weigh more from the start; only the `chosen` texts are
 * looked at. All classes go together, as their weights of one feature lie side by side in memory.
 */
export function fitMargins(sample: Sample, chosen: Int32Array): Linear {
  const { owns, classes, width } = sample;
  const { starts, features, values } = sample.rows;
  const scales = tellingScales(sample, chosen);
  const count = owns.length;
  const weights = new Float64Array(width * classes);
  const bias = new Float64Array(classes);
  const alphas = new Float64Array(count * classes);
  const norms = normsOf(sample, chosen, scales);
  const slack = 1 / (2 * COST);
  const random = repeatable(7);
  const order = chosen.slice();
  const scores = new Float64Array(classes);
  const moves = new Float64Array(classes);
  for (let round = 0; round < ROUNDS; round++) {
    shuffle(order, random);
    let furthest = 0;
    for (const n of order) {
      addScores(scores, n);
      let moved = false;
      for (let c = 0; c < classes; c++) {
        const side = owns[n] === c ? 1 : -1;
        const alpha = alphas[n * classes + c]!;
        const slope = scores[c]! * side - 1 + alpha * slack;
        moves[c] = 0;
        if (alpha === 0 && slope >= 0) continue;
        furthest = Math.max(furthest, Math.abs(slope));
        const next = Math.max(0, alpha - slope / (norms[n * classes + c]! + slack));
        if (next === alpha) continue;
        alphas[n * classes + c] = next;
        moves[c] = (next - alpha) * side;
        moved = true;
      }
      if (moved) move(n);
    }
    if (furthest < PRECISION) break;
  }
  return { classes, weights, bias };

  function addScores(into: Float64Array, n: number): void {
    into.set(bias);
    for (let at = starts[n]!; at < starts[n + 1]!; at++) {
      const value = values[at]!;
      const from = features[at]! * classes;
      for (let c = 0; c < classes; c++) into[c]! += weights[from + c]! * value;
    }
  }

  function move(n: number): void {
    for (let c = 0; c < classes; c++) bias[c]! += moves[c]!;
    for (let at = starts[n]!; at < starts[n + 1]!; at++) {
      const value = values[at]!;
      const from = features[at]! * classes;
      for (let c = 0; c < classes; c++) weights[from + c]! += moves[c]! * value * scales[from + c]!;
    }
  }
}

/** The squared length of each chosen text as each class sees it, with what every text has. */
function normsOf({ rows, owns, classes }: Sample, chosen: Int32Array, scales: Float64Array): Float64Array {
  const norms = new Float64Array(owns.length * classes).fill(1);
  for (const n of chosen)
    for (let at = rows.starts[n]!; at < rows.starts[n + 1]!; at++) {
      const square = rows.values[at]! * rows.values[at]!;
      const from = rows.features[at]! * classes;
      for (let c = 0; c < classes; c++) norms[n * classes + c]! += square * scales[from + c]!;
    }
  return norms;
}

/** The scores of row `n` for each class: above 0 on the side of the class. */
export function scoresOf(rows: Rows, n: number, model: Linear): Float64Array {
  const { classes, weights } = model;
  const scores = model.bias.slice();
  for (let at = rows.starts[n]!; at < rows.starts[n + 1]!; at++) {
    const from = rows.features[at]! * classes;
    for (let c = 0; c < classes; c++) scores[c]! += weights[from + c]! * rows.values[at]!;
  }
  return scores;
}

/**
 * The squares of |ln(p/q)| for each feature and class: p is how often it occurs among the texts of the class, q among the
 * others (Wang and Manning 2012).
 */
function tellingScales({ rows, owns, classes, width }: Sample, chosen: Int32Array): Float64Array {
  const own = new Float64Array(width * classes);
  const all = new Float64Array(width);
  for (const n of chosen)
    for (let at = rows.starts[n]!; at < rows.starts[n + 1]!; at++) {
      own[rows.features[at]! * classes + owns[n]!]!++;
      all[rows.features[at]!]!++;
    }
  const ownTotals = new Float64Array(classes);
  for (let at = 0; at < own.length; at++) ownTotals[at % classes]! += own[at]! + 1;
  const total = all.reduce((sum, n) => sum + n, 0);
  for (let feature = 0, at = 0; feature < width; feature++)
    for (let c = 0; c < classes; c++, at++) {
      const others = all[feature]! - own[at]! + 1;
      const ratio = Math.log(((own[at]! + 1) * (total + 2 * width - ownTotals[c]!)) / (ownTotals[c]! * others));
      own[at] = ratio * ratio;
    }
  return own;
}
