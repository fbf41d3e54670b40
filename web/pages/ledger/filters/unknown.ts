import { isDay } from '../../../../src/kernel/day.ts';
import { ApiProblem } from '../../../api.ts';
import { filtersOf, type LedgerFilters, type LedgerSearch } from '../ledger-search.ts';

/** A filter of an address that the server cannot ask by. */
export type Unknown = {
  readonly key: keyof LedgerFilters;
  readonly value: string;
  readonly why: 'day' | 'thing' | 'choice' | 'reversed';
  /** Of days that are turned: the other one, before which this one would have to be. */
  readonly other?: { readonly key: keyof LedgerFilters; readonly value: string };
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
  category: 'thing',
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

const RANGES = [
  ['dueFrom', 'dueTo'],
  ['registeredFrom', 'registeredTo'],
  ['updatedFrom', 'updatedTo'],
] as const;

/** Which days of the address end before they begin: nothing is found by these. */
export const reversedIn = (search: LedgerSearch): Unknown[] =>
  RANGES.flatMap(([key, other]) => {
    const [from, to] = [search[key], search[other]];
    return from && to && isDay(from) && isDay(to) && from > to
      ? [{ key, value: from, why: 'reversed' as const, other: { key: other, value: to } }]
      : [];
  });

/** The address with these days put the right way round. */
export const turned = (search: LedgerSearch, { key, value, other }: Unknown): LedgerSearch =>
  other ? { ...search, [key]: other.value, [other.key]: value } : search;

/** The address without these filters; everything else stays. */
export const without = (search: LedgerSearch, unknown: readonly Unknown[]): LedgerSearch => ({
  ...search,
  ...Object.fromEntries(unknown.map(({ key }) => [key, undefined])),
});
