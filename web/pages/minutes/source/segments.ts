import type { ReviewItem } from '../../../../src/intake/contract.ts';

/** A stretch of the source that looks the same throughout: the items over it, or none. */
export type Segment = { start: number; end: number; text: string; items: string[]; begins: string[] };

type Placed = Pick<ReviewItem, 'id' | 'start' | 'end'>;

/**
 * Cuts a text where an item begins or ends. The segments make up the whole text, so that nothing is dropped in silence;
 * those without items are what nobody has taken up.
 */
export function segmentsOf(text: string, items: readonly Placed[]): Segment[] {
  const placed = items.filter((item) => item.start !== null && item.end !== null && item.end > item.start);
  const cuts = new Set([0, text.length]);
  for (const { start, end } of placed) {
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
    };
  });
}

/** Letters, characters and digits; marks and spaces are nothing that anybody could overlook. */
export const lettersIn = (text: string): number => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;

/** How many characters of the source no item covers. */
export const uncoveredLetters = (segments: readonly Segment[]): number =>
  segments.reduce((sum, { items, text }) => sum + (items.length ? 0 : lettersIn(text)), 0);
