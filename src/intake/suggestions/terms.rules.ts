import { spelled } from '../../kernel/index.ts';

const WORDS = new Intl.Segmenter('zh', { granularity: 'word' });
const RUN = /[\p{L}\p{N}]+/gu;

/** How often each term occurs in a text. */
export type Terms = ReadonlyMap<string, number>;

/** What a text is counted by: its characters with their pairs, and its words with theirs. */
export type Counted = { readonly characters: Terms; readonly words: Terms };

/** What stands in a text: single characters, pairs of characters, words, pairs of words. No pair reaches over a mark or a gap. */
export function termsOf(text: string): Counted {
  const read = spelled(text);
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
