import { sql, type RawBuilder } from 'kysely';
import { LAST_UUID, type Uuid } from '../../kernel/index.ts';
import type { ListQuery } from './filter.store.ts';
import { narrowing, pattern, tsquery } from './list.store.ts';

/** One word of a search: how it is looked for in texts, and the units and seats that it means, whose matters answer it too. */
export type Term = {
  grams: readonly string[];
  fragment: string;
  units: readonly Uuid[];
  seats: readonly Uuid[];
};

/** A search: words of which a matter must fit each, and what narrows the index of words besides. */
export type SearchText = { terms: readonly Term[]; grams: readonly string[] };

/** Whether a word means somebody, and is not looked for in texts alone. */
export const means = ({ units, seats }: Term): boolean => units.length > 0 || seats.length > 0;

/** What the index of words is asked for. */
export const gramsIn = ({ terms, grams }: SearchText): string[] => [...terms.flatMap((term) => term.grams), ...grams];
/** What texts are asked for once the index has found them: the words as they were typed. */
export const fragmentsIn = ({ terms }: SearchText): string[] => terms.map(({ fragment }) => fragment);

type Keys = RawBuilder<unknown>;
/** So many keys of a source whose every key fits, and so many of one where the other words must be asked of each. */
type Looks = { looks: number; wide: number };

/**
 * The keys of a search, from sources that together miss nothing: the matters with all words in their text; and for each word that
 * means somebody, those of its units and seats with the words before it in their text. So 发改委 营商 reads what 发改委 has
 * with 营商 in it, and never all that either has; what stands after is asked of the keys by {@link wordsLeft}.
 */
export function ofSearch(
  q: ListQuery,
  { terms, grams }: SearchText,
  { looks, wide }: Looks,
  ofUnits: (units: readonly Uuid[], most: number) => Keys,
): Keys {
  const [who, plain] = [terms.filter(means), terms.filter((term) => !means(term))];
  const few = terms.length > 1 ? wide : looks;
  const sources = [inTexts('words', q, { terms: [...plain, ...who], grams }, q.units, looks)];
  for (const [i, { units, seats }] of who.entries()) {
    const told = [...plain, ...who.slice(0, i)];
    const found = told.some((term) => term.grams.length)
      ? () => inTexts(`units ${i}`, q, { terms: told, grams }, units, looks)
      : () => ofUnits(units, Math.max(looks, Math.ceil(few / units.length)));
    if (units.length) sources.push(found());
    if (seats.length) sources.push(acted(seats, q.after, few, `acted ${i}`));
  }
  return sql.join(
    sources.map((source) => sql`(${source})`),
    sql` union all `,
  );
}

function inTexts(source: string, q: ListQuery, text: SearchText, units: readonly Uuid[] | null, most: number): Keys {
  const patterns = fragmentsIn(text).map(pattern);
  return sql`select ${source} as source, ${most}::integer as most, 'infinity'::timestamptz as at, found as id
    from find_matters(${tsquery(gramsIn(text))}::tsquery, ${patterns}::text[], ${q.after?.id ?? LAST_UUID}, ${most}, ${sql.join(narrowing(q, units))}) as found`;
}

/** The matters on which somebody on one of these seats acted. */
export const acted = (seats: readonly Uuid[], after: ListQuery['after'], most: number, source = 'acted'): Keys =>
  sql`select ${source} as source, ${most}::integer as most, 'infinity'::timestamptz as at, found as id
    from acted_matters(${seats}::uuid[], ${after?.id ?? LAST_UUID}, ${most}) as found`;

/** Asked of the few that a search found. */
export const actedOn = (seats: readonly Uuid[]): Keys =>
  sql`(select true from act t where t.city = m.city and t.stream = m.id and t.seat = any (${seats}::uuid[]) limit 1)`;

/** Of several words each, asked of a matter whose key was looked at. A single one is what its sources were asked for. */
export const wordsLeft = ({ terms }: SearchText): Keys[] =>
  terms.length < 2
    ? []
    : terms.map(({ fragment, units, seats }) => {
        const ways = [
          ...(units.length ? [sql`m.units && ${units}::uuid[]`] : []),
          sql`(select true from matter_words w where w.city = m.city and w.matter = m.id and w.words like ${pattern(fragment)})`,
          ...(seats.length ? [actedOn(seats)] : []),
        ];
        return sql`(${sql.join(ways, sql` or `)})`;
      });
