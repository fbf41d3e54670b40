import { FILTER_NAMES, type Filters } from '../../../src/matters/lists/filter.rules.ts';
import { ofAnyPhase } from '../../../src/matters/lists/list.rules.ts';

/** How the list looks: which columns, how dense, which saved view it began with, and which matter is open beside it. */
export const LOOKS = ['columns', 'density', 'view', 'open'] as const;

/** The ledger's address. The server judges the values; the page only passes them on. */
export type LedgerSearch = Filters & Partial<Record<(typeof LOOKS)[number], string | undefined>>;

const picked = (search: Record<string, unknown>, keys: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    keys.flatMap((key) => {
      const value = search[key];
      return typeof value === 'string' && value ? [[key, value]] : [];
    }),
  );

export const ledgerSearch = (search: Record<string, unknown>): LedgerSearch =>
  picked(search, [...FILTER_NAMES, ...LOOKS]);

/** What of an address asks for matters. */
export const filtersOf = (search: LedgerSearch): Filters => picked(search, FILTER_NAMES);

/** What a saved view keeps: everything but the view's own name and what is open. */
export const keptOf = (search: LedgerSearch): LedgerSearch => picked(search, [...FILTER_NAMES, 'columns', 'density']);

/** The phase that a list is of whose address names none. */
export const usualPhase = (search: LedgerSearch): 'any' | 'unclosed' => (ofAnyPhase(search) ? 'any' : 'unclosed');

/** Whether a list has but one order, the newest first: what is struck off, of every phase, or searched for. */
export const oneOrder = ({ q, person, phase }: LedgerSearch): boolean =>
  Boolean(q ?? person) || phase === 'any' || phase === 'closed';
