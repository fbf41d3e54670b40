/** By what figures are told apart. Apart from the contract, so that an address is read without the schemas of all that is counted. */
export const BREAKDOWNS = [
  'unit',
  'category',
  'channel',
  'size',
  'place',
  'day',
  'week',
  'month',
  'quarter',
  'year',
] as const;

/** Which matters of a figure: those it counts, those it counts them among, those left out. */
export const SIDES = ['part', 'of', 'left'] as const;

/** What a text says, if it is one of these. */
export const oneOf = <T extends string>(all: readonly T[], given: unknown): T | undefined =>
  all.find((one) => one === given);
