import { expect, test } from 'vitest';
import { aCaller } from '../../../test/support/callers.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { plansOf } from '../../../test/support/plans.ts';
import { LAST_UUID } from '../../kernel/index.ts';
import { listShown, type ShownFilter } from './log.store.ts';

const { pool, owner } = await testDatabase();
// Who was shown what is looked at alone: nobody stands behind it.
await owner.query(`do $$ declare c text; begin
  for c in select conname from pg_constraint where conrelid = 'contact_shown'::regclass and contype = 'f' loop
    execute format('alter table contact_shown drop constraint %I', c);
  end loop; end $$`);
await owner.query(`insert into contact_shown (city, id, originator, seat, unit, matter, purpose, at)
  select 1, gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), '核实',
    timestamptz '2026-01-01' + n * interval '1 minute' from generate_series(1, 5000) n`);
await owner.query('analyze contact_shown');
const seat = aCaller({ role: 'supervisor', unit: null });
const none = { unit: null, seat: null, matter: null, originator: null, from: null, until: null, after: null };

test.each<[sentence: string, filter: Partial<ShownFilter>, index: string]>([
  ['everything', {}, 'contact_shown_at'],
  ['a unit', { unit: LAST_UUID }, 'contact_shown_unit'],
  ['a seat', { seat: LAST_UUID }, 'contact_shown_seat'],
  ['a seat of a unit', { seat: LAST_UUID, unit: LAST_UUID }, 'contact_shown_seat'],
  ['a matter', { matter: LAST_UUID }, 'contact_shown_matter'],
  ['whoever was shown', { originator: LAST_UUID }, 'contact_shown_originator'],
])('the log of %s is read from where the page before ended, by an index of its own', async (_, filter, index) => {
  const [plan] = await plansOf(pool, seat, (tx) => listShown(tx, 1, { ...none, ...filter }, 50));
  expect(plan).toMatch(new RegExp(`using ${index} on contact_shown l`, 'u'));
  expect(plan).toMatch(/Index Cond: .*at <= /u);
  expect(plan).not.toMatch(/Seq Scan on contact_shown/u);
});
