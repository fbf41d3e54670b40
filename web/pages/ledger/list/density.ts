export const DENSITIES = ['compact', 'comfortable'] as const;
export type Density = (typeof DENSITIES)[number];

export const densityOf = (address: string | undefined): Density =>
  address === 'comfortable' ? 'comfortable' : 'compact';

/** How high a row is, in pixels: lists of which only a part is drawn must know. */
export const ROW_HEIGHT: Readonly<Record<Density, number>> = { compact: 40, comfortable: 60 };
