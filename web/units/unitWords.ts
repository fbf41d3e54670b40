import type { ListedUnit } from '../../src/directory/contract.ts';

const plain = (words: string): string => words.trim().toLowerCase();

/** Everything by which a unit is found: what it is called, and how that is typed by sound. */
export const wordsOf = ({ name, shortName, aliases, sound }: ListedUnit): string =>
  plain([name, shortName, ...aliases, sound].filter(Boolean).join(' '));

/** Whether what somebody typed is part of a unit's words. Syllables may be typed apart, as some keyboards have them: shui’li. */
export function fits(words: string, typed: string): boolean {
  const sought = plain(typed);
  return words.includes(sought) || words.includes(sought.replaceAll(/[\s'’]/gu, ''));
}
