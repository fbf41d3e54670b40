import { beforeAll, describe, expect, it } from 'vitest';
import { aCaller } from '../../../test/support/callers.ts';
import { testDatabase } from '../../../test/support/database.ts';
import {
  asked,
  desk,
  head,
  id,
  manyMatters,
  MATTERS,
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
import { transact } from '../../platform/postgres/index.ts';
import { countUpTo } from './count.store.ts';
import { LOOKS, walkMatters, type WalkQuery } from './walk.store.ts';

const { pool, owner } = await testDatabase();

beforeAll(() => manyMatters(pool, owner));

/** Every matter that the pages give, and the most pages that it took. */
async function walked(caller: Caller, query: Partial<WalkQuery>): Promise<{ ids: Uuid[]; pages: number }> {
  const ids: Uuid[] = [];
  let pages = 0;
  for (let after: WalkQuery['after'] = null; ; pages++) {
    const { found, edge } = await transact(pool, caller, (tx) => walkMatters(tx, asked({ ...query, after })));
    ids.push(...found.map((row) => row.id));
    after = found.length === 50 ? found.at(-1)!.key : edge;
    if (!after) return { ids, pages: pages + 1 };
  }
}

const ofUnits = (units: readonly Uuid[]): string => `units && '{${units.join(',')}}'::uuid[]`;
const stanceOf = (stance: string): string =>
  `exists (select from assignment a where a.matter = matter.id and a.stance = '${stance}')`;
type Case = [sentence: string, caller: Caller, query: Partial<WalkQuery>, where: string, order: string];
const cases: Case[] = [
  ['what is paused, newest first', office, { sort: 'newest', paused: 'yes' }, 'paused', 'id desc'],
  [
    '… of what is open',
    office,
    { sort: 'newest', paused: 'yes', open: true },
    `paused and phase <> 'closed'`,
    'id desc',
  ],
  ['… by deadline', office, { paused: 'yes' }, `paused and phase <> 'closed'`, 'due_at, id'],
  ['what was refused once', office, { sort: 'newest', bounced: 'yes' }, 'bounces > 0', 'id desc'],
  ['… twice at least', office, { sort: 'newest', bounced: '2' }, 'bounces >= 2', 'id desc'],
  ['what has a red slip', office, { sort: 'newest', color: 'red' }, `slip = 'red'`, 'id desc'],
  ['… by deadline', office, { color: 'red' }, `slip = 'red' and phase <> 'closed'`, 'due_at, id'],
  [
    'what is filed under a category, or below it',
    office,
    { sort: 'newest', category: '07' },
    `exists (select from matter_fact f where f.matter = id and '07' = any (f.category))`,
    'id desc',
  ],
  [
    'what came in by one way',
    office,
    { sort: 'newest', channel: 'phone' },
    `exists (select from matter_fact f where f.matter = id and f.channel = 'phone')`,
    'id desc',
  ],
  ['what is confidential', office, { sort: 'newest', confidential: 'yes' }, 'confidential', 'id desc'],
  [
    'what is confidential of a unit',
    desk,
    { sort: 'newest', confidential: 'yes', units: [one] },
    `confidential and ${ofUnits([one])}`,
    'id desc',
  ],
  [
    'what is confidential and paused of an area',
    office,
    { sort: 'newest', confidential: 'yes', paused: 'yes', area: '城市建设' },
    'confidential and paused',
    'id desc',
  ],
  [
    'registered in three days',
    office,
    { sort: 'newest', registeredFrom: '2025-02-01', registeredTo: '2025-02-03' },
    `registered_at >= '2025-02-01 00:00+08' and registered_at < '2025-02-04 00:00+08'`,
    'registered_at desc, id desc',
  ],
  [
    'registered since and still open, by deadline',
    office,
    { registeredFrom: '2025-06-01' },
    `registered_at >= '2025-06-01 00:00+08' and phase <> 'closed'`,
    'due_at, id',
  ],
  [
    'last acted on in three days',
    office,
    { sort: 'newest', updatedFrom: '2025-02-01', updatedTo: '2025-02-03' },
    `updated_at >= '2025-02-01 00:00+08' and updated_at < '2025-02-04 00:00+08'`,
    'id desc',
  ],
  ['of a mechanism that nobody has', office, { sort: 'newest', mechanism: 'none' }, 'false', 'id'],
  ['where a unit refused', office, { sort: 'newest', stance: 'refused' }, stanceOf('refused'), 'id desc'],
  [
    'where this unit helps',
    head,
    { sort: 'newest', part: 'co', units: [three] },
    `exists (select from assignment a where a.matter = matter.id and a.unit = '${three}' and part = 'co')`,
    'id desc',
  ],
  [
    'what three units have open, refused by one of them, by deadline',
    head,
    { stance: 'refused', units: [one, two, three] },
    `phase <> 'closed' and ${stanceOf('refused')}`,
    'due_at, id',
  ],
  [
    'all that two units lead, a matter of both once',
    head,
    { sort: 'newest', part: 'lead', units: [one, three] },
    `lead = '${one}'`,
    'id desc',
  ],
  [
    'on what somebody acted',
    office,
    { actors: [seat] },
    `exists (select from act a where a.stream = matter.id and a.seat = '${seat}')`,
    'id desc',
  ],
  [
    '… of what is open',
    office,
    { actors: [seat], open: true },
    `phase <> 'closed' and exists (select from act a where a.stream = matter.id and a.seat = '${seat}')`,
    'id desc',
  ],
  ['… on no seat', office, { actors: [] }, 'false', 'id'],
  [
    '… of one unit and open',
    desk,
    { actors: [seat], units: [one], phase: 'working' },
    `phase = 'working' and ${ofUnits([one])}
      and exists (select from act a where a.stream = matter.id and a.seat = '${seat}')`,
    'id desc',
  ],
  [
    'a word, or a unit of that name',
    office,
    { text: text(term('苇塘', { units: [three] })) },
    `${ofUnits([three])} or exists (select from matter_words w where w.matter = id and words = '苇塘')`,
    'id desc',
  ],
  [
    'a word, of what is open',
    office,
    { text: text(term('苇塘')), open: true },
    `phase <> 'closed' and n % 300 = 1`,
    'id desc',
  ],
  [
    'a unit and a rare word, that word in whatever order',
    office,
    { text: text(term('苇塘'), term('第三局', { units: [three] })) },
    `${ofUnits([three])} and n % 300 = 1`,
    'id desc',
  ],
  [
    'two units, each by name',
    office,
    { text: text(term('第三局', { units: [three] }), term('第一局', { units: [one] })) },
    `${ofUnits([three])} and ${ofUnits([one])}`,
    'id desc',
  ],
  [
    'a person, a unit and a word, of what is open',
    office,
    { text: text(term('白露', { seats: [seat] }), term('道路'), term('第三局', { units: [three] })), phase: 'working' },
    `phase = 'working' and n % 30 = 0 and ${ofUnits([three])} and n % 300 <> 1`,
    'id desc',
  ],
  [
    'a unit and a word, of what another unit has',
    desk,
    { text: text(term('道路'), term('第三局', { units: [three] })), units: [one] },
    `${ofUnits([three])} and ${ofUnits([one])} and n % 300 <> 1`,
    'id desc',
  ],
  [
    'a word on which somebody acted',
    office,
    { text: text(term('道路')), actors: [seat], paused: 'yes' },
    `paused and exists (select from act a where a.stream = matter.id and a.seat = '${seat}')`,
    'id desc',
  ],
];

describe('a walk', () => {
  it.each(cases)('finds %s: each once, none left out, in order', async (_, caller, query, where, order) => {
    const { rows } = await owner.query<{ id: Uuid }>(`select id from matter where ${where} order by ${order}`);
    const { ids } = await walked(caller, query);
    expect(ids).toEqual(rows.map((row) => row.id));
  });

  it('shows a seat nothing that it may not read, whoever acted on it', async () => {
    const stranger = aCaller({ unit: id(9) });
    const { ids } = await walked(stranger, { actors: [seat] });
    const { rows } = await owner.query(`select id from matter where n % 30 = 0 and open_to_city`);
    expect(ids.length).toBe(rows.length);
    expect((await walked(stranger, { sort: 'newest', confidential: 'yes' })).ids).toEqual([]);
  });

  it('gives a page of what it found and the way on where it has looked at enough', async () => {
    const { ids, pages } = await walked(office, { sort: 'newest', stance: 'refused' });
    expect(ids).toHaveLength(13);
    expect(pages).toBe(Math.floor(MATTERS / LOOKS) + 1);
  });
});

describe('a count', () => {
  const counted = (caller: Caller, query: Partial<WalkQuery>) =>
    transact(pool, caller, (tx) => countUpTo(tx, asked(query)));

  it.each<[sentence: string, caller: Caller, query: Partial<WalkQuery>, count: number, exact: boolean]>([
    ['of what is open', office, {}, 600, true],
    ['of what two units have open, a matter of both once', head, { units: [one, three] }, 600, true],
    ['of what is paused', office, { sort: 'newest', paused: 'yes' }, 30, true],
    ['of everything, which is too much to count', office, { sort: 'newest' }, 3000, false],
    ['of what is open, newest first', office, { sort: 'newest', open: true }, 600, true],
    ['of what a unit has open, newest first', desk, { sort: 'newest', open: true, units: [one] }, 600, true],
    ['of a span, whatever it is', office, { registeredTo: '2025-01-10', sort: 'newest' }, 479, true],
  ])('%s', async (_, caller, query, count, exact) => {
    expect(await counted(caller, query)).toEqual({ count, exact });
  });

  it('is of what the seat may read', async () => {
    const stranger = aCaller({ unit: id(9) });
    const { rows } = await owner.query(`select from matter where phase <> 'closed' and open_to_city`);
    expect(await counted(stranger, {})).toEqual({ count: rows.length, exact: true });
  });
});

describe('a seat that reads next to nothing of the city', () => {
  const stranger = aCaller({ unit: id(9) });
  const closed: Partial<WalkQuery> = { sort: 'newest', phase: 'closed', partly: true };
  beforeAll(() => owner.query('update matter set open_to_city = false where n % 900 <> 1'));

  it('is shown what it may read of all that is struck off, some thousand keys a page and no more', async () => {
    const { ids, pages } = await walked(stranger, closed);
    const { rows } = await owner.query<{ id: Uuid }>('select id from matter where open_to_city order by id desc');
    expect(ids).toEqual(rows.map((row) => row.id));
    expect(ids).toHaveLength(14);
    expect(pages).toBe(Math.floor((MATTERS * 19) / 20 / LOOKS) + 1);
  });

  it('is told how many there are of the first that were looked at, and that there may be more', async () => {
    expect(await transact(pool, stranger, (tx) => countUpTo(tx, asked(closed)))).toEqual({ count: 1, exact: false });
  });
});

describe('a seat that asks for what another unit has', () => {
  const stranger = aCaller({ unit: id(9) });
  const theirs: Partial<WalkQuery> = { sort: 'newest', units: [two], others: true, paused: 'yes' };
  const sealed = id(100_000 + 7);
  beforeAll(async () => {
    await owner.query('update matter set paused = true where lead = $1 and n % 300 < 10', [two]);
    await owner.query('update matter set sealed = true, open_to_city = false where id = $1', [sealed]);
    await owner.query('update assignment set sealed = true where matter = $1', [sealed]);
  });

  it('is shown what everybody may read of it', async () => {
    const { rows } = await owner.query<{ id: Uuid }>(
      'select id from matter where lead = $1 and paused and open_to_city order by id desc',
      [two],
    );
    expect((await walked(stranger, theirs)).ids).toEqual(rows.map((row) => row.id));
    expect(rows.length).toBeGreaterThan(1);
  });

  it('looks at keys of what is confidential, and of what is sealed at none', async () => {
    const keys = await transact(pool, stranger, (tx) =>
      tx.run<{ matter: Uuid }>({ name: '', text: 'select matter from assignment_key where unit = $1' }, [two]),
    );
    const { rows } = await owner.query<{ n: number }>(
      'select count(*)::integer as n from assignment where unit = $1 and not sealed',
      [two],
    );
    expect(keys).toHaveLength(rows[0]!.n);
    expect(keys.map((key) => key.matter)).not.toContain(sealed);
  });
});

describe('a unit’s list of one mechanism', () => {
  beforeAll(async () => {
    await owner.query(
      `insert into mechanism select (jsonb_populate_record(null::mechanism, to_jsonb(m) || '{"key": "other"}')).* from mechanism m`,
    );
    await owner.query(
      `with oldest as (select matter from assignment where unit = $1 order by matter limit 5),
        moved as (update matter set mechanism = 'other' where id in (select matter from oldest))
      update assignment set mechanism = 'other' where matter in (select matter from oldest)`,
      [one],
    );
  });

  it('comes on one page, however much the unit has of others since then', async () => {
    const { rows } = await owner.query<{ id: Uuid }>(
      `select id from matter where mechanism = 'other' order by id desc`,
    );
    const { ids, pages } = await walked(desk, { units: [one], mechanism: 'other', sort: 'newest' });
    expect({ ids, pages }).toEqual({ ids: rows.map((row) => row.id), pages: 1 });
    expect(ids).toHaveLength(5);
  });

  it('is searched in what the unit has of it', async () => {
    const query = { units: [one], mechanism: 'other', text: text(term('道路')) };
    const { ids } = await walked(desk, query);
    const { rows } = await owner.query<{ id: Uuid }>(`select m.id from matter m join matter_words w on w.matter = m.id
      where m.mechanism = 'other' and w.words like '%道路%' order by m.id desc`);
    expect(ids).toEqual(rows.map((row) => row.id));
  });
});
