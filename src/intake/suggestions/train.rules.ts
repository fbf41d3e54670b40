import type { Labelled } from './contract.ts';
import { indexAlikes, mostAlike, type Alike, type Alikes } from './alike.rules.ts';
import { fitMargins, scoresOf, type Linear, type Margins, type Sample } from './margins.rules.ts';
import { numberOf } from './random.rules.ts';
import { fitSoftmax, type Softmax } from './softmax.rules.ts';
import { rowsOf, vocabularyOf, type Parts, type Rows, type Vocabulary } from './sparse.rules.ts';
import { termsOf } from './terms.rules.ts';

/** What was learned from labelled texts. */
export type Model = {
  readonly categories: readonly string[];
  readonly vocabulary: Vocabulary;
  readonly linear: readonly Linear[];
  readonly alikes: Alikes;
  readonly owns: Int32Array;
  /** For each text of the model which one it was of those it was made from. */
  readonly sources: Int32Array;
  readonly softmax: Softmax;
};

/** A term in one text only tells nothing of another. */
const FEWEST = 2;
/** The two linear models. Chosen by cross-validation on the training part of the split in docs/adr/0100. */
const MARGINS: readonly Margins[] = [
  { cost: 0.7, telling: false },
  { cost: 0.2, telling: true },
];
/** So many parts are scored each by what the others taught, as what a model says of its own texts is too sure. */
const PARTS = 3;
/** How many alike texts have a say; the likest by far the most. */
const NEIGHBOURS = 15;
const POWER = 3;

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
  const inputs = inputsApart(sample, alikes, parts);
  const each = inputCount(categories.length);
  const heard = heardBy(ordered, HEARD / (categories.length * each));
  const everything = Int32Array.from(owns, (_, n) => n);
  return {
    categories,
    vocabulary,
    linear: MARGINS.map((how) => fitMargins(sample, everything, how)),
    alikes,
    owns,
    sources,
    softmax: fitSoftmax(
      Float64Array.from(heard.flatMap((n) => Array.from(inputs.subarray(n * each, (n + 1) * each)))),
      Int32Array.from(heard, (n) => owns[n]!),
      categories.length,
    ),
  };
}

/** The texts in parts, one after the other. */
function* partsOfEach(texts: readonly Labelled[]): Generator<Parts> {
  for (const text of texts) yield partsOf(text);
}

/** Which texts the softmax learns from: all, or `most` that their numbers choose. */
function heardBy(ordered: readonly Labelled[], most: number): number[] {
  const all = [...ordered.keys()];
  if (all.length <= most) return all;
  const drawn = ordered.map((one) => numberOf(`heard ${keyOf(one)}`));
  return all.toSorted((a, b) => drawn[a]! - drawn[b]! || a - b).slice(0, Math.floor(most));
}

const keyOf = ({ title, body, category }: Labelled): string => `${body}\n${title}\n${category}`;
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** What each text would be scored had it not been learned from, text after text. */
function inputsApart(sample: Sample, alikes: Alikes, parts: Int32Array): Float64Array {
  const { rows, owns, classes } = sample;
  const each = inputCount(classes);
  const inputs = new Float64Array(owns.length * each);
  const all = Int32Array.from(owns, (_, n) => n);
  for (let part = 0; part < PARTS; part++) {
    const chosen = all.filter((n) => parts[n] !== part);
    MARGINS.forEach((how, m) => {
      const linear = fitMargins(sample, chosen, how);
      for (const n of all) if (parts[n] === part) inputs.set(scoresOf(rows, n, linear), n * each + m * classes);
    });
  }
  for (const n of all) {
    const neighbours = mostAlike(alikes, rows, n, NEIGHBOURS, n);
    inputs.set(votes(neighbours, owns, classes), n * each + MARGINS.length * classes);
  }
  return inputs;
}

const inputCount = (classes: number): number => (MARGINS.length + 1) * classes;

/** What the softmax is asked with for row `n`, and the texts that had a say in it. */
export function consult(model: Model, rows: Rows, n: number): { inputs: Float64Array; neighbours: readonly Alike[] } {
  const classes = model.categories.length;
  const inputs = new Float64Array(inputCount(classes));
  model.linear.forEach((linear, m) => inputs.set(scoresOf(rows, n, linear), m * classes));
  const neighbours = mostAlike(model.alikes, rows, n, NEIGHBOURS);
  inputs.set(votes(neighbours, model.owns, classes), model.linear.length * classes);
  return { inputs, neighbours };
}

/** What part of the alike texts' say goes to each class. */
function votes(neighbours: readonly Alike[], owns: Int32Array, classes: number): Float64Array {
  const sums = new Float64Array(classes);
  for (const { text, alike } of neighbours) sums[owns[text]!]! += alike ** POWER;
  const all = sums.reduce((sum, one) => sum + one, 0) || 1;
  return sums.map((sum) => sum / all);
}
