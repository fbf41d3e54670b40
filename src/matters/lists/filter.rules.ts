import type { LedgerQuery } from './list.contract.ts';

/** What the ledger is asked by; the rest of its query only turns pages. */
export type Filters = Omit<LedgerQuery, 'after' | 'limit'>;
export type FilterName = keyof Filters;

/**
 * What one filter is. `kind` says what its value names: something of the city (`thing`), one of some values that have words
 * (`choice`; `alone` where these say by themselves what is meant), a day, or nothing but that it is on (`flag`); `text` is what somebody
 * wrote. `by` says who answers it: the lists' own indexes, or a walk that asks it of each matter.
 */
type Filter = {
  readonly by: 'index' | 'walk';
  /** A link that shows by itself whether it is on: no field, and never told as a chip. */
  readonly everyday?: true;
} & (
  | { readonly kind: 'text' | 'thing' | 'flag' }
  | { readonly kind: 'choice'; readonly words: (value: string) => string; readonly alone?: true }
  /** `to` names the last day of the span that this one begins. */
  | { readonly kind: 'day'; readonly to?: FilterName }
);

const under = (words: string) => (value: string) => `${words}.${value}`;
const phaseWords = (value: string): string =>
  value === 'any' || value === 'unclosed' ? `transfer.phase.${value}` : `matter.phase.${value}`;

/**
 * Every filter of the ledger, once, in the order of the page's fields. The address, the fields, the words, what is told of a refused
 * value, the title of an export and the walk are read from here; what a filter may hold is {@link LedgerQuery}'s, what it is called
 * stands under `ledger.filter.`.
 */
export const FILTERS = {
  q: { kind: 'text', by: 'index' },
  scope: { kind: 'choice', words: under('transfer.scope'), by: 'index', everyday: true },
  sort: { kind: 'choice', words: under('transfer.sort'), by: 'index', everyday: true },
  phase: { kind: 'choice', words: phaseWords, by: 'index', everyday: true },
  slip: { kind: 'choice', words: under('matter.slip'), by: 'index', everyday: true },
  unit: { kind: 'thing', by: 'index' },
  part: { kind: 'choice', words: under('matter.part'), alone: true, by: 'walk' },
  stance: { kind: 'choice', words: under('matter.stance'), by: 'walk' },
  person: { kind: 'thing', by: 'walk' },
  round: { kind: 'thing', by: 'index' },
  area: { kind: 'thing', by: 'index' },
  mechanism: { kind: 'thing', by: 'walk' },
  category: { kind: 'thing', by: 'walk' },
  channel: { kind: 'thing', by: 'walk' },
  stage: { kind: 'thing', by: 'index' },
  bounced: { kind: 'choice', words: under('ledger.filter.bounced'), alone: true, by: 'walk' },
  color: { kind: 'choice', words: under('notice.slip'), alone: true, by: 'walk' },
  dueFrom: { kind: 'day', to: 'dueTo', by: 'index' },
  dueTo: { kind: 'day', by: 'index' },
  registeredFrom: { kind: 'day', to: 'registeredTo', by: 'walk' },
  registeredTo: { kind: 'day', by: 'walk' },
  updatedFrom: { kind: 'day', to: 'updatedTo', by: 'walk' },
  updatedTo: { kind: 'day', by: 'walk' },
  green: { kind: 'flag', by: 'walk' },
  listed: { kind: 'flag', by: 'walk' },
  raised: { kind: 'flag', by: 'walk' },
  paused: { kind: 'flag', by: 'walk' },
  confidential: { kind: 'flag', by: 'walk' },
} as const satisfies Record<FilterName, Filter>;

type Declared = typeof FILTERS;
/** The filters that are declared so, e.g. `{ kind: 'day' }`. */
export type FiltersThat<Are> = { [K in FilterName]: Declared[K] extends Are ? K : never }[FilterName];
type Thing = FiltersThat<{ kind: 'thing' }>;

export const FILTER_NAMES = Object.keys(FILTERS) as readonly FilterName[];
const filterOf = (name: FilterName): Filter => FILTERS[name];

/** Which filters are of this kind, in their order. */
export const filtersThat = <K extends Filter['kind']>(kind: K): readonly FiltersThat<{ kind: K }>[] =>
  FILTER_NAMES.filter((name): name is FiltersThat<{ kind: K }> => filterOf(name).kind === kind);

/** The filters that are told one by one, in their order; the others are links. */
export type ToldFilter = Exclude<FilterName, FiltersThat<{ everyday: true }>>;
export const TOLD_FILTERS = FILTER_NAMES.filter((name): name is ToldFilter => !filterOf(name).everyday);

/** The spans of days, each by its first and last. */
export const SPANS: readonly (readonly [from: FilterName, to: FilterName])[] = FILTER_NAMES.flatMap((name) => {
  const filter = filterOf(name);
  return filter.kind === 'day' && filter.to ? [[name, filter.to] as const] : [];
});

/** How a filter is told: whoever tells has a language, and knows how what the city has is called. */
export type Telling = {
  readonly say: (key: string) => string;
  readonly names: Readonly<Record<Thing | 'day', (value: string) => string>>;
  /** What a filter is called and what it asks for, as one. */
  readonly both: (what: string, value: string) => string;
};

/** A filter with its value in words, e.g. 单位表态 已签收; what is said by its name alone, or by its value’s, is said so. */
export function tellFilter(name: FilterName, value: string, { say, names, both }: Telling): string {
  const filter = filterOf(name);
  const what = say(`ledger.filter.${name}`);
  switch (filter.kind) {
    case 'flag':
      return what;
    case 'text':
      return both(what, value);
    case 'day':
      return both(what, names.day(value));
    case 'thing':
      return both(what, names[name as Thing](value));
    case 'choice': {
      const words = say(filter.words(value));
      return filter.alone ? words : both(what, words);
    }
  }
}
