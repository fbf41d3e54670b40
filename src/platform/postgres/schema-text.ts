import type { Pool } from './pool.ts';

type Relation = { readonly name: string; readonly kind: 'table' | 'view'; readonly text: string };
/** What belongs to a table, as one statement; `after` sorts it among the rest of its table. */
type Part = { readonly of: string; readonly text: string };

const HEAD = `-- The database as all migrations together leave it, for reading: what columns, indexes and policies a table has now, what a function does now.
-- Written by \`npm run schema\`; a test compares. Nothing is set up from it: that is what migrations are for.
`;

// Partitions stand for the table that they are a part of; what an extension brings is not ours.
const OURS = `n.nspname = 'public' and not exists (select from pg_depend d where d.objid = o.oid and d.deptype = 'e')`;

const RELATIONS = `
  select o.relname as name, 'table' as kind, string_agg('  ' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
      || case when a.attidentity <> '' then ' generated ' || case a.attidentity when 'a' then 'always' else 'by default' end || ' as identity'
           when a.attgenerated <> '' then ' generated always as (' || pg_get_expr(d.adbin, d.adrelid) || ') stored'
           when d.oid is not null then ' default ' || pg_get_expr(d.adbin, d.adrelid) else '' end
      || case when a.attnotnull then ' not null' else '' end, E',\\n' order by a.attnum) as text
  from pg_class o join pg_namespace n on n.oid = o.relnamespace
  join pg_attribute a on a.attrelid = o.oid and a.attnum > 0 and not a.attisdropped
  left join pg_attrdef d on d.adrelid = o.oid and d.adnum = a.attnum
  where o.relkind in ('r', 'p') and not o.relispartition and ${OURS} group by o.relname
  union all
  select o.relname, 'view', pg_get_viewdef(o.oid) from pg_class o join pg_namespace n on n.oid = o.relnamespace
  where o.relkind in ('v', 'm') and ${OURS}
  order by kind, name`;

const PARTS = `
  select of, text from (
    select c.conrelid::regclass::text as of, 1 as nth, c.conname as name,
      'alter table ' || c.conrelid::regclass || ' add constraint ' || c.conname || ' ' || pg_get_constraintdef(c.oid) as text
    from pg_constraint c join pg_class o on o.oid = c.conrelid join pg_namespace n on n.oid = o.relnamespace
    where c.contype in ('p', 'u', 'c', 'f', 'x') and not o.relispartition and ${OURS}
    union all
    select i.indrelid::regclass::text, 2, o.relname, replace(pg_get_indexdef(i.indexrelid), ' ON public.', ' ON ')
    from pg_index i join pg_class o on o.oid = i.indexrelid join pg_namespace n on n.oid = o.relnamespace
    where not o.relispartition and not exists (select from pg_constraint c where c.conindid = i.indexrelid) and ${OURS}
    union all
    select t.tgrelid::regclass::text, 3, t.tgname, replace(pg_get_triggerdef(t.oid), ' ON public.', ' ON ')
    from pg_trigger t join pg_class o on o.oid = t.tgrelid join pg_namespace n on n.oid = o.relnamespace
    where not t.tgisinternal and not o.relispartition and ${OURS}
    union all
    select o.relname, 4, p.polname, 'create policy ' || p.polname || ' on ' || o.relname
      || case when p.polpermissive then '' else ' as restrictive' end
      || ' for ' || case p.polcmd when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' when 'd' then 'delete' else 'all' end
      || ' to ' || array_to_string(array(select r.rolname from pg_roles r where r.oid = any (p.polroles) order by 1), ', ')
      || coalesce(E'\\n  using ' || pg_get_expr(p.polqual, p.polrelid, true), '')
      || coalesce(E'\\n  with check ' || pg_get_expr(p.polwithcheck, p.polrelid, true), '')
    from pg_policy p join pg_class o on o.oid = p.polrelid join pg_namespace n on n.oid = o.relnamespace where ${OURS}
    union all
    select o.relname, 5, g.grantee::regrole::text,
      'grant ' || string_agg(lower(g.privilege_type), ', ' order by g.privilege_type) || ' on ' || o.relname || ' to ' || g.grantee::regrole
    from pg_class o join pg_namespace n on n.oid = o.relnamespace cross join aclexplode(o.relacl) g
    where o.relkind in ('r', 'p', 'v', 'm') and not o.relispartition and g.grantee <> o.relowner and g.grantee <> 0 and ${OURS}
    group by o.relname, g.grantee
    union all
    select o.relname, 6, g.grantee::regrole::text || g.privilege_type,
      'grant ' || lower(g.privilege_type) || ' (' || string_agg(a.attname, ', ' order by a.attnum) || ') on ' || o.relname || ' to ' || g.grantee::regrole
    from pg_class o join pg_namespace n on n.oid = o.relnamespace
    join pg_attribute a on a.attrelid = o.oid and a.attnum > 0 and not a.attisdropped cross join aclexplode(a.attacl) g
    where o.relkind in ('r', 'p', 'v', 'm') and not o.relispartition and g.grantee <> o.relowner and g.grantee <> 0 and ${OURS}
    group by o.relname, g.grantee, g.privilege_type
  ) part order by of collate "C", nth, name collate "C"`;

const FUNCTIONS = `
  select replace(pg_get_functiondef(o.oid), ' FUNCTION public.', ' FUNCTION ') as text,
    -- Without a list of its own everybody may call it.
    case when o.proacl is null then 'public' else (select string_agg(case g.grantee when 0 then 'public' else g.grantee::regrole::text end, ', ' order by 1)
      from aclexplode(o.proacl) g where g.grantee <> o.proowner) end as callers
  from pg_proc o join pg_namespace n on n.oid = o.pronamespace
  where o.prokind in ('f', 'p') and ${OURS} order by o.proname collate "C", pg_get_function_identity_arguments(o.oid)`;

/**
 * A migrated database as SQL to be read: every table of the public schema with its columns, constraints, indexes, triggers,
 * policies and rights, then the views, then the functions. The same database gives the same text.
 */
export async function describeDatabase(owner: Pool): Promise<string> {
  const all = async <R>(text: string): Promise<R[]> => (await owner.query(text)).rows as R[];
  const parts = Map.groupBy(await all<Part>(PARTS), ({ of }) => of);
  const relations = (await all<Relation>(RELATIONS)).map(({ name, kind, text }) =>
    [
      kind === 'view' ? `create view ${name} as\n${text.trimEnd()}\n` : `create table ${name} (\n${text}\n);\n`,
      ...(parts.get(name) ?? []).map((part) => `${part.text};\n`),
    ].join(''),
  );
  const functions = (await all<{ text: string; callers: string | null }>(FUNCTIONS)).map(
    ({ text, callers }) => `-- May be called by: ${callers ?? 'nobody but its owner'}.\n${text.trimEnd()};\n`,
  );
  return [HEAD, ...relations, ...functions].join('\n');
}
