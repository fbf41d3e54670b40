/** One line of the table: what was measured, against which ceiling measured in the same run, and what was aimed at. */
export type Row = {
  readonly what: string;
  /** What was measured; null where it could not be measured here, and `note` says why. */
  readonly measured: number | null;
  /** e.g. `acts/s`, `ms`, `kB`. */
  readonly unit: string;
  readonly ceiling?: { readonly what: string; readonly measured: number };
  /** Of figures taken in turns the median of the turns' ratios: steadier than the ratio of the medians where others work too. */
  readonly ratio?: number;
  /** What the figure, or where there is a ceiling its ratio to that, should be. */
  readonly aim?: { readonly bound: 'at least' | 'at most'; readonly value: number; readonly of: 'ratio' | 'figure' };
  /** What a reader needs besides: the worst case by name, why it was skipped, why it falls short. */
  readonly note?: string;
};

/** The figure divided by its ceiling's; null where either is missing. */
export const ratioOf = (row: Row): number | null =>
  row.ratio ?? (row.ceiling && row.measured !== null ? row.measured / row.ceiling.measured : null);

/** Whether the aim is met; null where there is none or nothing was measured. */
export function isMet(row: Row): boolean | null {
  const figure = row.aim?.of === 'ratio' ? ratioOf(row) : row.measured;
  if (!row.aim || figure === null) return null;
  return row.aim.bound === 'at least' ? figure >= row.aim.value : figure <= row.aim.value;
}

/** The value below which that share (0…1) of the samples lies. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? NaN;
}

export const median = (samples: readonly number[]): number => percentile(samples, 0.5);
