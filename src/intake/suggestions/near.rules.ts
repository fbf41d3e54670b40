import { repeatable, shuffle } from './random.rules.ts';
import type { Numbers } from './sparse.rules.ts';

/** What texts are scored by that lie near: `pulls[text × classes + class]` of each text at `places`, and for each class what every text has. */
export type Near = {
  readonly classes: number;
  readonly count: number;
  readonly places: Numbers;
  readonly pulls: Numbers;
  readonly bias: Float64Array;
};

/** How fast a text's pull fades with the square of the distance, and how a text on the wrong side weighs against strong pulls. */
const FADES = 1.5;
const COST = 3;
/** Texts further from their margin than this are moved; less changes no suggestion. */
const PRECISION = 0.05;
const ROUNDS = 15;

/** How near places of length 1 are, by their product: 1 the same place, fading to 0. */
const nearness = (product: number): number => Math.exp(2 * FADES * (product - 1));

/** How near each text is to each: `[text × texts + other]`. */
export function nearnessOf(places: Float32Array, count: number): Float32Array {
  const texts = places.length / count;
  const near = new Float32Array(texts * texts);
  for (let a = 0; a < texts; a++)
    for (let b = 0; b <= a; b++)
      near[a * texts + b] = near[b * texts + a] = nearness(product(places, a * count, places, b * count, count));
  return near;
}

/** What was found of some texts: their pulls (others have none), and the scores of all, text after text. */
export type Found = { readonly pulls: Float64Array; readonly bias: Float64Array; readonly scores: Float64Array };

/**
 * Finds for each class the widest margin between its `chosen` texts and the others, where a text pulls what lies near it to its own class
 * (support vectors with a Gaussian kernel and squared loss, dual coordinate descent). All texts are scored, also those not chosen.
 */
export function fitNear(near: Float32Array, owns: Int32Array, classes: number, chosen: Int32Array): Found {
  const texts = owns.length;
  const pulls = new Float64Array(texts * classes);
  const bias = new Float64Array(classes);
  // Class after class, as one text's pull moves the scores of all in its class.
  const scores = new Float64Array(classes * texts);
  const slack = 1 / (2 * COST);
  const random = repeatable(7);
  const order = chosen.slice();
  for (let round = 0; round < ROUNDS; round++) {
    shuffle(order, random);
    let furthest = 0;
    for (const n of order)
      for (let c = 0; c < classes; c++) {
        const side = owns[n] === c ? 1 : -1;
        const alpha = pulls[n * classes + c]! * side;
        const slope = (scores[c * texts + n]! + bias[c]!) * side - 1 + alpha * slack;
        if (alpha === 0 && slope >= 0) continue;
        furthest = Math.max(furthest, Math.abs(slope));
        // What every text has adds 1 to the nearness of a text to itself, which is 1.
        const next = Math.max(0, alpha - slope / (2 + slack));
        if (next !== alpha) move(n, c, (next - alpha) * side);
      }
    if (furthest < PRECISION) break;
  }
  const turned = Float64Array.from(scores, (_, at) => {
    const c = at % classes;
    return scores[c * texts + (at - c) / classes]! + bias[c]!;
  });
  return { pulls, bias, scores: turned };

  function move(n: number, c: number, by: number): void {
    pulls[n * classes + c]! += by;
    bias[c]! += by;
    for (let to = c * texts, from = n * texts; from < (n + 1) * texts; to++, from++) scores[to]! += by * near[from]!;
  }
}

/** The scores of a text at `place` for each class: above 0 on the side of the class. */
export function nearScores({ classes, count, places, pulls, bias }: Near, place: Float32Array): Float64Array {
  const scores = bias.slice();
  for (let n = 0; n * count < places.length; n++) {
    const near = nearness(product(places, n * count, place, 0, count));
    for (let c = 0; c < classes; c++) scores[c]! += pulls[n * classes + c]! * near;
  }
  return scores;
}

/** In two sums that do not wait for each other: the processor adds in half the time. `count` is even. */
function product(some: Numbers, from: number, others: Numbers, at: number, count: number): number {
  let [even, odd] = [0, 0];
  for (let t = 0; t < count; t += 2) {
    even += some[from + t]! * others[at + t]!;
    odd += some[from + t + 1]! * others[at + t + 1]!;
  }
  return even + odd;
}
