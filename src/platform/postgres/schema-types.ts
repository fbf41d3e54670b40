import type { Pool } from './pool.ts';

type Column = {
  readonly table_name: string;
  readonly column_name: string;
  readonly type: string;
  readonly nullable: boolean;
  readonly has_default: boolean;
  readonly always: boolean;
};

/** The TypeScript type in which a column's values arrive; see `types.ts` for the parsers behind them. */
const TYPES: Readonly<Record<string, string>> = {
  bool: 'boolean',
  bytea: 'Buffer',
  date: 'string',
  float4: 'number',
  float8: 'number',
  int2: 'number',
  int4: 'number',
  int8: 'number',
  json: 'unknown',
  jsonb: 'unknown',
  name: 'string',
  numeric: 'string',
  text: 'string',
  timestamptz: 'Date',
  tsvector: 'string',
  uuid: 'string',
  varchar: 'string',
  xid8: 'string',
};

const HEAD = `// Written by \`npm run schema\` from the migrated database; a test compares. Do not edit.
import type { Generated, GeneratedAlways } from 'kysely';
`;

/**
 * The Kysely `Schema` interface of a migrated database, as the text of a TypeScript file: every table and view of the
 * public schema, columns in their order, defaults as `Generated`, identities and computed columns as `GeneratedAlways`.
 *
 * @throws when a column has a type that the list above does not know, so that none becomes \`any\` unseen.
 */
export async function describeSchema(owner: Pool): Promise<string> {
  const { rows } = await owner.query<Column>(`
    select c.relname as table_name, a.attname as column_name, t.typname as type, not a.attnotnull as nullable,
           a.atthasdef as has_default, a.attidentity = 'a' or a.attgenerated <> '' as always
    from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    join pg_type t on t.oid = a.atttypid
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm') and not c.relispartition
    order by c.relname collate "C", a.attnum`);
  const tables = Map.groupBy(rows, (row) => row.table_name);
  const bodies = [...tables].map(([table, columns]) => `  ${table}: {\n${columns.map(property).join('')}  };\n`);
  const text = bodies.join('');
  const used = HEAD.replace(
    'Generated, GeneratedAlways',
    ['Generated', 'GeneratedAlways'].filter((name) => text.includes(`${name}<`)).join(', '),
  );
  return `${used}\nexport interface Schema {\n${text}}\n`;
}

function property(column: Column): string {
  const base = typeOf(column);
  const type = column.nullable ? `${base} | null` : base;
  const whole = column.always ? `GeneratedAlways<${type}>` : column.has_default ? `Generated<${type}>` : type;
  return `    ${column.column_name}: ${whole};\n`;
}

function typeOf({ type, table_name, column_name }: Column): string {
  const element = TYPES[type.replace(/^_/, '')];
  if (!element) throw new Error(`no TypeScript type is chosen for ${type} (${table_name}.${column_name})`);
  return type.startsWith('_') ? `${element}[]` : element;
}
