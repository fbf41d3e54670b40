import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addUnits } from '../../src/directory/index.ts';
import { bigrams, type Uuid } from '../../src/kernel/index.ts';
import { publishMechanism } from '../../src/matters/index.ts';
import type { Term } from '../../src/matters/lists/search.store.ts';
import type { WalkQuery } from '../../src/matters/lists/walk.store.ts';
import { transact, type Pool } from '../../src/platform/postgres/index.ts';
import { aCaller } from './callers.ts';

// A city of more matters than a count or a page of a walk looks at, each in a way of its own by its number.

const CITY = 1;
const NOW = new Date('2026-03-16T02:00:00Z');
export const MATTERS = 12_000;
/** The id of that number; those of matters begin at 100,001. */
export const id = (n: number): Uuid => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`;
export const [one, two, three] = [id(1), id(2), id(3)];
export const office = aCaller({ role: 'supervisor', unit: null });
export const desk = aCaller({ unit: one });
export const head = aCaller({ role: 'head', unit: one, units: [one, two, three] });
/** Who acted on every thirtieth. */
export const seat = id(77);

const fill = `
  create temp table made as select n, ('01900000-0000-7000-8000-' || lpad((100000 + n)::text, 12, '0'))::uuid as id,
      ('01900000-0000-7000-8000-' || lpad((1 + n % 2)::text, 12, '0'))::uuid as lead,
      ('01900000-0000-7000-8000-' || lpad('3', 12, '0'))::uuid as co, n % 20 = 0 as open, n % 700 = 0 as secret,
      case when n % 20 = 0 then timestamptz '2026-03-01 15:00+08' + (n % 40) * interval '1 day' else 'infinity' end as due,
      case when n % 20 = 0 then 'working' else 'closed' end as stage, case when n % 300 = 1 then '苇塘' else '道路' end as text
    from generate_series(1, ${MATTERS}) n;
  insert into matter (city, id, mechanism, version, number, n, stage, phase, area, lead, units, open_to_city, due_at, todo_at, updated_at,
      seq, hash, state, confidential, paused, bounces, registered_at, slip)
    select 1, id, 'weekly-assignment', 1, n::text, n, stage, stage, '城市建设', lead, case when n % 5 = 0 then array[lead, co] else array[lead] end,
      not secret, due, due, now(), 1, '\\x00', '{}', secret, n % 400 = 0, case when n % 1000 = 999 then 1 + n / 1000 % 3 else 0 end,
      timestamptz '2025-01-01 00:00+08' + n * interval '30 minutes',
      case when n % 800 = 0 then 'red' when n % 400 = 0 then 'blue' end from made;
  insert into assignment (city, matter, unit, mechanism, sealed, part, stance, phase, stage, area, bounces, due_at, todo_at)
    select 1, id, lead, 'weekly-assignment', false, 'lead', case when n % 900 = 0 then 'refused' else 'done' end, stage, stage, '城市建设', 0, due, due from made;
  insert into assignment (city, matter, unit, mechanism, sealed, part, stance, phase, stage, area, bounces, due_at, todo_at)
    select 1, id, co, 'weekly-assignment', false, 'co', 'done', stage, stage, '城市建设', 0, due, due from made where n % 5 = 0;
  -- Others', so that a unit is one of many, as in a city.
  insert into assignment (city, matter, unit, mechanism, sealed, part, stance, phase, stage, area, bounces, due_at, todo_at)
    select 1, id, ('01900000-0000-7000-8000-' || lpad((200 + n % 40)::text, 12, '0'))::uuid, 'weekly-assignment', false, 'co', 'done', stage, stage, '城市建设', 0, due, due from made;
  insert into matter_fact (city, matter, since, until, mechanism, category, channel, marks, bounces, returns, reopenings, registered_on)
    select 1, id, now(), 'infinity', 'weekly-assignment', case n % 500 when 3 then '{07,0701}' when 4 then '{07}' else '{}' end::text[],
      case when n % 600 = 5 then 'phone' end, 0, 0, 0, 0, '2025-01-01' from made;
  insert into matter_words (city, matter, words, grams, units) select m.city, m.id, text, array_to_tsvector(array[text, '@' || left(m.id::text, 4)]), m.units
    from made join matter m using (id);
  insert into act (city, stream, seq, id, kind, seat, at, body, hash) select 1, id, 1, id, 'register', case when n % 30 = 0 then '${seat}'::uuid end,
    now(), '{}', sha256('') from made;
`;

/** Fills a database with them: of two units, a third helping with every fifth. */
export async function manyMatters(pool: Pool, owner: Pool): Promise<void> {
  await owner.query(`insert into city (city, name) values ($1, '莲城市')`, [CITY]);
  const source = readFileSync(join(import.meta.dirname, '../../mechanisms/weekly-assignment.yaml'), 'utf8');
  const system = { city: CITY, system: true } as const;
  await transact(pool, system, async (tx) => {
    const others = Array.from({ length: 40 }, (_, n) => id(200 + n));
    const units = [one, two, three, ...others].map((unit, n) => ({
      id: unit,
      name: `第${n}局`,
      kind: 'department' as const,
    }));
    await addUnits(tx, system, units, NOW);
    await publishMechanism(tx, system, { source }, NOW);
  });
  await owner.query(fill);
  await owner.query('vacuum (analyze)');
}

/** What is asked of a walk; by deadline there is only what is open. */
export const asked = (given: Partial<WalkQuery>): WalkQuery => ({
  city: CITY,
  after: null,
  limit: 50,
  now: NOW,
  units: null,
  open: given.sort !== 'newest' && !given.text && !given.actors,
  ...given,
});

/** A word that is looked for. */
export const term = (word: string, more: Partial<Term> = {}): Term => ({
  grams: bigrams(word),
  fragment: word,
  units: [],
  seats: [],
  ...more,
});
export const text = (...terms: Term[]): WalkQuery['text'] => ({ terms, grams: [] });
