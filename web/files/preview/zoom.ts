/** How much larger than the window a file is shown. */
const STEPS = [1, 1.5, 2, 3, 4] as const;
export const [LEAST, MOST] = [STEPS[0], STEPS[4]];

export const within = (zoom: number): number => Math.min(MOST, Math.max(LEAST, zoom));

/** The next step up or down from where a pinch may have left it. */
export const stepFrom = (zoom: number, by: 1 | -1): number =>
  (by > 0 ? STEPS.find((step) => step > zoom) : STEPS.findLast((step) => step < zoom)) ?? within(zoom);
