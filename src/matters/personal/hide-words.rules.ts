import { no, ok, problem, type Result } from '../../kernel/index.ts';
import type { Effect } from '../life/effect.rules.ts';
import { mapTexts, type Hidden } from './hide.rules.ts';

const MOST_WORDS = 20;
const SHORTEST = 2;
const LONGEST = 200;

/** The words that a correction hides: one on each line, the same once. */
export const hidesIn = (given: unknown): string[] => [
  ...new Set(
    (typeof given === 'string' ? given : '')
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  ),
];

/** Whether these may be hidden: a single sign would be taken out of every other word. */
export function checkHides(given: unknown): Result<null> {
  const words = hidesIn(given);
  const wrong = words.find((word) => word.length < SHORTEST || word.length > LONGEST);
  if (wrong !== undefined)
    return no(
      problem('matter.hide-length', { word: wrong, least: SHORTEST, most: LONGEST }, { pointer: '/given/hide' }),
    );
  return words.length > MOST_WORDS
    ? no(problem('matter.hide-many', { most: MOST_WORDS }, { pointer: '/given/hide' }))
    : ok(null);
}

/**
 * The marks of what the act of that number hides. They are told from all others of the matter by the number, as one mark stands in the words
 * of many acts.
 */
export const hiddenBy = (seq: number, words: readonly string[]): Hidden[] =>
  words.map((text, n) => ({ mark: `〔隐去${seq}-${n + 1}〕`, text }));

/** Whether a mark was set by hand, and so stands for the same wherever it stands in the matter. */
export const isSetByHand = (mark: string): boolean => /^〔隐去\d+-\d+〕$/u.test(mark);

/** What an act carries, with marks in the place of words; the same object where none of them stands in it. */
export function withMarks<P extends { given: Record<string, unknown>; effects: readonly Effect[] }>(
  carried: P,
  hidden: readonly Hidden[],
): P {
  // A word that another begins with is looked for after that.
  const longest = hidden.toSorted((a, b) => b.text.length - a.text.length);
  let changed = false;
  const swap = (text: string): string => {
    const after = longest.reduce((left, { mark, text: word }) => left.replaceAll(word, () => mark), text);
    changed ||= after !== text;
    return after;
  };
  const given = mapTexts(carried.given, swap);
  const effects = carried.effects.map((effect) =>
    effect.do === 'ask' ? { ...effect, reason: swap(effect.reason) } : effect,
  );
  return changed ? { ...carried, given, effects } : carried;
}
