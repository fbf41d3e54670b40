import { beforeAll, expect, test } from 'vitest';
import { aCaller } from '../../../test/support/callers.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { LAST_UUID, type Uuid } from '../../kernel/index.ts';
import { transact, type Tx } from '../../platform/postgres/index.ts';
import { countGroups, findGroups, findOpen } from './duplicates.store.ts';

const { pool, owner } = await testDatabase();
const CITY = 3;
const PREFIX = '01900000-0000-7000-8000-';
const at = (n: number): string => PREFIX + String(n).padStart(12, '0');
const office = aCaller({ city: CITY, role: 'supervisor', unit: null });
const MATTERS = 60_000;

beforeAll(async () => {
  await owner.query(`insert into city (city, name) values ($1, '远城市')`, [CITY]);
  // Of many matters nearly all are closed; the few that are open are of two mechanisms. Every pair of numbers is a group.
  await owner.query(`begin; set local session_replication_role = replica;
    insert into matter (city, id, mechanism, version, number, n, stage, phase, lead, units, open_to_city, due_at, todo_at, updated_at,
        seq, hash, state, registered_at)
      select ${CITY}, ('${PREFIX}' || lpad(n::text, 12, '0'))::uuid, case when n % 2 = 0 then 'one' else 'other' end, 1, n::text, n, 'x',
        case when n % 10 in (0, 1) and n > ${MATTERS - 10_000} then 'working' else 'closed' end,
        null, '{}', true, 'infinity', 'infinity', now(), 1, '\\x00', '{"text": "路"}', now() from generate_series(1, ${MATTERS}) n;
    insert into duplicate_search (city, mechanism, found_at, read, whole) values (${CITY}, 'one', now(), 10000, false);
    insert into duplicate_group (city, mechanism, newest, matters, size)
      select ${CITY}, 'one', ('${PREFIX}' || lpad((n + 10)::text, 12, '0'))::uuid,
        array[('${PREFIX}' || lpad((n + 10)::text, 12, '0'))::uuid, ('${PREFIX}' || lpad((n + 2 * (n / 20 % 2))::text, 12, '0'))::uuid], 2
      from generate_series(20, ${MATTERS - 20}, 20) n;
    commit`);
  await owner.query('analyze matter, duplicate_group');
});

/** What some work finds, and the plans of all that it asks, as the office and under row-level security. */
async function planned<T>(work: (tx: Tx) => Promise<T>): Promise<{ found: T; plan: string }> {
  let plan = '';
  const found = await transact(pool, office, (tx) =>
    work({
      db: tx.db,
      run: async ({ name, text }, values) => {
        const rows = await tx.run<{ 'QUERY PLAN': string }>(
          { name: `${name}.explained`, text: `explain ${text}` },
          values,
        );
        plan += rows.map((row) => row['QUERY PLAN']).join('\n');
        return tx.run({ name, text }, values);
      },
    }),
  );
  return { found, plan };
}

test('the newest that are open of a mechanism are found by an index, without what is closed', async () => {
  const { found, plan } = await planned((tx) => findOpen(tx, CITY, 'one', 3));
  expect(found).toEqual([at(60_000), at(59_990), at(59_980)]);
  expect(plan).toMatch(/matter_phase_newest/u);
  expect(plan).not.toMatch(/Seq Scan on matter\b/u);
});

test('a page of groups looks up its own matters alone, goes on by key, and leaves out a group of which one is closed', async () => {
  const { found, plan } = await planned((tx) => findGroups(tx, CITY, 'one', LAST_UUID, 2));
  expect(found.map(({ newest }) => newest)).toEqual([at(59_970), at(59_930)]);
  expect(plan).toMatch(/duplicate_group_pkey/u);
  expect(plan).not.toMatch(/Seq Scan/u);
  const next = await planned((tx) => findGroups(tx, CITY, 'one', at(59_930) as Uuid, 1));
  expect(next.found.map(({ newest }) => newest)).toEqual([at(59_890)]);
});

test('groups are counted no further than is told, and no matter is read through', async () => {
  const { found, plan } = await planned((tx) => countGroups(tx, CITY, ['one', 'other'], 100));
  expect(found).toBe(100);
  expect(plan).not.toMatch(/Seq Scan on matter\b/u);
});
