import type { Breakdown, Side } from '../../../src/figures/counts/count.contract.ts';
import { BREAKDOWNS, oneOf } from '../../../src/figures/counts/split.rules.ts';
import { isDay } from '../../../src/kernel/day.ts';

/** What is counted, as it stands in the address. `asOf` is a day, of which the end is meant. */
export type FiguresSearch = {
  mechanism?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  asOf?: string | undefined;
  by?: Breakdown | undefined;
  unit?: string | undefined;
  category?: string | undefined;
  channel?: string | undefined;
  size?: string | undefined;
  place?: string | undefined;
};
export type BehindSearch = FiguresSearch & { figure: string; side: Side };

export const text = (value: unknown): string | undefined => (typeof value === 'string' && value ? value : undefined);
const day = (value: unknown): string | undefined => (typeof value === 'string' && isDay(value) ? value : undefined);

/** Reads an address; what is none of it is left out. */
export function readSearch(search: Record<string, unknown>): FiguresSearch {
  const told = {
    mechanism: text(search['mechanism']),
    from: day(search['from']),
    to: day(search['to']),
    asOf: day(search['asOf']),
    by: oneOf(BREAKDOWNS, search['by']),
    unit: text(search['unit']),
    category: text(search['category']),
    channel: text(search['channel']),
    size: text(search['size']),
    place: text(search['place']),
  };
  return Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined));
}
