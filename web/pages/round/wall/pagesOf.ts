/** Widths are told in whole pixels. */
const ROUNDING = 2;

/**
 * How many pages it takes to show all columns of a sheet, of which only `shown` pixels are seen at once: a single column too many is a
 * page of its own.
 */
export const pagesOf = (whole: number, shown: number, gap: number): number =>
  Math.max(1, Math.ceil((whole + gap - ROUNDING) / (shown + gap)));
