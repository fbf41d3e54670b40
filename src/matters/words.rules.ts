import { bigrams, normalise } from '../kernel/index.ts';
import type { MatterState } from './state.rules.ts';

/**
 * The words by which a matter is found, and their bigrams. Bigrams and not a dictionary's words: an officer types any
 * fragment, half a name or the middle of a phrase, and must find it; see docs/adr/0007-search-by-bigrams.md.
 */
export function wordsOf(state: MatterState): { words: string; grams: string[] } {
  const words = normalise([state.number, state.area ?? '', state.text].join(' ')).toLowerCase();
  return { words, grams: [...new Set(bigrams(words))] };
}
