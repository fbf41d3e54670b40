import type { Uuid } from '../../kernel/index.ts';
import type { Labelled } from './contract.ts';

/** What a suggestion is of: the category of a matter, or the unit that leads it. */
export type About = 'category' | 'unit';

/** A closed matter that may be learned from: what it says, and what people decided. Null: nobody did. */
export type Closed = {
  readonly id: Uuid;
  readonly text: string;
  readonly category: string | null;
  readonly unit: Uuid | null;
};

/** What is to be learned: texts with what was decided; `ids` are those of their matters. */
export type Lesson = { readonly texts: readonly Labelled[]; readonly ids: readonly Uuid[] };

/** What there is to learn from, and the lesson where that is enough; `kinds`: how many categories or units have enough of it. */
export type Prepared = { readonly matters: number; readonly kinds: number; readonly lesson: Lesson | null };

/** Fewer closed matters than this teach nothing that a clerk doesn't know. */
export const FEWEST_MATTERS = 50;
/** What was decided less often is not told apart from all else. */
const FEWEST_OF_A_KIND = 5;
/** So many kinds are told apart, the commonest; each costs time and room. */
const MOST_KINDS = 60;
/** So many matters are learned from, the newest, and of them as many as have so many characters together: what takes time and memory. */
const MOST_MATTERS = 10_000;
const MOST_CHARACTERS = 1_500_000;
/** Of a text so many characters, its first: what it is about stands there. */
export const MOST_READ = 600;
/** What is rare is a kind of its own that is never said: a text of it is not to be taken for the next best. */
export const RARE = '';

/**
 * The lesson of closed matters, given newest first. `inUse`: whether what was decided may still be decided; what may not be is
 * not suggested, and not learned.
 */
export function prepare(closed: readonly Closed[], about: About, inUse: (decided: string) => boolean): Prepared {
  let characters = 0;
  const decided = closed
    .flatMap(({ id, text, [about]: category }) =>
      category !== null && inUse(category) ? [{ id, text: text.slice(0, MOST_READ), category }] : [],
    )
    .slice(0, MOST_MATTERS)
    .filter(({ text }) => (characters += text.length) <= MOST_CHARACTERS);
  const kinds = [...Map.groupBy(decided, ({ category }) => category)]
    .filter(([, of]) => of.length >= FEWEST_OF_A_KIND)
    .toSorted(([a, m], [b, n]) => n.length - m.length || (a < b ? -1 : 1))
    .slice(0, MOST_KINDS)
    .map(([kind]) => kind);
  const counts = { matters: decided.length, kinds: kinds.length };
  if (decided.length < FEWEST_MATTERS || kinds.length < 2) return { ...counts, lesson: null };
  const known = new Set(kinds);
  const texts = decided.map(({ text, category }) => ({
    title: '',
    body: text,
    category: known.has(category) ? category : RARE,
  }));
  return { ...counts, lesson: { texts, ids: decided.map(({ id }) => id) } };
}

/** So many numbers at most does each part of a model hold, terms × kinds: some megabytes, whatever a city writes. */
const ROOM = 1_200_000;
const MOST_TERMS = 60_000;

/** How many terms a model of so many kinds may know. */
export const termsFor = (kinds: number): number => Math.min(MOST_TERMS, Math.floor(ROOM / kinds));
