import { getRouteApi, useNavigate } from '@tanstack/react-router';
import type { LedgerSearch } from './ledger-search.ts';

const route = getRouteApi('/desk/ledger');

/** The ledger's address, and the way to change some of it. What only looks otherwise leaves no step to go back to. */
export function useLedgerSearch() {
  const search = route.useSearch();
  const navigate = useNavigate();
  const change = (some: { [K in keyof LedgerSearch]?: string | undefined }, how: { replace?: boolean } = {}): void =>
    void navigate({
      to: '/ledger',
      search: { ...search, ...some } as LedgerSearch,
      replace: how.replace ?? false,
      resetScroll: false,
    });
  return { search, change };
}
