import type { LedgerQuery } from '../../../src/matters/contract.ts';

const KEYS = ['q', 'scope', 'sort', 'phase', 'stage', 'slip', 'unit', 'area', 'round', 'dueFrom', 'dueTo'] as const;
/** The ledger's filters as they stand in the address. The server judges the values; the page only passes them on. */
export type LedgerSearch = Pick<LedgerQuery, (typeof KEYS)[number]>;

export const ledgerSearch = (search: Record<string, unknown>): LedgerSearch =>
  Object.fromEntries(
    KEYS.flatMap((key) => (typeof search[key] === 'string' && search[key] ? [[key, search[key]]] : [])),
  );
