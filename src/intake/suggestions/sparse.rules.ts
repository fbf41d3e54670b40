import type { Terms } from './terms.rules.ts';

/** Rows of few values among many features: row `n` is the stretch from `starts[n]` to `starts[n + 1]` of the other two. */
export type Rows = {
  readonly starts: Int32Array;
  readonly features: Int32Array;
  readonly values: Float64Array;
};

/** Numbers side by side; of a model that was kept they are the shorter ones. */
export type Numbers = Float64Array | Float32Array;

/** The terms that count, each with its number, and how much its rarity makes it weigh. */
export type Vocabulary = {
  readonly names: readonly string[];
  readonly numbers: ReadonlyMap<string, number>;
  readonly weights: Numbers;
};

/** A text in parts (its title, its body), each part in kinds of terms. */
export type Parts = readonly (readonly Terms[])[];

/** A term of one kind is not the same term of another; a title's is the same as a body's. */
const keyed = (term: string, kind: number): string => (kind === 0 ? term : `${kind}\t${term}`);

/** The word that a numbered term is; null for a single character, a pair of either, and what is no word. */
export function wordOf({ names }: Vocabulary, number: number): string | null {
  const [kind, word] = names[number]!.split('\t');
  return kind === '1' && word !== undefined && /^\p{L}{2,}$/u.test(word) ? word : null;
}

/**
 * The terms that occur in at least `fewest` texts, the `most` commonest of them; a rare one weighs more:
 * 1 + ln((1 + texts) / (1 + texts with it)).
 */
export function vocabularyOf(texts: Iterable<Parts>, fewest: number, most = Infinity): Vocabulary {
  let count = 0;
  const within = new Map<string, number>();
  for (const parts of texts) {
    count++;
    const seen = new Set<string>();
    for (const part of parts) part.forEach((terms, kind) => terms.forEach((_, term) => seen.add(keyed(term, kind))));
    for (const term of seen) within.set(term, (within.get(term) ?? 0) + 1);
  }
  // Common terms lie together, so that the processor has them at hand: a seventh less time to learn. Among equals the alphabet
  // decides, not the order of the texts.
  const kept = [...within]
    .filter(([, having]) => having >= fewest)
    .toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .slice(0, most);
  return {
    names: kept.map(([term]) => term),
    numbers: new Map(kept.map(([term], number) => [term, number])),
    weights: Float64Array.from(kept, ([, having]) => 1 + Math.log((1 + count) / (1 + having))),
  };
}

/** The texts as rows: each kind of each part has length 1, so that a long body does not drown a title. */
export function rowsOf(texts: Iterable<Parts>, vocabulary: Vocabulary): Rows {
  const starts = [0];
  const features: number[] = [];
  const values: number[] = [];
  for (const parts of texts) {
    for (const part of parts) part.forEach((terms, kind) => appendPart(terms, kind));
    starts.push(features.length);
  }
  return { starts: Int32Array.from(starts), features: Int32Array.from(features), values: Float64Array.from(values) };

  function appendPart(terms: Terms, kind: number): void {
    const from = values.length;
    let squares = 0;
    for (const [term, count] of terms) {
      const number = vocabulary.numbers.get(keyed(term, kind));
      if (number === undefined) continue;
      const value = (1 + Math.log(count)) * vocabulary.weights[number]!;
      features.push(number);
      values.push(value);
      squares += value * value;
    }
    const length = Math.sqrt(squares);
    for (let at = from; at < values.length; at++) values[at] = values[at]! / length;
  }
}

/** The chosen rows alone, in the order of `chosen`. */
export function chosenRows({ starts, features, values }: Rows, chosen: Int32Array): Rows {
  const ends = new Int32Array(chosen.length + 1);
  chosen.forEach((n, at) => (ends[at + 1] = ends[at]! + starts[n + 1]! - starts[n]!));
  const some = { starts: ends, features: new Int32Array(ends.at(-1)!), values: new Float64Array(ends.at(-1)!) };
  chosen.forEach((n, at) => {
    some.features.set(features.subarray(starts[n], starts[n + 1]), ends[at]);
    some.values.set(values.subarray(starts[n], starts[n + 1]), ends[at]);
  });
  return some;
}
