import type { Rows } from '../suggestions/sparse.rules.ts';

/** How alike texts are: for each, those that are at all like it, and how much (0–1, the cosine of their terms). */
export type Links = readonly ReadonlyMap<number, number>[];

/** A term that more than one text in so many has is no topic's, and would cost most of the time. */
const COMMON = 25;
const NEVER_COMMON = 30;

/** Texts less alike than this are taken as not alike at all. */
const LEAST = 0.04;

/** How alike each text is with each other, by an index of their terms: a pair that shares no rare term is never looked at. */
export function linksOf(rows: Rows, width: number): Links {
  const count = rows.starts.length - 1;
  const most = Math.max(NEVER_COMMON, count / COMMON);
  const within = new Int32Array(width);
  for (const feature of rows.features) within[feature]!++;
  const having: ({ text: number; value: number }[] | undefined)[] = Array.from({ length: width });
  const likeness = new Float64Array(count);
  const links = Array.from({ length: count }, () => new Map<number, number>());
  for (let n = 0; n < count; n++) {
    const touched: number[] = [];
    let squares = 0;
    for (let at = rows.starts[n]!; at < rows.starts[n + 1]!; at++) squares += rows.values[at]! ** 2;
    const length = Math.sqrt(squares) || 1;
    for (let at = rows.starts[n]!; at < rows.starts[n + 1]!; at++) {
      const feature = rows.features[at]!;
      if (within[feature]! > most || within[feature]! < 2) continue;
      const value = rows.values[at]! / length;
      for (const other of (having[feature] ??= [])) {
        if (likeness[other.text] === 0) touched.push(other.text);
        likeness[other.text]! += value * other.value;
      }
      having[feature].push({ text: n, value });
    }
    for (const other of touched) {
      const alike = likeness[other]!;
      likeness[other] = 0;
      if (alike < LEAST) continue;
      links[n]!.set(other, alike);
      links[other]!.set(n, alike);
    }
  }
  return links;
}
