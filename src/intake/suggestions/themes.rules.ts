import { repeatable } from './random.rules.ts';
import type { Numbers, Rows } from './sparse.rules.ts';

/**
 * What the texts of a vocabulary speak of, as directions among its commonest terms: terms that occur in like texts point the same way,
 * so that two texts may be alike without a term in common. `weights[term × count + theme]`.
 */
export type Themes = { readonly count: number; readonly terms: number; readonly weights: Numbers };

/** Rounds in which the directions turn towards those that say most; a third changes no suggestion. */
const ROUNDS = 2;
/** Less than this part of the largest is nothing but the error of sums. */
const NOTHING = 1e-10;

/**
 * Finds the `count` directions that say most of the rows (the span of the first singular vectors, by subspace iteration from a
 * repeatable beginning, Halko et al. 2011) among the first `terms` features; each has length 1 and stands upright on the others. Of few texts
 * some are nothing but zeros.
 */
export function themesOf(rows: Rows, terms: number, count: number): Themes {
  const random = repeatable(11);
  const texts = rows.starts.length - 1;
  let weights = Float32Array.from({ length: terms * count }, () => random() - 0.5);
  for (let round = 0; round < ROUNDS; round++) {
    const places = spread(rows, { count, terms, weights });
    straighten(places, texts, count);
    weights = gather(rows, places, { count, terms });
    straighten(weights, terms, count);
  }
  return { count, terms, weights };
}

/** Where each row lies along the themes, with length 1: row after row. A row with none of the terms lies nowhere, at 0. */
export function placesOf(rows: Rows, themes: Themes): Float32Array {
  const places = spread(rows, themes);
  const { count } = themes;
  for (let from = 0; from < places.length; from += count) {
    let squares = 0;
    for (let t = from; t < from + count; t++) squares += places[t]! ** 2;
    const length = Math.sqrt(squares) || 1;
    for (let t = from; t < from + count; t++) places[t]! /= length;
  }
  return places;
}

/** The rows times the weights. */
function spread({ starts, features, values }: Rows, { count, terms, weights }: Themes): Float32Array {
  const places = new Float32Array((starts.length - 1) * count);
  const sums = new Float64Array(count);
  for (let n = 0; n + 1 < starts.length; n++) {
    sums.fill(0);
    for (let at = starts[n]!; at < starts[n + 1]!; at++) {
      if (features[at]! >= terms) continue;
      const value = values[at]!;
      const from = features[at]! * count;
      for (let t = 0; t < count; t++) sums[t]! += weights[from + t]! * value;
    }
    places.set(sums, n * count);
  }
  return places;
}

/** The rows, turned about, times the places of the texts. */
function gather(
  rows: Rows,
  places: Float32Array,
  { count, terms }: Omit<Themes, 'weights'>,
): Float32Array<ArrayBuffer> {
  const { starts, features, values } = rows;
  const weights = new Float32Array(terms * count);
  for (let n = 0; n + 1 < starts.length; n++)
    for (let at = starts[n]!; at < starts[n + 1]!; at++) {
      if (features[at]! >= terms) continue;
      const value = values[at]!;
      const from = features[at]! * count;
      for (let t = 0; t < count; t++) weights[from + t]! += places[n * count + t]! * value;
    }
  return weights;
}

/**
 * Makes the columns of a table of `rows` × `count` numbers upright on each other, each of length 1, in place (by the root of their products, Cholesky). One
 * that the columns before it make up wholly becomes zeros.
 */
function straighten(table: Float32Array, rows: number, count: number): void {
  const root = productsOf(table, rows, count);
  for (let c = 0; c < count; c++) {
    const whole = root[c * count + c]!;
    for (let k = 0; k < c; k++) root[c * count + c]! -= root[c * count + k]! ** 2;
    const length = root[c * count + c]! > NOTHING * whole ? Math.sqrt(root[c * count + c]!) : 0;
    root[c * count + c] = length;
    for (let r = c + 1; r < count; r++) {
      let sum = root[r * count + c]!;
      for (let k = 0; k < c; k++) sum -= root[r * count + k]! * root[c * count + k]!;
      root[r * count + c] = length === 0 ? 0 : sum / length;
    }
  }
  for (let from = 0; from < rows * count; from += count)
    for (let c = 0; c < count; c++) {
      let sum = table[from + c]!;
      for (let k = 0; k < c; k++) sum -= root[c * count + k]! * table[from + k]!;
      const length = root[c * count + c]!;
      table[from + c] = length === 0 ? 0 : sum / length;
    }
}

/** The product of each column with each up to itself: `[column × count + other]`. */
function productsOf(table: Float32Array, rows: number, count: number): Float64Array {
  const products = new Float64Array(count * count);
  for (let from = 0; from < rows * count; from += count)
    for (let c = 0; c < count; c++) {
      const value = table[from + c]!;
      if (value !== 0) for (let k = 0, to = c * count; k <= c; k++) products[to + k]! += value * table[from + k]!;
    }
  return products;
}
