import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { aCaller } from '../../../test/support/callers.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { LAST_UUID, type Uuid } from '../../kernel/index.ts';
import { transact } from '../../platform/postgres/index.ts';
import { publishMechanism } from '../index.ts';
import type { MatterState } from '../life/state.rules.ts';
import { gramsOf, wordsOf } from '../life/words.rules.ts';
import { searchMatters } from './list.store.ts';

// Ten years: 4,000 matters of the last fifty days in which a word does not stand, and before them, every fifty days, one in which it does.

const { pool, owner } = await testDatabase();
const CITY = 1;
const system = { city: CITY, system: true } as const;
const office = aCaller({ role: 'supervisor', unit: null });
const [WORD, OTHER] = ['改造苇塘路管网', '完成道路整修'];
const AGES = 70;
const FIRST = 0x0150;
const old = (age: number): Uuid => `${(FIRST + age).toString(16).padStart(4, '0')}0000-0000-7000-8000-000000000001`;
const recent = (n: number): Uuid =>
  `${(FIRST + AGES).toString(16).padStart(4, '0')}0000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const mechanismOf = (age: number): string => (age % 10 === 0 ? 'appeal' : 'weekly-assignment');
const ages = Array.from({ length: AGES }, (_, age) => age);

beforeAll(async () => {
  await owner.query(`insert into city (city, name) values ($1, '莲城市')`, [CITY]);
  for (const key of ['weekly-assignment', 'appeal']) {
    const source = readFileSync(join(import.meta.dirname, `../../../mechanisms/${key}.yaml`), 'utf8');
    await transact(pool, system, (tx) => publishMechanism(tx, system, { source }, new Date('2026-03-16T02:00:00Z')));
  }
  const row = (id: Uuid, n: number, mechanism: string, text: string) => ({
    id,
    n,
    mechanism,
    ...wordsOf(id, { number: String(n), area: null, text, mechanism } as MatterState),
  });
  const rows = [
    ...ages.map((age) => row(old(age), age, mechanismOf(age), WORD)),
    ...Array.from({ length: 4000 }, (_, n) => row(recent(n), 1000 + n, 'weekly-assignment', OTHER)),
  ];
  await owner.query(
    `with given as (select * from json_to_recordset($1) as r (id uuid, n integer, mechanism text, words text, grams json)),
    matters as (
      insert into matter (city, id, mechanism, version, number, n, stage, phase, units, open_to_city, due_at, todo_at, updated_at, seq, hash,
        state, registered_at)
      select 1, id, mechanism, 1, n::text, n, 'verified', 'closed', '{}', true, 'infinity', 'infinity', now(), 1, '\\x00',
        json_build_object('n', n)::text, now() from given)
    insert into matter_words (city, matter, words, grams, units)
    select 1, id, words, array_to_tsvector(array(select json_array_elements_text(grams))), '{}' from given`,
    [JSON.stringify(rows)],
  );
  await owner.query('vacuum (analyze)');
});

const page = (after: Uuid | null, besides: { mechanism?: string } = {}, limit = 20): Promise<Uuid[]> =>
  transact(pool, office, async (tx) => {
    const query = {
      city: CITY,
      after: after === null ? null : { at: '', id: after },
      limit,
      now: new Date(),
      units: null,
      ...besides,
    };
    return (await searchMatters(tx, query, gramsOf(WORD), [WORD])).map(({ id }) => id);
  });

const newestFirst = ages.map(old).toReversed();

async function allPages(): Promise<Uuid[]> {
  const found: Uuid[] = [];
  for (let after: Uuid | null = LAST_UUID; after;) {
    const next = await page(after);
    found.push(...next);
    after = next.length === 20 ? next.at(-1)! : null;
  }
  return found;
}

describe('a word that only old matters have', () => {
  it('is found the newest first, page after page, each once', async () => {
    expect(await allPages()).toEqual(newestFirst);
  });

  it('is found in one mechanism at once, and in no other', async () => {
    expect(await page(null, { mechanism: 'appeal' })).toEqual(
      newestFirst.filter((id) => mechanismOf(ages.find((age) => old(age) === id)!) === 'appeal'),
    );
    expect(await page(null, { mechanism: 'dispute' })).toEqual([]);
  });

  it('is not found by the signs that stand beside it in the index', async () => {
    expect(gramsOf('#appeal')).toEqual(['appeal']);
    expect(gramsOf('@0150')).toEqual(['0150']);
  });
});

describe('a word that more old matters have than one look at the index gives', () => {
  // Ten in place of twenty thousand.
  beforeAll(async () => {
    const { rows } = await owner.query<{ text: string }>(
      `select pg_get_functiondef(oid) as text from pg_proc where proname = 'find_matters'`,
    );
    const fewer = rows[0]!.text.replace('many constant integer := 20000', 'many constant integer := 10');
    expect(fewer).not.toBe(rows[0]!.text);
    await owner.query(fewer);
  });

  it('is found likewise, in steps from the newest days on', async () => {
    expect(await allPages()).toEqual(newestFirst);
  });
});
