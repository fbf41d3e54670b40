import type { Uuid } from '../../kernel/index.ts';
import type { Tx } from '../../platform/postgres/index.ts';
import type { Category, Scheme, SchemeName } from './scheme.contract.ts';
import type { PublishedScheme } from './scheme-entry.rules.ts';

const COLUMNS = `s.key, s.version, json_build_object('zh', s.name_zh, 'en', s.name_en) as name, s.published_at as at, s.seat`;
const CATEGORIES = `(select coalesce(json_agg(json_build_object('code', c.code, 'parent', c.parent, 'zh', c.zh, 'en', c.en,
    'retired', c.retired) order by c.n), '[]')
  from category c where c.city = s.city and c.scheme = s.key and c.version = s.version) as categories`;

type Listed = { key: string; version: number; name: SchemeName; at: Date; seat: Uuid | null };
type Whole = Listed & { categories: Category[] };

const one = {
  name: 'scheme.one',
  text: `select ${COLUMNS}, ${CATEGORIES} from scheme s
    where s.city = $1 and s.key = $2 and ($3::integer is null or s.version = $3) order by s.version desc limit 1`,
};

/** A version of a scheme with all its categories, the newest where none is named; undefined where there is none. */
export async function findScheme(tx: Tx, city: number, key: string, version?: number): Promise<Scheme | undefined> {
  const [row] = await tx.run<Whole>(one, [city, key, version ?? null]);
  if (!row) return undefined;
  const { at, seat: _, ...scheme } = row;
  return { ...scheme, publishedAt: at.toISOString() };
}

const way = {
  name: 'scheme.way',
  text: `with recursive newest as (
      select version from scheme where city = $1 and key = $2 order by version desc limit 1),
    up (code, parent, retired, level) as (
      select c.code, c.parent, c.retired, 0 from category c, newest
        where c.city = $1 and c.scheme = $2 and c.version = newest.version and c.code = $3
      union all
      select c.code, c.parent, c.retired, up.level + 1 from up, newest, category c
        where c.city = $1 and c.scheme = $2 and c.version = newest.version and c.code = up.parent)
    select newest.version, array_agg(up.code order by up.level desc) as way, bool_or(up.retired) as retired
    from newest, up group by newest.version`,
};

/** Where a category stands in a scheme as it is now, its codes from the top down; undefined where it is not, or out of use. */
export async function findCategory(
  tx: Tx,
  city: number,
  key: string,
  code: string,
): Promise<{ scheme: string; version: number; code: string; way: string[] } | undefined> {
  const [row] = await tx.run<{ version: number; way: string[]; retired: boolean }>(way, [city, key, code]);
  return row && !row.retired ? { scheme: key, version: row.version, code, way: row.way } : undefined;
}

const known = { name: 'scheme.known', text: 'select from category where city = $1 and code = $2 limit 1' };

/** Whether any scheme of the city, in any version, has a category of this code. */
export const isCategory = async (tx: Tx, city: number, code: string): Promise<boolean> =>
  (await tx.run(known, [city, code])).length > 0;

const names = {
  name: 'scheme.names',
  text: `select c.zh, c.en from unnest($4::text[]) with ordinality as w (code, n)
    join category c on c.city = $1 and c.scheme = $2 and c.version = $3 and c.code = w.code order by w.n`,
};

/** What the categories on a way were called in that version, in its order. */
export const findCategoryNames = (
  tx: Tx,
  city: number,
  { scheme, version, way: codes }: { scheme: string; version: number; way: readonly string[] },
): Promise<{ zh: string; en: string | null }[]> => tx.run(names, [city, scheme, version, codes]);

const list = {
  name: 'scheme.list',
  text: `select ${COLUMNS}, (select count(*)::integer from category c
      where c.city = s.city and c.scheme = s.key and c.version = s.version and not c.retired) as categories
    from scheme s where s.city = $1 order by s.key, s.version desc`,
};

/** Every version of every scheme, newest first, with the number of its categories in use. */
export const listSchemeVersions = (tx: Tx, city: number): Promise<(Listed & { categories: number })[]> =>
  tx.run(list, [city]);

const keys = { name: 'scheme.keys', text: 'select distinct key from scheme where city = $1' };
const whole = {
  name: 'scheme.whole',
  text: `select ${COLUMNS}, ${CATEGORIES} from scheme s
    where s.city = $1 and s.key = any ($2::text[]) order by s.key, s.version`,
};

/** Every version, oldest first, of the schemes whose key is wanted. */
export async function readSchemes(tx: Tx, city: number, wanted: (key: string) => boolean): Promise<Whole[]> {
  const found = (await tx.run<{ key: string }>(keys, [city])).map(({ key }) => key).filter(wanted);
  return found.length ? tx.run<Whole>(whole, [city, found]) : [];
}

const insert = {
  name: 'scheme.insert',
  text: `with s as (insert into scheme (city, key, version, name_zh, name_en, published_at, seat)
      values ($1, $2, $3, $4, $5, $6, $7))
    insert into category (city, scheme, version, code, n, parent, zh, en, retired)
    select $1, $2, $3, value ->> 'code', n, value ->> 'parent', value ->> 'zh', value ->> 'en', (value ->> 'retired')::boolean
    from json_array_elements($8) with ordinality as c (value, n)`,
};

/** Writes a version and its categories, which nothing alters afterwards. */
export async function insertScheme(
  tx: Tx,
  city: number,
  { key, name, categories }: PublishedScheme,
  { version, at, seat }: { version: number; at: string; seat: Uuid | null },
): Promise<void> {
  await tx.run(insert, [city, key, version, name.zh, name.en, at, seat, JSON.stringify(categories)]);
}
