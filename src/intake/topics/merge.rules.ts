import type { Links } from './links.rules.ts';

type Pair = { readonly a: number; readonly b: number; readonly alike: number };

/**
 * Texts put together as long as two clusters are alike enough, the most alike first; how alike two clusters are is the mean over all
 * pairs between them, so that a chain of texts, each a little like the next, makes no topic. Of equally alike ones the first.
 */
export function merged(links: Links, enough: number): number[][] {
  const clusters: (number[] | null)[] = links.map((_, n) => [n]);
  const alike: (Map<number, number> | null)[] = links.map((of) => new Map(of));
  const queue = new Queue();
  links.forEach((of, a) => of.forEach((much, b) => a < b && much >= enough && queue.push({ a, b, alike: much })));
  for (let pair = queue.pop(); pair; pair = queue.pop()) {
    const { a, b } = pair;
    // Said before one of the two grew.
    if (!clusters[a] || !clusters[b]) continue;
    const [one, other] = [clusters[a], clusters[b]];
    const both = new Set([...alike[a]!.keys(), ...alike[b]!.keys()]);
    const made = clusters.push([...one, ...other]) - 1;
    const of = new Map<number, number>();
    alike.push(of);
    for (const c of both) {
      if (c === a || c === b) continue;
      const sum = one.length * (alike[a]!.get(c) ?? 0) + other.length * (alike[b]!.get(c) ?? 0);
      const much = sum / (one.length + other.length);
      of.set(c, much);
      alike[c]!.delete(a);
      alike[c]!.delete(b);
      alike[c]!.set(made, much);
      if (much >= enough) queue.push({ a: c, b: made, alike: much });
    }
    clusters[a] = clusters[b] = alike[a] = alike[b] = null;
  }
  return clusters.filter((cluster) => cluster !== null).map((cluster) => cluster.toSorted((x, y) => x - y));
}

const before = (x: Pair, y: Pair): boolean =>
  x.alike !== y.alike ? x.alike > y.alike : x.a !== y.a ? x.a < y.a : x.b < y.b;

/** Pairs, the most alike first: a heap. */
class Queue {
  readonly #pairs: Pair[] = [];

  push(pair: Pair): void {
    const pairs = this.#pairs;
    let at = pairs.push(pair) - 1;
    while (at > 0) {
      const up = (at - 1) >> 1;
      if (!before(pair, pairs[up]!)) break;
      pairs[at] = pairs[up]!;
      at = up;
    }
    pairs[at] = pair;
  }

  pop(): Pair | undefined {
    const pairs = this.#pairs;
    const [first] = pairs;
    const last = pairs.pop();
    if (!last || pairs.length === 0) return first;
    let at = 0;
    for (;;) {
      let down = 2 * at + 1;
      if (down + 1 < pairs.length && before(pairs[down + 1]!, pairs[down]!)) down++;
      if (down >= pairs.length || !before(pairs[down]!, last)) break;
      pairs[at] = pairs[down]!;
      at = down;
    }
    pairs[at] = last;
    return first;
  }
}
