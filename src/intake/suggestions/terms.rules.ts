/** The most characters of a text that are read: its beginning, and less of its end. It bounds the time of any one text. */
const BEGINNING = 3000;
const END = 1000;

const WORDS = new Intl.Segmenter('zh', { granularity: 'word' });
const RUN = /[\p{L}\p{N}]+/gu;

/** How often each term occurs in a text. */
export type Terms = ReadonlyMap<string, number>;

/** What a text is counted by: its characters with their pairs, and its words with theirs. */
export type Counted = { readonly characters: Terms; readonly words: Terms };

/** The text in one spelling: half-width and lower case; its middle is left out where it is very long. */
export function plain(text: string): string {
  const read = text.length > BEGINNING + END ? text.slice(0, BEGINNING) + '\n' + text.slice(-END) : text;
  return read.normalize('NFKC').toLowerCase();
}

/** What stands in a text: single characters, pairs of characters, words, pairs of words. No pair reaches over a mark or a gap. */
export function termsOf(text: string): Counted {
  const read = plain(text);
  return { characters: characterTerms(read), words: wordTerms(read) };
}

function characterTerms(text: string): Terms {
  const terms = new Map<string, number>();
  for (const [run] of text.matchAll(RUN)) {
    let before = '';
    for (const character of run) {
      count(terms, character);
      if (before !== '') count(terms, before + character);
      before = character;
    }
  }
  return terms;
}

function wordTerms(text: string): Terms {
  const terms = new Map<string, number>();
  let before = '';
  for (const { segment, isWordLike } of WORDS.segment(text)) {
    if (isWordLike === true) {
      count(terms, segment);
      if (before !== '') count(terms, `${before} ${segment}`);
      before = segment;
    } else before = '';
  }
  return terms;
}

const count = (terms: Map<string, number>, term: string): void => void terms.set(term, (terms.get(term) ?? 0) + 1);
