import type { Numbers, Rows } from './sparse.rules.ts';

/** For each feature the texts that have it, with their values: what finds the texts that are most alike. */
export type Alikes = {
  readonly starts: Int32Array;
  readonly texts: Int32Array;
  readonly values: Numbers;
  readonly count: number;
};

/** A text that is like another, and how much (0–1, 1 the same). */
export type Alike = { readonly text: number; readonly alike: number };

/** A feature that more than one text in so many has says little of likeness, and would cost most of the time. */
const COMMON = 20;

/** The index of the rows by their features. */
export function indexAlikes(rows: Rows, width: number): Alikes {
  const count = rows.starts.length - 1;
  const most = Math.max(50, count / COMMON);
  const within = new Int32Array(width);
  for (const feature of rows.features) within[feature]!++;
  const tells = (feature: number): boolean => within[feature]! <= most;
  const starts = new Int32Array(width + 1);
  for (let f = 0; f < width; f++) starts[f + 1] = starts[f]! + (tells(f) ? within[f]! : 0);
  const next = starts.slice();
  const texts = new Int32Array(starts[width]!);
  const values = new Float64Array(starts[width]!);
  for (let n = 0; n < count; n++) {
    const length = lengthOf(rows, n, tells);
    for (let at = rows.starts[n]!; at < rows.starts[n + 1]!; at++) {
      const feature = rows.features[at]!;
      if (!tells(feature)) continue;
      const to = next[feature]!++;
      texts[to] = n;
      values[to] = rows.values[at]! / length;
    }
  }
  return { starts, texts, values, count };
}

/** The `most` texts of the index that are most like row `n`, the likest first; `except` is left out (a text itself). */
export function mostAlike(index: Alikes, rows: Rows, n: number, most: number, except = -1): Alike[] {
  const likeness = new Float64Array(index.count);
  const length = lengthOf(rows, n, (feature) => index.starts[feature + 1]! > index.starts[feature]!);
  for (let at = rows.starts[n]!; at < rows.starts[n + 1]!; at++) {
    const feature = rows.features[at]!;
    const value = rows.values[at]! / length;
    for (let to = index.starts[feature]!; to < index.starts[feature + 1]!; to++)
      likeness[index.texts[to]!]! += value * index.values[to]!;
  }
  const found: Alike[] = [];
  likeness.forEach((alike, text) => {
    if (alike <= (found.length < most ? 0 : found.at(-1)!.alike) || text === except) return;
    if (found.length === most) found.pop();
    let at = found.length;
    while (at > 0 && found[at - 1]!.alike < alike) at--;
    found.splice(at, 0, { text, alike });
  });
  return found;
}

/** The length of row `n` in the features that tell of likeness. */
function lengthOf({ starts, features, values }: Rows, n: number, tells: (feature: number) => boolean): number {
  let squares = 0;
  for (let at = starts[n]!; at < starts[n + 1]!; at++) if (tells(features[at]!)) squares += values[at]! ** 2;
  return Math.sqrt(squares) || 1;
}
