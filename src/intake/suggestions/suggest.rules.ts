import type { Labelled, Likely, Suggestion } from './contract.ts';
import { probabilities } from './softmax.rules.ts';
import { rowsOf, wordOf, type Rows } from './sparse.rules.ts';
import { consult, partsOf, type Model } from './train.rules.ts';

/** A suggestion less sure than this is not said. */
const SURE_ENOUGH = 0.7;
/** As many reasons of a kind as can be taken in at a glance. */
const REASONS = 3;
/** A text less alike than this is no reason. */
const ALIKE_ENOUGH = 0.1;

/** What category a text is likely to have, and why. Takes less than 5 ms, whatever the length of the text. */
export function suggest(model: Model, text: Pick<Labelled, 'title' | 'body'>): Suggestion {
  const rows = rowsOf([partsOf(text)], model.vocabulary);
  if (rows.features.length === 0) return { likely: [], said: null, words: [], alike: [] };
  const { inputs, neighbours } = consult(model, rows, 0);
  const ranked = Array.from(probabilities(model.softmax, inputs), (sure, c) => ({ c, sure })).toSorted(
    (a, b) => b.sure - a.sure || a.c - b.c,
  );
  const likely = ranked.map(({ c, sure }): Likely => ({ category: model.categories[c]!, sure }));
  const [first, second] = ranked.map(({ c }) => c);
  const alike = neighbours
    .filter((one) => model.owns[one.text] === first && one.alike >= ALIKE_ENOUGH)
    .slice(0, REASONS)
    .map((one) => ({ source: model.sources[one.text]!, alike: Math.min(1, one.alike) }));
  const said = likely[0]!.sure >= SURE_ENOUGH ? likely[0]! : null;
  return { likely, said, words: decisive(model, rows, first!, second!), alike };
}

/** The words of row 0 that speak most for class `first` against class `second`. */
function decisive({ linear, vocabulary }: Model, rows: Rows, first: number, second: number): string[] {
  const { classes, weights } = linear;
  const spoken = new Map<string, number>();
  rows.features.forEach((feature, at) => {
    const word = wordOf(vocabulary, feature);
    const weight = weights[feature * classes + first]! - weights[feature * classes + second]!;
    if (word !== null && weight > 0) spoken.set(word, (spoken.get(word) ?? 0) + weight * rows.values[at]!);
  });
  return [...spoken]
    .toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .slice(0, REASONS)
    .map(([word]) => word);
}
