import type { ReviewArticle, ReviewItem } from '../../../../src/intake/contract.ts';
import { lettersIn } from '../../../../src/intake/minutes/coverage.rules.ts';

/** A stretch of the source that looks the same throughout: the items over it, or none; `unused` where nothing was made of it. */
export type Segment = { start: number; end: number; text: string; items: string[]; begins: string[]; unused: boolean };

type Placed = Pick<ReviewItem, 'id' | 'start' | 'end'>;

/**
 * Cuts a text where an item or an unused stretch begins or ends. The segments make up the whole text, so that nothing is
 * dropped in silence; `uncovered` is what the reader found no use for, until an item is made of it.
 */
export function segmentsOf(
  { text, uncovered }: Pick<ReviewArticle, 'text' | 'uncovered'>,
  items: readonly Placed[],
): Segment[] {
  const placed = items.filter((item) => item.start !== null && item.end !== null && item.end > item.start);
  const cuts = new Set([0, text.length]);
  for (const { start, end } of [...placed, ...uncovered]) {
    cuts.add(Math.min(start!, text.length));
    cuts.add(Math.min(end!, text.length));
  }
  const edges = [...cuts].toSorted((a, b) => a - b);
  return edges.slice(1).map((end, i) => {
    const start = edges[i]!;
    const over = placed.filter((item) => item.start! < end && item.end! > start);
    return {
      start,
      end,
      text: text.slice(start, end),
      items: over.map(({ id }) => id),
      begins: over.filter((item) => item.start === start).map(({ id }) => id),
      unused: over.length === 0 && uncovered.some((gap) => gap.start < end && gap.end > start),
    };
  });
}

/** How many characters of the source nothing was made of. */
export const unusedLetters = (segments: readonly Segment[]): number =>
  segments.reduce((sum, { unused, text }) => sum + (unused ? lettersIn(text) : 0), 0);
