import { bigrams } from '../src/kernel/index.ts';
import type { ListQuery } from '../src/matters/lists/filter.store.ts';
import { listMatters, searchMatters } from '../src/matters/lists/list.store.ts';
import type { Caller } from '../src/platform/identity/index.ts';
import { transact, type Pool, type Tx } from '../src/platform/postgres/index.ts';
import { median, type Row } from './row.ts';
import type { World } from './world/world.ts';

const TURNS = 60;
const PAGE = 50;

/** As the ledger itself asks: what is open, by its deadline. */
const asked = (city: number, units: ListQuery['units']): ListQuery => ({
  city,
  after: null,
  open: true,
  limit: PAGE,
  now: new Date(),
  units,
});
type Case = { readonly name: string; readonly caller: Caller; readonly read: (tx: Tx) => Promise<unknown[]> };

/** The first page of a seat's ledger under row-level security, against the very statement for the owner, who has none. */
export async function firstPage(world: World): Promise<Row[]> {
  const cases = world.seats
    .filter(({ who }) => !/^unit \d/.test(who))
    .map(({ who, caller }): Case => {
      const query = asked(world.city, caller.units.length ? caller.units : null);
      return { name: who, caller, read: (tx) => listMatters(tx, query) };
    });
  return compared(
    world,
    `first page of a seat's ledger among ${world.matters.toLocaleString('en-US')} matters`,
    1.5,
    cases,
  );
}

const WORDS = ['完成', '托位', '苇苇', '鲸鱼', '征迁收尾', '冬季取暖', '完成清单'];

/** Searches of two and of four characters, common, rare and in vain, against the same for the owner. */
export async function search(world: World): Promise<Row[]> {
  const seats = world.seats.filter(({ who }) => /rarest|commonest|office/.test(who));
  const cases = seats.flatMap(({ who, caller }) =>
    WORDS.map((word): Case => {
      const query = asked(world.city, caller.units.length ? caller.units : null);
      return { name: `${word} by ${who}`, caller, read: (tx) => searchMatters(tx, query, bigrams(word), [word]) };
    }),
  );
  return compared(world, 'search of two and of four characters under row-level security', 3, cases);
}

async function compared(world: World, what: string, most: number, cases: readonly Case[]): Promise<Row[]> {
  const results = [];
  for (const { name, caller, read } of cases) {
    const [under, past]: [number[], number[]] = [[], []];
    for (let turn = -3; turn < TURNS; turn++) {
      const one = await timed(world.pool, caller, read);
      const other = await timed(world.owner, caller, read);
      if (one.rows < other.rows && caller.role === 'supervisor')
        throw new Error(`${name}: the office does not see all`);
      if (turn >= 0) {
        under.push(one.ms);
        past.push(other.ms);
      }
    }
    results.push({
      name,
      under: median(under),
      past: median(past),
      ratio: median(under.map((ms, i) => ms / past[i]!)),
    });
  }
  const worst = results.toSorted((a, b) => b.ratio - a.ratio)[0]!;
  const all = results.map(({ name, under, ratio }) => `${name} ${under.toFixed(1)} ms (${ratio.toFixed(2)})`);
  return [
    {
      what: `${what}, worst case: ${worst.name}`,
      measured: worst.under,
      unit: 'ms',
      ceiling: { what: 'the same statement by the owner, without policies', measured: worst.past },
      ratio: worst.ratio,
      aim: { bound: 'at most', value: most, of: 'ratio' },
      note: `medians of ${TURNS}: ${all.join('; ')}`,
    },
  ];
}

async function timed(pool: Pool, caller: Caller, read: Case['read']): Promise<{ ms: number; rows: number }> {
  const since = performance.now();
  const rows = await transact(pool, caller, read);
  return { ms: performance.now() - since, rows: rows.length };
}
