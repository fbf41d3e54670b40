import { isNearlySame, likeness, shinglesOf, spelled } from '../../kernel/index.ts';

/** How like one text another is, and why. */
export type Resemblance = { readonly alike: number; readonly nearlySame: boolean; readonly shared: readonly string[] };

/** The part of the shorter text's shingles below which nothing is said: two texts have that much in common by chance. */
const LEAST = 0.25;
/** Two shingles are four characters in a row: fewer are a word that anybody uses. */
const FEWEST_SHARED = 2;

/** How like a text another is; null where it is not worth saying. */
export function resemblance(text: string, other: string): Resemblance | null {
  const [one, two] = [shinglesOf(text), shinglesOf(other)];
  const { both, within } = likeness(one, two);
  const fewer = Math.min(one.size, two.size);
  if (within < LEAST || within * fewer < Math.min(FEWEST_SHARED, fewer)) return null;
  const shared = sharedStretches(text, other);
  return { alike: (both + within) / 2, nearlySame: isNearlySame({ both, within }, fewer), shared };
}

/** As many stretches as can be taken in at a glance, none longer than a line of a narrow list. */
const MOST = 3;
const LONGEST = 16;
/** A stretch so many times shorter than the longest says nothing beside it. */
const SHORT = 3;
const RUN = /[\p{L}\p{N}]+/gu;

/** The longest stretches of words that both texts have, none of them a single character, part of another or far shorter than the longest, which is first. */
export function sharedStretches(text: string, other: string): string[] {
  const [one, two] = [spelled(text), spelled(other)];
  const found: string[] = [];
  for (const [run] of one.matchAll(RUN))
    for (let at = 0; at + 1 < run.length;) {
      let end = at + 1;
      while (end < run.length && end - at < LONGEST && two.includes(run.slice(at, end + 1))) end++;
      if (end - at > 1) found.push(run.slice(at, end));
      at = end - at > 1 ? end : at + 1;
    }
  const most = Math.max(...found.map(({ length }) => length));
  const longest = [...new Set(found)]
    .filter(({ length }) => length * SHORT >= most)
    .toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1));
  return longest.filter((part, n) => !longest.slice(0, n).some((longer) => longer.includes(part))).slice(0, MOST);
}
