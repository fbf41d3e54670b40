import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { addDays } from '../../kernel/index.ts';
import { transact, type Tx } from '../../platform/postgres/index.ts';
import { countMarks, type Split } from './count.store.ts';
import type { FactQuery } from './fact-query.ts';
import type { Fact } from './fact.rules.ts';
import { writeFact } from './fact.store.ts';
import { sumFacts, wholeMonths } from './sum.store.ts';

const { pool, owner } = await testDatabase();
// Facts alone are looked at here: no matter stands behind them.
await owner.query('alter table matter_fact drop constraint matter_fact_city_matter_fkey');

const uuid = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const MECHANISM = 'appeal';
/** Minutes, half of them behind and half ahead, so that some writes are of times past and others of now. */
const zero = Math.floor(Date.now() / 60_000) * 60_000 - 30 * 60_000;
const moment = (minute: number) => new Date(zero + minute * 60_000);
const FIRST = '2026-01-20';

type Step =
  | {
      readonly do: 'write';
      readonly matter: number;
      readonly lead: number | null;
      readonly marks: number;
      readonly day: number;
      readonly joined: boolean;
    }
  | {
      readonly do: 'write-late';
      readonly matter: number;
      readonly marks: number;
      readonly day: number;
      readonly minute: number;
    }
  | { readonly do: 'sum' };

const day = fc.integer({ min: 0, max: 90 });
const marks = fc.integer({ min: 0, max: 7 });
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant('write' as const),
      matter: fc.integer({ min: 0, max: 9 }),
      lead: fc.option(fc.integer({ min: 1, max: 3 })),
      marks,
      day,
      joined: fc.boolean(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('write-late' as const),
      matter: fc.integer({ min: 50, max: 59 }),
      marks,
      day,
      minute: fc.integer({ min: 0, max: 26 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('sum' as const) }) },
);
const splits: readonly (Split | null)[] = [null, { by: 'unit' }, { by: 'month' }, { by: 'quarter' }];
const question = fc.record({
  from: day,
  days: fc.integer({ min: 0, max: 90 }),
  asOf: fc.option(fc.integer({ min: 0, max: 58 })),
  unit: fc.option(fc.option(fc.integer({ min: 1, max: 3 })), { nil: undefined }),
  split: fc.constantFrom(...splits),
  mask: marks,
});

const factOf = (given: { lead?: number | null; marks: number; day: number; joined?: boolean }): Fact => ({
  mechanism: MECHANISM,
  lead: given.lead ? uuid(900 + given.lead) : null,
  category: [],
  channel: null,
  originator: null,
  marks: given.marks,
  bounces: given.marks % 3,
  returns: given.marks % 2,
  reopenings: 0,
  amount: null,
  answer: null,
  there: null,
  joined: given.joined ?? false,
  registeredOn: addDays(FIRST, given.day),
  by: 'registered',
  struck: false,
});

let city = 100;
/** Lives a history in a city of its own; each step a minute after the one before. */
async function live(steps: readonly Step[]): Promise<number> {
  city++;
  await owner.query('insert into city (city, name) values ($1, $2)', [city, String(city)]);
  const late = new Set<number>();
  for (const [minute, one] of steps.entries())
    await transact(pool, { city, system: true }, async (tx) => {
      if (one.do === 'sum') return minute >= 3 ? sumFacts(tx, city, MECHANISM, moment(minute - 3)) : undefined;
      if (one.do === 'write') return writeFact(tx, city, uuid(one.matter), factOf(one), moment(minute).toISOString());
      const past = Math.min(one.minute, minute);
      // Once each: a matter's own acts never go back in time.
      if (late.has(one.matter)) return undefined;
      late.add(one.matter);
      return writeFact(tx, city, uuid(one.matter), factOf(one), moment(past).toISOString());
    });
  return city;
}
const sorted = (rows: Awaited<ReturnType<typeof countMarks>>) => rows.map((row) => JSON.stringify(row)).toSorted();
const held = async (tx: Tx, of: number): Promise<number> =>
  (
    await tx.run<{ n: number }>(
      { name: 'test.bases', text: 'select count(*)::integer as n from fact_base where city = $1' },
      [of],
    )
  )[0]!.n;

describe('a count from sums', () => {
  test('is the count of the facts, whatever was written since or of before, for any span, unit and moment', async () => {
    let fromSums = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 20, maxLength: 55 }),
        fc.array(question, { minLength: 6, maxLength: 12 }),
        async (steps, questions) => {
          const of = await live(steps);
          const ask = (tx: Tx) =>
            Promise.all(
              questions.map(({ from, days, asOf, unit, split, mask }) => {
                const first = addDays(FIRST, from);
                const q: FactQuery = {
                  city: of,
                  mechanism: MECHANISM,
                  from: first,
                  to: addDays(first, days),
                  asOf: asOf === null ? null : moment(asOf),
                  unit: typeof unit === 'number' ? uuid(900 + unit) : unit,
                };
                return countMarks(tx, q, { split, mask, sums: true }).then(sorted);
              }),
            );
          const [withSums, without] = await transact(pool, { city: of, system: true }, async (tx) => {
            fromSums += await held(tx, of);
            const before = await ask(tx);
            await tx.run({ name: 'test.forget', text: 'delete from fact_base where city = $1' }, [of]);
            return [before, await ask(tx)];
          });
          expect(withSums).toEqual(without);
        },
      ),
      { numRuns: 40 },
    );
    expect(fromSums, 'sums were there to be counted from').toBeGreaterThan(10);
  }, 60_000);

  test('is of the sums, and reads no fact that stood still', async () => {
    const of = await live([]);
    await owner.query(
      `insert into matter_fact (city, matter, since, until, mechanism, lead, category, marks, bounces, returns, reopenings, registered_on, counted_on)
        select $1, gen_random_uuid(), $2::timestamptz + n * interval '1 millisecond', 'infinity', $3, $4, '{}', n % 4, 0, 0, 0, d, d
        from generate_series(1, 30000) n, lateral (select date '2026-01-01' + n % 59 as d) x`,
      [of, moment(-600), MECHANISM, uuid(901)],
    );
    await owner.query('analyze matter_fact');
    const q: FactQuery = { city: of, mechanism: MECHANISM, from: '2026-01-01', to: '2026-02-28', asOf: null };
    await transact(pool, { city: of, system: true }, (tx) => sumFacts(tx, of, MECHANISM));
    // Behind the back of the sums: whoever counted the facts would find thirty thousand.
    await owner.query('update fact_sum set n = 1 where city = $1', [of]);
    const rows = await transact(pool, { city: of, system: true }, (tx) =>
      countMarks(tx, q, { split: { by: 'unit' }, mask: 0, sums: false }),
    );
    expect(rows).toEqual([{ key: uuid(901), marks: 0, n: 8, bounces: 0, returns: 0, reopenings: 0, amount: 0 }]);
  });

  test('is nobody’s to make who is not the program itself', async () => {
    const of = await live([{ do: 'write', matter: 1, lead: 1, marks: 1, day: 1, joined: false }]);
    const seat = { city: of, account: uuid(1), seat: uuid(2), role: 'supervisor', units: [] };
    await expect(transact(pool, seat, (tx) => sumFacts(tx, of, MECHANISM))).rejects.toThrow(/row-level security/u);
  });
});

describe('an act of now', () => {
  test('leaves the sums, and one of a time before them takes them away', async () => {
    const write = { do: 'write', lead: 1, marks: 1, day: 1, joined: false } as const;
    const of = await live([
      ...[0, 1, 2, 3].map((matter) => ({ ...write, matter })),
      { do: 'sum' },
      { ...write, matter: 5 },
    ]);
    const there = () => transact(pool, { city: of, system: true }, (tx) => held(tx, of));
    expect(await there()).toBe(1);
    await transact(pool, { city: of, system: true }, (tx) =>
      writeFact(tx, of, uuid(60), factOf(write), moment(0).toISOString()),
    );
    expect(await there()).toBe(0);
  });
});

test.each([
  ['2026-01-01', '2026-12-31', '2026-01-01', '2026-12-31'],
  ['2026-01-02', '2026-03-30', '2026-02-01', '2026-02-28'],
  ['2026-01-31', '2026-02-28', '2026-02-01', '2026-02-28'],
])('the whole months from %s to %s are those from %s to %s', (from, to, first, last) => {
  expect(wholeMonths(from, to)).toEqual({ first, last });
});
test.each([
  ['2026-03-02', '2026-03-31'],
  ['2026-03-02', '2026-04-29'],
  ['9999-12-15', '9999-12-31'],
])('there is no whole month from %s to %s', (from, to) => {
  expect(wholeMonths(from, to)).toBeNull();
});
