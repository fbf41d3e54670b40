import { bigrams, normalise, type Uuid } from '../../kernel/index.ts';
import type { MatterState } from './state.rules.ts';

/** Brackets of every make, and space between what is typed with and without it: 〔2026〕, [2026]; 36 个, 36个. */
const INCIDENTAL = /[\s〔〕［］【】〖〗（）()[\]「」『』《》“”"'‘’]+/gu;

/** A text as it is searched: one spelling, small letters, nothing that people type differently. */
export const searchable = (text: string): string => normalise(text).toLowerCase().replace(INCIDENTAL, '');

/**
 * The words by which a matter is found, and their bigrams. Bigrams and not a dictionary's words: an officer types any
 * fragment, half a name or the middle of a phrase, and must find it; see docs/adr/0007-search-by-bigrams.md. Among them stand,
 * behind signs that no word has, its mechanism and the first digits of its id, which are the same for some fifty days: so a
 * search reads the index for what is new before what is old (docs/adr/0491-words-know-their-time.md).
 */
export function wordsOf(
  id: Uuid,
  { number, area, text, mechanism }: Pick<MatterState, 'number' | 'area' | 'text' | 'mechanism'>,
): { words: string; grams: string[] } {
  const parts = [number, area ?? '', text];
  const time = `@${id.slice(0, 4).toLowerCase()}`;
  return {
    words: parts.map(searchable).join(' '),
    grams: [...bigrams(parts.join(' ')), mechanismGram(mechanism), time],
  };
}

/** What stands in the index of words for the mechanism of a matter. */
export const mechanismGram = (mechanism: string): string => `#${mechanism}`;

/**
 * What a search asks the index for: the pairs of the fragment, else its words of letters and digits. A single character at
 * its edge stands in the index only as half of a pair, so it is left to the comparison.
 */
export function gramsOf(text: string): string[] {
  const grams = bigrams(text);
  const pairs = grams.filter((gram) => /^\p{Script=Han}{2}$/u.test(gram));
  return pairs.length ? pairs : grams.filter((gram) => !/^\p{Script=Han}$/u.test(gram));
}
