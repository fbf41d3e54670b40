/** A stretch of words that stayed, went or came. */
export type Stretch = { kind: 'same' | 'gone' | 'new'; text: string };

const words = new Intl.Segmenter('zh', { granularity: 'word' });
const wordsIn = (text: string): string[] => Array.from(words.segment(text), ({ segment }) => segment);

/** Beyond so many comparisons (two texts of some two thousand words that share neither beginning nor end) all of it is new. */
const MOST = 4_000_000;

/**
 * What differs between two texts, word by word; Chinese is taken apart into its words too. What both begin and end with is set
 * aside first, then the longest common row of words stays.
 */
export function wordDiff(from: string, to: string): Stretch[] {
  const [a, b] = [wordsIn(from), wordsIn(to)];
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  const middle = between(a.slice(start, a.length - end), b.slice(start, b.length - end));
  const same = (some: string[]): Stretch[] => some.map((text) => ({ kind: 'same', text }));
  return joined([...same(a.slice(0, start)), ...middle, ...same(end ? a.slice(-end) : [])]);
}

function between(a: readonly string[], b: readonly string[]): Stretch[] {
  const all = (kind: Stretch['kind'], some: readonly string[]) => some.map((text): Stretch => ({ kind, text }));
  if (a.length * b.length > MOST) return [...all('gone', a), ...all('new', b)];
  const width = b.length + 1;
  // longest[i, j]: how many words the rests from i and from j have in common, in order.
  const longest = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      longest[i * width + j] =
        a[i] === b[j]
          ? longest[(i + 1) * width + j + 1]! + 1
          : Math.max(longest[(i + 1) * width + j]!, longest[i * width + j + 1]!);
  const found: Stretch[] = [];
  let [i, j] = [0, 0];
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) {
      found.push({ kind: 'same', text: a[i]! });
      i++;
      j++;
    } else if (longest[(i + 1) * width + j]! >= longest[i * width + j + 1]!)
      found.push({ kind: 'gone', text: a[i++]! });
    else found.push({ kind: 'new', text: b[j++]! });
  }
  return [...found, ...all('gone', a.slice(i)), ...all('new', b.slice(j))];
}

/** Neighbours of one kind as one stretch. */
function joined(stretches: readonly Stretch[]): Stretch[] {
  const found: Stretch[] = [];
  for (const { kind, text } of stretches) {
    const last = found.at(-1);
    if (last?.kind === kind) last.text += text;
    else found.push({ kind, text });
  }
  return found;
}
