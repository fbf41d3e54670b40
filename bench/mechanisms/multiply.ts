import type { Pool, PoolClient } from 'pg';

/** What a copy has of its own: all else of a row is as it was. Words are SQL over the row `r` and the copy's number `k`. */
const OWN: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  round: { id: 'bench_copy(r.id, k)', number: 'r.number + 100 * k' },
  matter: {
    id: 'bench_copy(r.id, k)',
    number: `r.number || '·' || k`,
    round: 'bench_copy(r.round, k)',
    parent: 'bench_copy(r.parent, k)',
    catalogue: `r.catalogue || ' ' || k`,
    hash: 'sha256(uuid_send(bench_copy(r.id, k)))',
    state: 'bench_state(r.state, r.number, kin.ids, k)',
  },
  assignment: { matter: 'bench_copy(r.matter, k)' },
  clock: { matter: 'bench_copy(r.matter, k)' },
  matter_words: { matter: 'bench_copy(r.matter, k)', words: `r.words || ' ' || k` },
  matter_fact: { matter: 'bench_copy(r.matter, k)' },
  matter_target: { matter: 'bench_copy(r.matter, k)' },
  listing: { matter: 'bench_copy(r.matter, k)', number: `r.number || '·' || k` },
};
const TABLES = Object.keys(OWN);

const HELPING = `
  create function bench_copy(id uuid, k integer) returns uuid immutable parallel safe language sql
    as $$ select overlay(id::text placing substr(md5(id::text || k), 1, 12) from 25)::uuid $$;
  -- A state names its matter's number, and what it is a part of or has parts in.
  create function bench_state(state text, number text, kin uuid[], k integer) returns text immutable parallel safe language plpgsql
    as $$
      declare one uuid;
      begin
        state := replace(state, '"' || number || '"', '"' || number || '·' || k || '"');
        foreach one in array coalesce(kin, '{}') loop
          state := replace(state, one::text, bench_copy(one, k)::text);
        end loop;
        return state;
      end
    $$;
  create unlogged table bench_kin as
    select m.id, array_agg(distinct k.id) as ids
    from matter m
      cross join lateral regexp_matches(m.state, '[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}', 'g') as found (one)
      join (select id from matter union all select id from round) k on k.id = found.one[1]::uuid
    group by m.id`;
const DONE = 'drop table bench_kin; drop function bench_copy, bench_state';
const INDEXES = `select c.relname as name, pg_get_indexdef(i.indexrelid) as definition
  from pg_index i join pg_class c on c.oid = i.indexrelid
  where i.indrelid = any ($1::regclass[]) and not exists (select from pg_constraint k where k.conindid = i.indexrelid)`;
const COLUMNS = `select table_name as "table", array_agg(column_name::text order by ordinal_position) as columns
  from information_schema.columns where table_schema = 'public' and table_name = any ($1) and is_generated = 'NEVER' group by 1`;

/**
 * Copies every matter of a database, with all rows that lists, searches and figures read, until there are so many; a copy has an id
 * and a number of its own, and is a part of the copy of what it was a part of. Their acts stay behind: no list reads any.
 * Constraints hold by construction, so their triggers rest; indexes are made at the end. Returns how many matters there are.
 */
export async function multiply(owner: Pool, count: number, say: (what: string) => void): Promise<number> {
  const client = await owner.connect();
  try {
    await client.query(`set session_replication_role = replica; set synchronous_commit = off; set work_mem = '256MB';
      set maintenance_work_mem = '512MB'; set max_parallel_maintenance_workers = 1`);
    const first = (await client.query<{ n: number }>('select count(*)::integer as n from matter')).rows[0]!.n;
    const indexes = (await client.query<{ name: string; definition: string }>(INDEXES, [TABLES])).rows;
    const statements = await statementsFor(client);
    await client.query(HELPING);
    for (const table of TABLES) await client.query(`create unlogged table bench_${table} as select * from ${table}`);
    for (const { name } of indexes) await client.query(`drop index ${name}`);
    const copies = Math.max(0, Math.ceil(count / first) - 1);
    for (let k = 1; k <= copies; k++) {
      for (const statement of statements) await client.query(statement, [k]);
      if (k % 20 === 0) say(`${first * (k + 1)} matters`);
    }
    for (const { name, definition } of indexes) {
      await client.query(definition);
      say(`index ${name}`);
    }
    for (const table of TABLES) await client.query(`drop table bench_${table}`);
    await client.query(DONE);
    return first * (copies + 1);
  } finally {
    client.release(true);
  }
}

async function statementsFor(client: PoolClient): Promise<string[]> {
  const { rows } = await client.query<{ table: string; columns: string[] }>(COLUMNS, [TABLES]);
  const columnsOf = new Map(rows.map(({ table, columns }) => [table, columns]));
  return TABLES.map((table) => {
    const columns = columnsOf.get(table)!;
    const values = columns.map((column) => OWN[table]![column] ?? `r.${column}`);
    const kin = table === 'matter' ? 'left join bench_kin kin on kin.id = r.id' : '';
    return `insert into ${table} (${columns.join(', ')}) select ${values.join(', ')}
      from bench_${table} r ${kin} cross join (select $1::integer as k) copy`;
  });
}
