import { spelled } from '../../kernel/index.ts';

const WORDS = new Intl.Segmenter('zh', { granularity: 'word' });
/** A name of a place is often cut into as many words (丽 发 新城). */
const MOST_WORDS = 4;
const MOST_SIGNS = 12;
/** Where a text has no title, so much of its beginning is read in its place. */
const BEGINNING = 60;
/** As many as can be taken in at a glance. */
const MOST = 3;
/** A phrase of a topic stands in at least this part of its texts. */
const SHARE = 0.2;
/** A phrase that tells a topic apart less than this, beside the one that does best, is left unsaid. */
const TELLING = 0.15;
/** A phrase is taken for part of a longer one that stands in this part of its titles. */
const WHOLE = 0.75;

/** Words that join others, or say who speaks: no phrase begins or ends with one. As signs beside a phrase they are not part of it either. */
const JOINING: ReadonlySet<string> = new Set([
  ...'的地得了着过在和与及或是被把将对向从由于为等',
  '我们',
  '你们',
  '他们',
  '咱们',
  '大家',
]);

/** Some titles in one spelling; the phrases of each: all runs of few words, none of them a single character; in how many each is. */
export type Phrases = {
  readonly titles: readonly string[];
  readonly of: readonly ReadonlySet<string>[];
  readonly within: ReadonlyMap<string, number>;
};

/** What stands in titles, by which topics are called. */
export function phrasesOf(texts: readonly string[]): Phrases {
  const within = new Map<string, number>();
  const titles = texts.map((text) => spelled(text).slice(0, BEGINNING));
  const of = titles.map((title) => {
    const phrases = runsIn(title);
    for (const phrase of phrases) within.set(phrase, (within.get(phrase) ?? 0) + 1);
    return phrases;
  });
  return { titles, of, within };
}

function runsIn(title: string): Set<string> {
  const runs = new Set<string>();
  let open: string[] = [];
  for (const { segment, isWordLike } of WORDS.segment(title)) {
    const joining = JOINING.has(segment);
    const begun = isWordLike === true && !joining ? [segment] : [];
    open = isWordLike === true ? [...open.map((run) => run + segment), ...begun].slice(-MOST_WORDS) : [];
    if (joining) continue;
    for (const run of open) if (run.length > 1 && run.length <= MOST_SIGNS && /\p{L}/u.test(run)) runs.add(run);
  }
  return runs;
}

/**
 * The phrases that tell these texts apart, the best first: in many of them, in few others, whole and not a part of a name. Texts that say
 * nearly the same come together in `said`, and what only they say names nothing, unless all do. Of those phrases that have two neighbouring
 * characters in common the better. Empty where the texts share no phrase.
 */
export function tellingPhrases({ titles, of, within }: Phrases, said: readonly (readonly number[])[]): string[] {
  const texts = said.flat();
  const counts = phrasesIn(texts, of);
  const apart = said.length === 1 ? counts : countsOf(said.map((group) => phrasesIn(group, of).keys()));
  const ranked = [...counts]
    .filter(([phrase, count]) => apart.get(phrase)! > 1 && count >= SHARE * texts.length)
    .map(([phrase, count]) => {
      const [part, own] = [count / texts.length, count / within.get(phrase)!];
      const rarity = Math.log((1 + of.length) / within.get(phrase)!);
      return { phrase, score: part * own * rarity * Math.sqrt(phrase.length) };
    })
    .toSorted((a, b) => b.score - a.score || (a.phrase < b.phrase ? -1 : 1));
  const own = texts.map((text) => titles[text]!);
  const telling: string[] = [];
  for (const { phrase, score } of ranked) {
    if (telling.length === MOST || score < TELLING * ranked[0]!.score) break;
    if (telling.some((other) => overlap(other, phrase))) continue;
    const whole = wholeOf(phrase, own);
    if (!telling.some((other) => overlap(other, whole))) telling.push(whole);
  }
  return telling;
}

const phrasesIn = (texts: readonly number[], of: Phrases['of']): Map<string, number> =>
  countsOf(texts.map((text) => of[text]!));

/** The phrase with the characters beside it that nearly all of the titles with it have there too: 伊景园滨 is part of 伊景园滨河苑. */
function wholeOf(phrase: string, titles: readonly string[]): string {
  const having = titles.filter((title) => title.includes(phrase));
  const least = Math.max(2, WHOLE * having.length);
  let whole = phrase;
  for (let grown = true; grown && whole.length < MOST_SIGNS;) {
    grown = false;
    for (const sideOf of [before, behind]) {
      const [longer, count] = commonest(having.flatMap((title) => sideOf(title, whole)));
      if (count < least) continue;
      whole = longer;
      grown = true;
    }
  }
  return whole;
}

const SIGN = /^[\p{L}\p{N}]$/u;
const isPart = (sign: string): boolean => SIGN.test(sign) && !JOINING.has(sign);
const before = (title: string, part: string): string[] => {
  const sign = title[title.indexOf(part) - 1] ?? '';
  return isPart(sign) && title.includes(part) ? [sign + part] : [];
};
const behind = (title: string, part: string): string[] => {
  const sign = title[title.indexOf(part) + part.length] ?? '';
  return isPart(sign) && title.includes(part) ? [part + sign] : [];
};

function countsOf(all: readonly Iterable<string>[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const some of all) for (const one of some) counts.set(one, (counts.get(one) ?? 0) + 1);
  return counts;
}

function commonest(all: readonly string[]): [string, number] {
  return [...countsOf([all])].reduce(
    (best, one) => (one[1] > best[1] || (one[1] === best[1] && one[0] < best[0]) ? one : best),
    ['', 0],
  );
}

/** Whether two phrases have two neighbouring characters in common. */
function overlap(one: string, other: string): boolean {
  for (let at = 0; at + 2 <= one.length; at++) if (other.includes(one.slice(at, at + 2))) return true;
  return false;
}
