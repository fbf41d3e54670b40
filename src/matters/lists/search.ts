import { findNamed, type Named } from '../../directory/index.ts';
import { refuse } from '../../kernel/index.ts';
import type { Tx } from '../../platform/postgres/index.ts';
import { gramsOf, mechanismGram, searchable } from '../life/words.rules.ts';
import type { SearchText, Term } from './search.store.ts';

/** How many words may mean somebody: each is a source of its own. Those behind are looked for in texts alone. */
const MOST_MEANT = 3;

/** One character is in half of all matters; the index holds pairs. */
const isSearchable = (text: string): boolean => [...searchable(text)].length > 1 && gramsOf(text).length > 0;

/** A matter's number with the last figure as it is said, 46-5, which is written 46-05 and stands in the index as such. */
const SAID_NUMBER = /^((?:[^-]*[^-\d])?\d{1,3})-(\d)$/u;

/**
 * The words of a search, apart by spaces: 莲花河 雨污 is two, of which a matter must fit each. What is one only when taken
 * together (河 道) is taken so. Empty where nothing in it can be searched for.
 */
export function wordsOfSearch(text: string): string[] {
  const said = text.trim().split(/\s+/u);
  const words = [...new Set(said.map((word) => word.replace(SAID_NUMBER, '$1-0$2')))].filter(
    (word) => searchable(word) !== '',
  );
  if (words.some(isSearchable)) return words;
  return isSearchable(text) ? [text] : [];
}

/** Units and people by any part of their name; of several words those that each means. */
export async function findSuggested(tx: Tx, city: number, text: string): Promise<Named> {
  const found = await findNamed(tx, city, text, false);
  if (isSomebody(found)) return found;
  const words = wordsOfSearch(text);
  return words.length > 1 ? (await readSearch(tx, city, text, {})).meant : found;
}

/** What a search asks for, and whom it means. Refuses what is too short to be searched for. */
export async function readSearch(
  tx: Tx,
  city: number,
  text: string,
  { area, mechanism }: { area?: string | undefined; mechanism?: string | undefined },
): Promise<{ text: SearchText; meant: Named }> {
  const found: { term: Term; meant: Named }[] = [];
  // A name may have a space in it itself.
  const whole = await findNamed(tx, city, text, true);
  const words = isSomebody(whole) ? [text] : wordsOfSearch(text);
  if (words.length === 0) return refuse('matter.search-too-short', {}, { status: 400, pointer: 'q' });
  for (const word of words) {
    const full = found.filter(({ meant }) => isSomebody(meant)).length >= MOST_MEANT;
    const meant = full ? NOBODY : words.length === 1 ? whole : await findNamed(tx, city, word, true);
    const seats = meant.people.flatMap((person) => person.seats);
    found.push({ term: { grams: gramsOf(word), fragment: searchable(word), units: meant.units, seats }, meant });
  }
  // The area's own name is among a matter's words, and its mechanism beside them: they narrow the search by the same index.
  const besides = [...gramsOf(area ?? ''), ...(mechanism === undefined ? [] : [mechanismGram(mechanism)])];
  const asked = { terms: found.map(({ term }) => term), grams: besides };
  return { text: asked, meant: together(found.map(({ meant }) => meant)) };
}

const NOBODY: Named = { units: [], people: [] };
const isSomebody = ({ units, people }: Named): boolean => units.length > 0 || people.length > 0;

function together(all: readonly Named[]): Named {
  const people = new Map(all.flatMap((one) => one.people).map((person) => [person.account, person]));
  return { units: [...new Set(all.flatMap(({ units }) => units))], people: [...people.values()] };
}
