import type { Day, Uuid } from '../../kernel/index.ts';

/** Which facts: those of a mechanism counted in a span of days, of now or as of a moment. `null` in a filter: that have none. */
export type FactQuery = {
  readonly city: number;
  readonly mechanism: string;
  readonly from: Day;
  readonly to: Day;
  readonly asOf: Date | null;
  readonly unit?: Uuid | null | undefined;
  readonly category?: string | null | undefined;
  readonly channel?: string | null | undefined;
  /** Those whose matter it is, one of these; null for whoever is no enterprise. */
  readonly enterprises?: readonly Uuid[] | null | undefined;
};
