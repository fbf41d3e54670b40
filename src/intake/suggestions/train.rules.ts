import type { Labelled } from './contract.ts';
import { indexAlikes, mostAlike, type Alike, type Alikes } from './alike.rules.ts';
import { fitMargins, scoresOf, type Linear, type Sample } from './margins.rules.ts';
import { fitNear, nearnessOf, nearScores, type Near } from './near.rules.ts';
import { numberOf } from './random.rules.ts';
import { fitSoftmax, type Softmax } from './softmax.rules.ts';
import { chosenRows, rowsOf, vocabularyOf, type Parts, type Rows, type Vocabulary } from './sparse.rules.ts';
import { termsOf } from './terms.rules.ts';
import { placesOf, themesOf, type Themes } from './themes.rules.ts';

/** What was learned from labelled texts. */
export type Model = {
  readonly categories: readonly string[];
  readonly vocabulary: Vocabulary;
  readonly linear: Linear;
  readonly alikes: Alikes;
  readonly themes: Themes;
  readonly near: Near;
  readonly owns: Int32Array;
  /** For each text of the model which one it was of those it was made from. */
  readonly sources: Int32Array;
  readonly softmax: Softmax;
};

/** A term in one text only tells nothing of another. */
const FEWEST = 2;
/** So many parts are scored each by what the others taught, as what a model says of its own texts is too sure. */
const PARTS = 3;
/** How many alike texts have a say; the likest by far the most. */
const NEIGHBOURS = 15;
const POWER = 3;

/** Along so many themes do texts lie near each other, and so many of the commonest terms are they made of. */
const THEMES = 200;
const THEME_TERMS = 30_000;
/**
 * So many texts at most pull what lies near, and are heard by the softmax; their numbers choose. Each lies at some distance of each, which
 * takes the square of it in memory and time.
 */
const PULLING = 6000;

/** A text's title and body, each by its characters and by its words. */
export const partsOf = ({ title, body }: Pick<Labelled, 'title' | 'body'>): Parts =>
  [title, body].map((text) => {
    const { characters, words } = termsOf(text);
    return [characters, words];
  });

/**
 * So many numbers at most does the softmax hear, texts × classes × what it is asked with: of many categories it learns from some
 * of the texts, as it would take most of the time and needs far fewer than the margins do.
 */
const HEARD = 20_000_000;

/**
 * Learns the categories of the texts. The same texts make the same model, whatever their order. Takes seconds for some
 * thousand texts; needs at least two categories. `terms`: so many at most are known, the commonest; each text is then read twice rather
 * than kept apart into terms, which takes seconds and saves most of the memory.
 */
export function train(labelled: readonly Labelled[], terms = Infinity): Model {
  const keys = labelled.map(keyOf);
  const sources = Int32Array.from(labelled.keys()).sort((a, b) => compare(keys[a]!, keys[b]!));
  const ordered = Array.from(sources, (n) => labelled[n]!);
  const categories = [...new Set(ordered.map(({ category }) => category))].toSorted(compare);
  const numbers = new Map(categories.map((category, number) => [category, number]));
  const owns = Int32Array.from(ordered, ({ category }) => numbers.get(category)!);
  const texts = terms === Infinity ? ordered.map(partsOf) : { [Symbol.iterator]: () => partsOfEach(ordered) };
  const vocabulary = vocabularyOf(texts, FEWEST, terms);
  const width = vocabulary.weights.length;
  const rows = rowsOf(texts, vocabulary);
  const sample = { rows, owns, classes: categories.length, width };
  const alikes = indexAlikes(rows, width);
  const parts = Int32Array.from(ordered, (one) => numberOf(`part ${keyOf(one)}`) % PARTS);
  const drawn = drawnFrom(ordered);
  const heard = drawn.slice(0, HEARD / (categories.length * inputCount(categories.length)));
  // A model that may know few terms is to be small: its themes have no more numbers than its margins.
  const themed = Math.min(width, THEME_TERMS, Math.ceil((terms * categories.length) / THEMES));
  const themes = themesOf(rows, themed, THEMES);
  const everything = Int32Array.from(owns, (_, n) => n);
  const { near, scores } = nearOf(placesOf(chosenRows(rows, drawn), themes), sample, drawn, parts);
  return {
    categories,
    vocabulary,
    linear: fitMargins(sample, everything),
    alikes,
    themes,
    near,
    owns,
    sources,
    softmax: fitSoftmax(
      inputsApart(sample, alikes, parts, heard, scores),
      Int32Array.from(heard, (n) => owns[n]!),
      categories.length,
    ),
  };
}

/** The texts in parts, one after the other. */
function* partsOfEach(texts: readonly Labelled[]): Generator<Parts> {
  for (const text of texts) yield partsOf(text);
}

/** All texts, or as many as may pull, in the order of their numbers. */
function drawnFrom(ordered: readonly Labelled[]): Int32Array {
  const drawn = ordered.map((one) => numberOf(`heard ${keyOf(one)}`));
  return Int32Array.from(ordered.keys())
    .sort((a, b) => drawn[a]! - drawn[b]! || a - b)
    .slice(0, PULLING);
}

const keyOf = ({ title, body, category }: Labelled): string => `${body}\n${title}\n${category}`;
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** What pulls texts that lie near, learned of the drawn ones; and how each of these would be scored had it not been learned from. */
function nearOf(places: Float32Array, { owns, classes }: Sample, drawn: Int32Array, parts: Int32Array) {
  const nearness = nearnessOf(places, THEMES);
  const own = drawn.map((n) => owns[n]!);
  const all = drawn.map((_, at) => at);
  const scores = new Float64Array(drawn.length * classes);
  for (let part = 0; part < PARTS; part++) {
    const apart = all.filter((at) => parts[drawn[at]!] === part);
    const taught = all.filter((at) => parts[drawn[at]!] !== part);
    const found = fitNear(nearness, own, classes, taught);
    for (const at of apart) scores.set(found.scores.subarray(at * classes, (at + 1) * classes), at * classes);
  }
  const { pulls, bias } = fitNear(nearness, own, classes, all);
  return { near: { classes, count: THEMES, places, pulls, bias }, scores };
}

/** What each heard text would be scored had it not been learned from, text after text. `near`: what was found of that already. */
function inputsApart(
  sample: Sample,
  alikes: Alikes,
  parts: Int32Array,
  heard: Int32Array,
  near: Float64Array,
): Float64Array {
  const { rows, owns, classes } = sample;
  const each = inputCount(classes);
  const inputs = new Float64Array(heard.length * each);
  const all = Int32Array.from(owns, (_, n) => n);
  for (let part = 0; part < PARTS; part++) {
    const linear = fitMargins(
      sample,
      all.filter((n) => parts[n] !== part),
    );
    heard.forEach((n, at) => {
      if (parts[n] === part) inputs.set(scoresOf(rows, n, linear), at * each);
    });
  }
  heard.forEach((n, at) => {
    const from = at * each + classes;
    inputs.set(votes(mostAlike(alikes, rows, n, NEIGHBOURS, n), owns, classes), from);
    inputs.set(near.subarray(at * classes, (at + 1) * classes), from + classes);
  });
  return inputs;
}

/** Three voices are heard for each class. */
const inputCount = (classes: number): number => 3 * classes;

/** What the softmax is asked with for row `n`, and the texts that had a say in it. */
export function consult(model: Model, rows: Rows, n: number): { inputs: Float64Array; neighbours: readonly Alike[] } {
  const classes = model.categories.length;
  const inputs = new Float64Array(inputCount(classes));
  inputs.set(scoresOf(rows, n, model.linear));
  const neighbours = mostAlike(model.alikes, rows, n, NEIGHBOURS);
  inputs.set(votes(neighbours, model.owns, classes), classes);
  const place = placesOf(chosenRows(rows, Int32Array.of(n)), model.themes);
  inputs.set(nearScores(model.near, place), 2 * classes);
  return { inputs, neighbours };
}

/** What part of the alike texts' say goes to each class. */
function votes(neighbours: readonly Alike[], owns: Int32Array, classes: number): Float64Array {
  const sums = new Float64Array(classes);
  for (const { text, alike } of neighbours) sums[owns[text]!]! += alike ** POWER;
  const all = sums.reduce((sum, one) => sum + one, 0) || 1;
  return sums.map((sum) => sum / all);
}
