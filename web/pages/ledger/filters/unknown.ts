import { ApiProblem } from '../../../api.ts';
import { filtersOf, type LedgerFilters, type LedgerSearch } from '../ledger-search.ts';

/** A filter of an address that the server cannot ask by. */
export type Unknown = {
  readonly key: keyof LedgerFilters;
  readonly value: string;
  readonly why: 'day' | 'thing' | 'choice';
};

const WHY: Partial<Record<keyof LedgerFilters, Unknown['why']>> = {
  dueFrom: 'day',
  dueTo: 'day',
  registeredFrom: 'day',
  registeredTo: 'day',
  updatedFrom: 'day',
  updatedTo: 'day',
  q: 'thing',
  unit: 'thing',
  person: 'thing',
  round: 'thing',
  area: 'thing',
  mechanism: 'thing',
  stage: 'thing',
};

/** Which filters of the address the server refused, by the places that its answer names; none where it refused something else. */
export function unknownIn(error: unknown, search: LedgerSearch): Unknown[] {
  if (!(error instanceof ApiProblem) || error.problem.status !== 400) return [];
  const places = new Set(error.problem.errors?.map(({ pointer }) => pointer));
  return Object.entries(filtersOf(search)).flatMap(([name, value]) => {
    const key = name as keyof LedgerFilters;
    return places.has(`?${name}`) ? [{ key, value: String(value), why: WHY[key] ?? 'choice' }] : [];
  });
}

/** The address without these filters; everything else stays. */
export const without = (search: LedgerSearch, unknown: readonly Unknown[]): LedgerSearch => ({
  ...search,
  ...Object.fromEntries(unknown.map(({ key }) => [key, undefined])),
});
