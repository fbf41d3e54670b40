import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { aCaller } from '../../../test/support/callers.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { plansOf } from '../../../test/support/plans.ts';
import type { Tx } from '../../platform/postgres/index.ts';
import { countCounted, countDays, countMarks, findSpan } from './count.store.ts';
import type { FactQuery } from './fact-query.ts';
import { summed } from './sum.store.ts';

const { pool, owner } = await testDatabase();
await owner.query('alter table matter_fact drop constraint matter_fact_city_matter_fkey');
await owner.query(`
  insert into matter_fact (city, matter, since, until, mechanism, category, marks, bounces, returns, reopenings, registered_on, counted_on)
    select 1, gen_random_uuid(), at, case when n % 3 = 0 then at + interval '1 day' else 'infinity' end, 'appeal', '{}', n % 8, 0, 0, 0,
      at::date, at::date
    from generate_series(1, 20000) n, lateral (select timestamptz '2024-01-01 09:00+08' + n * interval '1 hour' as at) t`);
await owner.query('analyze matter_fact');

const seat = aCaller({ role: 'supervisor', unit: null });
const now: FactQuery = { city: 1, mechanism: 'appeal', from: '2026-03-05', to: '2026-03-20', asOf: null };
const then: FactQuery = { ...now, asOf: new Date('2026-03-12T02:00:00Z') };
const tests = [{ mask: 1, value: 1 }];
const between = { from: 'registered', to: 'answered' } as const;
const ordinals = { first: '2024-01-01', at: [0, 1, 2] };

test.each<[sentence: string, work: (tx: Tx) => Promise<unknown>, index: RegExp]>([
  ['marks by unit', (tx) => countMarks(tx, now, { split: { by: 'unit' }, mask: 3, sums: false }), /matter_fact_now/u],
  [
    '… as of a moment',
    (tx) => countMarks(tx, then, { split: { by: 'unit' }, mask: 3, sums: false }),
    /matter_fact_then/u,
  ],
  [
    '… by enterprise',
    (tx) => countMarks(tx, now, { split: { by: 'enterprise' }, mask: 0, sums: false }),
    /matter_fact_now/u,
  ],
  ['days', (tx) => countDays(tx, now, { split: null, test: tests[0]!, between, ordinals }), /matter_fact_now/u],
  ['how many they are', (tx) => countCounted(tx, now, { tests, bounced: 'bounces' }), /matter_fact_now/u],
  ['since when there are figures', (tx) => findSpan(tx, 1, 'appeal'), /matter_fact_now/u],
])('of figures, %s: only the facts of the days asked for are read', async (_, work, index) => {
  const [plan] = await plansOf(pool, seat, work).then((all) => all.slice(-1));
  expect(plan).toMatch(index);
  expect(plan).not.toMatch(/Seq Scan on (matter|matter_fact)/u);
});

test('what began and what ended since the sums is found by when it did, and no other fact is read', async () => {
  const year = { ...now, from: '2024-01-01', to: '2026-12-31' };
  const asked = async (tx: Tx) => {
    // Nothing runs, so the moment of the sums is told.
    const base = { ...tx, run: async () => [{ asOf: new Date('2026-04-12T02:00:00Z') }] as never[] };
    const rows = await summed(base, year);
    await tx.db.executeQuery(sql`select * from ${rows!}`.compile(tx.db));
  };
  const [plan] = await plansOf(pool, seat, asked);
  expect(plan).toMatch(/fact_sum_pkey/u);
  expect(plan).toMatch(/matter_fact_began/u);
  expect(plan).toMatch(/matter_fact_ended/u);
  expect(plan).not.toMatch(/Seq Scan on matter_fact|matter_fact_now|matter_fact_then/u);
});
