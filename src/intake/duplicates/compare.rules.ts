/** A stretch of a text: whether the other text has it too. */
export type Stretch = { readonly text: string; readonly only: boolean };

/** Three letters or digits in a row that both have are no chance; what stands between them is of no weight. */
const WINDOW = 3;
const LETTER = /[\p{L}\p{N}]/u;

/** The text in stretches that the other has too and that it has not, in order; together they are the text. */
export function comparedWith(text: string, other: string): Stretch[] {
  const signs = Array.from(text);
  const letters = signs.flatMap((sign, at) => (LETTER.test(sign) ? [{ sign: spelled(sign), at }] : []));
  const theirs = Array.from(other).flatMap((sign) => (LETTER.test(sign) ? [spelled(sign)] : []));
  const has = new Set<string>();
  for (let at = 0; at + WINDOW <= theirs.length; at++) has.add(theirs.slice(at, at + WINDOW).join(''));
  const both = new Set<number>();
  for (let at = 0; at + WINDOW <= letters.length; at++) {
    const window = letters.slice(at, at + WINDOW);
    if (has.has(window.map(({ sign }) => sign).join(''))) for (const one of window) both.add(one.at);
  }
  // What is no letter goes with the letter before it.
  const stretches: { text: string; only: boolean }[] = [];
  let only = !both.has(letters[0]?.at ?? 0);
  signs.forEach((sign, at) => {
    if (LETTER.test(sign)) only = !both.has(at);
    const last = stretches.at(-1);
    if (last && last.only === only) last.text += sign;
    else stretches.push({ text: sign, only });
  });
  return stretches;
}

const spelled = (sign: string): string => sign.normalize('NFKC').toLowerCase();
