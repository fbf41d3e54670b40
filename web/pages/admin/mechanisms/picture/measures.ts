/** In pixels. */
export const BOX = { width: 176, height: 40 } as const;
export const GAP = 16;
/** Between a stage and the next, with room for the words of the straight way. */
const BETWEEN = 36;
/** A lane beside the stages, with room for the words of its way. */
export const LANE = 84;

/** The upper edge of a row; row −1 is where a matter begins. */
export const rowTop = (row: number): number => 8 + (row + 1) * (BOX.height + BETWEEN) - BOX.height;
