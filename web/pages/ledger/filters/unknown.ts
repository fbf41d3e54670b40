import { FILTER_NAMES, FILTERS, SPANS, type FilterName } from '../../../../src/matters/lists/filter.rules.ts';
import { LONGEST } from '../../../../src/matters/lists/longest.rules.ts';
import { isDay } from '../../../../src/kernel/day.ts';
import { cut } from '../../../format/cut.ts';
import { ApiProblem } from '../../../api.ts';
import type { LedgerSearch } from '../ledger-search.ts';

/** A filter of an address that the server cannot ask by. */
export type Unknown = {
  readonly key: FilterName;
  readonly value: string;
  readonly why: 'day' | 'thing' | 'choice' | 'reversed' | 'long';
  /** Of what is too long: how many characters it may have. */
  readonly most?: number;
  /** Of days that are turned: the other one, before which this one would have to be. */
  readonly other?: { readonly key: FilterName; readonly value: string };
};

const MOST: Readonly<Partial<Record<FilterName, number>>> = LONGEST;
/** So much of a value that is too long is shown, in characters: its beginning says which it is. */
const BEGINNING = 20;

/** A filter's value as it is shown: what is longer than any may be, by its beginning. */
export const shown = (name: FilterName, value: string): string =>
  value.length > (MOST[name] ?? Infinity) ? cut(value, BEGINNING) : value;

const whyOf = (name: FilterName, value: string): Pick<Unknown, 'why' | 'most'> => {
  const { kind } = FILTERS[name];
  const most = MOST[name];
  if (most !== undefined && value.trim().length > most) return { why: 'long', most };
  return { why: kind === 'day' ? 'day' : kind === 'thing' || kind === 'text' ? 'thing' : 'choice' };
};

/** Which filters of the address the server refused, by the places that its answer names; none where it refused something else. */
export function unknownIn(error: unknown, search: LedgerSearch): Unknown[] {
  if (!(error instanceof ApiProblem) || error.problem.status !== 400) return [];
  const places = new Set(error.problem.errors?.map(({ pointer }) => pointer));
  return FILTER_NAMES.flatMap((key) => {
    const value = search[key];
    return value && places.has(`?${key}`) ? [{ key, value, ...whyOf(key, value) }] : [];
  });
}

/** Which days of the address end before they begin: nothing is found by these. */
export const reversedIn = (search: LedgerSearch): Unknown[] =>
  SPANS.flatMap(([key, other]) => {
    const [from, to] = [search[key], search[other]];
    return from && to && isDay(from) && isDay(to) && from > to
      ? [{ key, value: from, why: 'reversed' as const, other: { key: other, value: to } }]
      : [];
  });

/** The address with these days put the right way round. */
export const turned = (search: LedgerSearch, { key, value, other }: Unknown): LedgerSearch =>
  other ? { ...search, [key]: other.value, [other.key]: value } : search;

/** The address without these; everything else stays, and of a value what is known. */
export const without = (
  search: LedgerSearch,
  these: readonly { readonly key: string; readonly rest?: string }[],
): LedgerSearch => ({
  ...search,
  ...Object.fromEntries(these.map(({ key, rest }) => [key, rest])),
});
