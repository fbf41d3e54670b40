/** Where each row of a list begins, in pixels from the list's top; `top(count)` is where the last one ends. */
export type RowTops = {
  count: number;
  top: (index: number) => number;
  /** The row that holds this pixel: the first for what lies above the list, `count` for what lies below it. */
  at: (y: number) => number;
};

/** Rows that are all of one height. */
export const evenTops = (count: number, height: number): RowTops => ({
  count,
  top: (index) => index * height,
  at: (y) => Math.min(count, Math.max(0, Math.floor(y / height))),
});

/** Rows each of its own height. */
export function ownTops(heights: readonly number[]): RowTops {
  const ends = new Float64Array(heights.length + 1);
  for (const [i, height] of heights.entries()) ends[i + 1] = ends[i]! + height;
  const at = (y: number): number => {
    let [from, to] = [0, heights.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if (ends[middle + 1]! <= y) from = middle + 1;
      else to = middle;
    }
    return from;
  };
  return { count: heights.length, top: (index) => ends[index] ?? 0, at };
}
