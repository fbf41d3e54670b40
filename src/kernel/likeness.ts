/** The most characters of a text that are read: its beginning, and less of its end. It bounds the time of any one text. */
const BEGINNING = 3000;
const END = 1000;

/** How many neighbouring characters make a shingle. Pairs are in too many texts, four are broken by any small change. */
const SHINGLE = 3;

/** What people write to be polite, at the beginning and at the end, and what says nothing of the matter. */
const OPENING =
  /^(?:(?:尊敬|敬爱|亲爱)的?\p{L}{0,8}?(?:领导|书记|[市省局区县镇]长|部门|同志)们?|(?:各位|有关|相关)?(?:领导|书记|市长|部门)们?(?=[您你]们?好)|(?:[您你]们?|大家)好)/u;
const CLOSING = /(?:(?:谢谢|感谢|多谢)(?:[您你]们?|各位)?(?:领导)?|此致|敬礼|[盼望请]回复|盼复)$/u;

/** The text in one spelling: half-width and lower case; its middle is left out where it is very long. */
export function spelled(text: string): string {
  const read = text.length > BEGINNING + END ? text.slice(0, BEGINNING) + '\n' + text.slice(-END) : text;
  return read.normalize('NFKC').toLowerCase();
}

/** A text as it is compared with others: letters and digits alone, in one spelling, without greeting and thanks. */
export function compared(text: string): string {
  let rest = spelled(text).replace(/[^\p{L}\p{N}]+/gu, '');
  for (const polite of [OPENING, CLOSING])
    for (let without = rest.replace(polite, ''); without !== rest && without !== ''; without = rest.replace(polite, ''))
      rest = without;
  return rest;
}

/** The shingles of a text: each three neighbouring characters of it; of a shorter text, the whole. None of a text without any word. */
export function shinglesOf(text: string): ReadonlySet<string> {
  const characters = Array.from(compared(text));
  const shingles = new Set<string>();
  if (characters.length > 0 && characters.length < SHINGLE) shingles.add(characters.join(''));
  for (let at = 0; at + SHINGLE <= characters.length; at++)
    shingles.add(characters[at]! + characters[at + 1]! + characters[at + 2]!);
  return shingles;
}

/** How like two texts are, each figure 0–1: of all their shingles what part both have, and of the shorter one’s what part the other has. */
export type Likeness = { readonly both: number; readonly within: number };

/** How like two texts are, by their shingles. Texts without any are like none, not even one another. */
export function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): Likeness {
  const [fewer, more] = one.size <= other.size ? [one, other] : [other, one];
  let shared = 0;
  for (const shingle of fewer) if (more.has(shingle)) shared++;
  return likenessBy(shared, one.size, other.size);
}

/** The same, of texts of so many shingles each that share so many. */
export const likenessBy = (shared: number, one: number, other: number): Likeness =>
  shared === 0
    ? { both: 0, within: 0 }
    : { both: shared / (one + other - shared), within: shared / Math.min(one, other) };

/** From where on two texts say nearly the same; and a text that lies within a longer one must not be a phrase that anybody uses. */
const SAME = 0.5;
const SAME_WITHIN = 0.8;
const NO_PHRASE = 20;

/** The least part of the shorter one's shingles that near duplicates share: what a search for them may rely on. */
export const LEAST_SHARED = SAME;

/** Whether two texts, the shorter of which has so many shingles, say nearly the same: half of all is the same, or one lies within the other. */
export const isNearlySame = ({ both, within }: Likeness, shorter: number): boolean =>
  both >= SAME || (within >= SAME_WITHIN && shorter >= NO_PHRASE);
