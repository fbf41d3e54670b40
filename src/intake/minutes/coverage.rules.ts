import type { Stretch } from './contract.ts';

/** The stretches of a text of `length` that none of the items covers; together with them they make up the whole. */
export function uncovered(length: number, items: readonly Stretch[]): Stretch[] {
  const gaps: Stretch[] = [];
  let from = 0;
  for (const { start, end } of items.toSorted((a, b) => a.start - b.start)) {
    if (start > from) gaps.push({ start: from, end: start });
    from = Math.max(from, end);
  }
  if (from < length) gaps.push({ start: from, end: length });
  return gaps;
}
