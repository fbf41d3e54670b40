import { describe, expect, test } from 'vitest';
import { testDatabase } from '../support/database.ts';

const { owner } = await testDatabase();

/** Tables of no city, each with its reason. */
const OF_NO_CITY = new Set([
  'migration', // of the database itself
  'login', // a login is typed before any city is known; the register of all cities
  'sign_in_attempt', // so is a failed attempt
  'setup_code', // opens a database in which there is no city yet
]);

type Key = { table: string; name: string; type: 'p' | 'f' | 'u'; columns: string[]; referenced: string | null };

async function keys(): Promise<Key[]> {
  const { rows } = await owner.query<Key>(`
    select c.conrelid::regclass::text as table, c.conname as name, c.contype as type,
           array(select a.attname::text from unnest(c.conkey) with ordinality k (n, place)
                 join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.n order by k.place) as columns,
           nullif(c.confrelid, 0)::regclass::text as referenced
    from pg_constraint c join pg_class t on t.oid = c.conrelid
    where t.relnamespace = 'public'::regnamespace and c.contype in ('p', 'f', 'u')`);
  return rows;
}

describe('every table of a city can be spread by city, and is walled by it', () => {
  test('primary, foreign and unique keys begin with city', async () => {
    const wrong = (await keys()).filter(
      ({ table, columns, referenced }) =>
        !OF_NO_CITY.has(table) && columns[0] !== 'city' && !(referenced !== null && OF_NO_CITY.has(referenced)),
    );
    expect(wrong).toEqual([]);
  });

  test('every table has a primary key and a city', async () => {
    const { rows } = await owner.query<{ table: string; keyed: boolean; city: boolean }>(`
      select t.relname as table,
             exists (select from pg_constraint c where c.conrelid = t.oid and c.contype = 'p') as keyed,
             exists (select from pg_attribute a where a.attrelid = t.oid and a.attname = 'city' and a.attnotnull) as city
      from pg_class t where t.relnamespace = 'public'::regnamespace and t.relkind in ('r', 'p')`);
    expect(rows.length).toBeGreaterThan(8);
    expect(rows.filter(({ keyed }) => !keyed)).toEqual([]);
    expect(rows.filter(({ table, city }) => !city && !OF_NO_CITY.has(table))).toEqual([]);
  });

  test('row-level security stands on every table but the list of migrations', async () => {
    const { rows } = await owner.query<{ name: string }>(`
      select relname as name from pg_class
      where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relrowsecurity`);
    expect(rows.map(({ name }) => name)).toEqual(['migration']);
  });

  test('policies name the role and ask for the city once a query, not once a row', async () => {
    const { rows } = await owner.query<{ table: string; name: string; text: string }>(`
      select tablename as table, policyname as name, concat(qual, ' ', with_check) as text from pg_policies`);
    expect(rows.length).toBeGreaterThan(8);
    const perRow = rows.filter(({ text }) =>
      /app_(city|seat|role|units)\(\)/.test(text.replace(/SELECT app_\w+\(\)/g, '')),
    );
    expect(perRow).toEqual([]);
  });

  test('the application’s role is neither superuser nor owner, and cannot pass the wall', async () => {
    const { rows } = await owner.query(`
      select rolsuper, rolbypassrls, rolcreatedb, rolcreaterole,
        (select count(*)::int from pg_class where relowner = r.oid) as owns
      from pg_roles r where rolname = 'huiyin_app'`);
    expect(rows).toEqual([{ rolsuper: false, rolbypassrls: false, rolcreatedb: false, rolcreaterole: false, owns: 0 }]);
  });

  test('a function that runs with its owner’s rights fixes its search path', async () => {
    const { rows } = await owner.query(`
      select proname from pg_proc
      where pronamespace = 'public'::regnamespace and prosecdef
        and not coalesce(proconfig::text, '') like '%search_path%'`);
    expect(rows).toEqual([]);
  });
});
