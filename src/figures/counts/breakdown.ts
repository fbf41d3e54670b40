import { findEnterprises, findScheme, findUnits } from '../../directory/index.ts';
import type { Uuid } from '../../kernel/index.ts';
import { countMarks, type FactQuery, type Split } from '../../matters/index.ts';
import type { Mechanism } from '../../mechanism/index.ts';
import type { Tx } from '../../platform/postgres/index.ts';
import { NONE, type Breakdown, type FigureQuery } from './count.contract.ts';

type Named = { zh: string; en: string };
/** How the keys that the facts are told apart by become the groups that are shown, and what those are called. */
export type Grouping = {
  readonly split: Split;
  /** The group of a key. */
  readonly of: (key: string | null) => string | null;
  readonly name: (group: string | null) => Named | null;
  readonly below: (group: string | null) => boolean;
  /** Groups in the order in which they are shown. */
  readonly order: (a: string | null, b: string | null) => number;
};

const byText = (a: string | null, b: string | null): number => ((a ?? '￿') < (b ?? '￿') ? -1 : a === b ? 0 : 1);
const plain = (split: Split): Grouping => ({
  split,
  of: (key) => key,
  name: () => null,
  below: () => false,
  order: byText,
});
const SIZES = ['large', 'medium', 'small', 'micro', 'unknown', 'none'];

/** What a breakdown needs to know of the city. */
export async function groupingOf(
  tx: Tx,
  facts: FactQuery,
  mechanism: Mechanism,
  query: FigureQuery & { by: Breakdown },
): Promise<Grouping> {
  const { city } = facts;
  switch (query.by) {
    case 'unit': {
      const units = await findUnits(tx, city);
      const sort = (id: string | null) => units.get(id ?? '')?.sort ?? Infinity;
      return {
        ...plain({ by: 'unit' }),
        name: (id) => both(units.get(id ?? '')?.name),
        order: (a, b) => sort(a) - sort(b) || byText(a, b),
      };
    }
    case 'channel':
      return { ...plain({ by: 'channel' }), name: (key) => mechanism.channels?.[key ?? ''] ?? both(key) };
    case 'category': {
      const categories = await categoriesOf(tx, city, mechanism);
      return {
        ...plain({ by: 'category', below: query.category && query.category !== NONE ? query.category : null }),
        name: (code) => named(categories.get(code ?? '')) ?? both(code),
        below: (code) => [...categories.values()].some(({ parent }) => parent === code && code !== null),
      };
    }
    case 'size':
    case 'place': {
      const of = await enterprisesBehind(tx, facts);
      const keep = (key: string | null) =>
        key === null ? null : (of.get(key)?.[query.by as 'size' | 'place'] ?? 'unknown');
      const order =
        query.by === 'size'
          ? (a: string | null, b: string | null) => SIZES.indexOf(a ?? NONE) - SIZES.indexOf(b ?? NONE)
          : byText;
      return { ...plain({ by: 'enterprise' }), of: keep, order, name: query.by === 'place' ? both : () => null };
    }
    default:
      return plain({ by: query.by });
  }
}

/** The categories of a mechanism’s scheme as it is now, by code. */
async function categoriesOf(tx: Tx, city: number, { scheme }: Mechanism) {
  const found = scheme === undefined ? undefined : await findScheme(tx, city, scheme);
  return new Map((found?.categories ?? []).map((category) => [category.code, category]));
}

/** The categories above one, from the top, it included. */
export async function wayOf(
  tx: Tx,
  city: number,
  mechanism: Mechanism,
  code: string | undefined,
): Promise<{ code: string; name: Named }[]> {
  if (code === undefined || code === NONE) return [];
  const categories = await categoriesOf(tx, city, mechanism);
  const way: { code: string; name: Named }[] = [];
  for (let at = categories.get(code); at && way.length < 20; at = categories.get(at.parent ?? ''))
    way.unshift({ code: at.code, name: named(at) ?? { zh: at.code, en: at.code } });
  return way;
}

/** The enterprises whose matters are counted, with what is derived of each. */
async function enterprisesBehind(tx: Tx, facts: FactQuery) {
  const kinds = await countMarks(tx, facts, { split: { by: 'enterprise' }, mask: 0, sums: false });
  return findEnterprises(
    tx,
    facts.city,
    kinds.flatMap(({ key }) => key ?? []),
  );
}

/** The enterprises of a size or in a place; null for whoever is none, undefined where nothing is asked. */
export async function enterprisesOf(
  tx: Tx,
  facts: FactQuery,
  { size, place }: FigureQuery,
): Promise<FactQuery['enterprises']> {
  if (size === undefined && place === undefined) return undefined;
  if (size === NONE || place === NONE) return null;
  const found: Uuid[] = [];
  for (const [id, one] of await enterprisesBehind(tx, facts))
    if ((size === undefined || one.size === size) && (place === undefined || (one.place ?? 'unknown') === place))
      found.push(id);
  return found;
}

const both = (text: string | null | undefined): Named | null => (text ? { zh: text, en: text } : null);
const named = (category: { zh: string; en: string | null } | undefined): Named | null =>
  category ? { zh: category.zh, en: category.en ?? category.zh } : null;
