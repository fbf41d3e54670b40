import { beforeAll, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { aCaller } from '../../../test/support/callers.ts';
import {
  asked,
  desk,
  head,
  id,
  manyMatters,
  office,
  one,
  seat,
  term,
  text,
  three,
  two,
} from '../../../test/support/many-matters.ts';
import type { Uuid } from '../../kernel/index.ts';
import type { Caller } from '../../platform/identity/contract.ts';
import { transact, type Tx } from '../../platform/postgres/index.ts';
import { walkMatters, type WalkQuery } from './walk.store.ts';

const { pool, owner } = await testDatabase();

beforeAll(() => manyMatters(pool, owner));

/** The plans of what some work sends; nothing of it runs. */
async function plansOf(caller: Caller, work: (tx: Tx) => Promise<unknown>): Promise<string> {
  const plans: string[] = [];
  await transact(pool, caller, async (tx) => {
    Object.assign(tx.db.getExecutor(), {
      executeQuery: async (query: { sql: string; parameters: unknown[] }) => {
        const statement = { name: '', text: `explain ${query.sql}` };
        const rows = await tx.run<{ 'QUERY PLAN': string }>(statement, query.parameters);
        plans.push(rows.map((row) => row['QUERY PLAN']).join('\n'));
        return { rows: [{ id: null, edge_id: null }] };
      },
    });
    await work(tx);
  });
  return plans.join('\n');
}

it.each<[sentence: string, caller: Caller, query: Partial<WalkQuery>, index: RegExp]>([
  ['paused', office, { sort: 'newest', paused: 'yes' }, /matter_paused/],
  ['bounced', office, { sort: 'newest', bounced: 'yes' }, /matter_bounced/],
  ['confidential', office, { sort: 'newest', confidential: 'yes' }, /matter_confidential/],
  ['with a slip', office, { sort: 'newest', color: 'red' }, /matter_slip/],
  ['registered', office, { sort: 'newest', registeredFrom: '2025-03-01' }, /matter_registered/],
  ['under a category', office, { sort: 'newest', category: '07', mechanism: 'none' }, /matter_fact_pkey/],
  ['of a mechanism', office, { sort: 'newest', mechanism: 'none' }, /matter_mechanism/],
  ['a stance in the city', office, { stance: 'refused' }, /matter_due/],
  ['a stance of a unit', desk, { stance: 'refused', units: [one] }, /assignment_due/],
  ['a stance of three, newest', head, { stance: 'refused', units: [one, two], sort: 'newest' }, /assignment_newest/],
  ['paused, by deadline', office, { paused: 'yes' }, /matter_due/],
  ['by whom', office, { actors: [seat] }, /Function Scan on acted_matters/],
  [
    'a unit and a word',
    office,
    { text: text(term('道路'), term('第三局', { units: [three] })) },
    /Function Scan on find_matters/,
  ],
  [
    'two units',
    office,
    { text: text(term('第三局', { units: [three] }), term('第一局', { units: [one] })) },
    /assignment_newest/,
  ],
])('%s is walked by an index, and no table is read as a whole', async (_, caller, query, index) => {
  const plan = await plansOf(caller, (tx) => walkMatters(tx, asked(query)));
  expect(plan).toMatch(index);
  expect(plan).not.toMatch(/Seq Scan on (matter|assignment|act|matter_words)/);
});

it('asks of no key whether the seat may read it: of a matter that is asked once, where it is shown', async () => {
  const stranger = aCaller({ unit: id(9) });
  const query = asked({ color: 'red', units: [one, two], others: true });
  const plan = await plansOf(stranger, (tx) => walkMatters(tx, query));
  expect(plan.match(/ on matter /gu)).toHaveLength(1);
});

it('finds who acted by the index of seats', async () => {
  const { rows } = await owner.query<{ 'QUERY PLAN': string }>(`explain select distinct a.stream from act a
      where a.city = 1 and a.seat = '${seat}' and a.stream < '${id(999)}' order by a.stream desc limit 50`);
  expect(rows.map((row) => row['QUERY PLAN']).join('\n')).toMatch(/Index Only Scan Backward using act_seat/);
});

it('looks at half as many keys a page of units that are not one’s own, and finds the same', async () => {
  const walk = async (others: boolean) => {
    const ids: Uuid[] = [];
    for (let pages = 1, after: WalkQuery['after'] = null; ; pages++) {
      const query = asked({ units: [two], sort: 'newest', bounced: '3', others, after });
      const { found, edge } = await transact(pool, office, (tx) => walkMatters(tx, query));
      ids.push(...found.map((row) => row.id));
      if (!edge) return { ids, pages };
      after = edge;
    }
  };
  const [own, others] = [await walk(false), await walk(true)];
  expect(others).toEqual({ ids: own.ids, pages: (own.pages - 1) * 2 + 1 });
  expect(own.ids.length).toBeGreaterThan(1);
});
