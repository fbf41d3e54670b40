import type { Stretch } from './contract.ts';

/** The stretches of a text of `length` that none of the given ones covers; together with them they make up the whole. */
export function gapsBetween(length: number, covered: readonly Stretch[]): Stretch[] {
  const gaps: Stretch[] = [];
  let from = 0;
  for (const { start, end } of covered.toSorted((a, b) => a.start - b.start)) {
    if (start > from) gaps.push({ start: from, end: start });
    from = Math.max(from, end);
  }
  if (from < length) gaps.push({ start: from, end: length });
  return gaps;
}

/** Letters, characters and digits; marks and spaces are nothing that anybody could overlook. */
export const lettersIn = (text: string): number => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;

/**
 * What of a text nothing was made of: it is in no item and was not `used` for one (as a heading, area, aim, bracket or
 * deadline) nor for the article's own head. Every letter is in an item, used, or here; marks and spaces at the edges are not.
 */
export function unusedIn(text: string, items: readonly Stretch[], used: readonly Stretch[]): Stretch[] {
  return gapsBetween(text.length, [...items, ...used]).flatMap(({ start, end }) => {
    const gap = text.slice(start, end);
    const first = gap.search(/[\p{L}\p{N}]/u);
    if (first < 0) return [];
    const tail = /[^\p{L}\p{N}。！？”’》）)]*$/u.exec(gap)![0].length;
    return [{ start: start + first, end: end - tail }];
  });
}
