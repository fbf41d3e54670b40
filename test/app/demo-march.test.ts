import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CITY } from '../../src/app/demo/city.ts';
import { seedDemo } from '../../src/app/demo/seed.ts';
import { subjects } from '../../src/app/subjects.ts';
import { behind, countFigures } from '../../src/figures/counts/count.ts';
import { topicsOfWeek } from '../../src/intake/topics/week.ts';
import { isNearlySame, likeness, shinglesOf } from '../../src/kernel/likeness.ts';
import { verifyLedger } from '../../src/ledger/index.ts';
import { findSamples } from '../../src/matters/index.ts';
import { stateOf, type MatterState } from '../../src/matters/life/state.rules.ts';
import { diskFiles } from '../../src/platform/files/index.ts';
import { transact } from '../../src/platform/postgres/index.ts';
import { aCaller } from '../support/callers.ts';
import { testDatabase } from '../support/database.ts';

// The demo city as whoever tries it finds it: its appeals of March 2023, and that its ledger is sound.

const { pool, owner } = await testDatabase();
const NOW = new Date('2026-11-27T02:00:00Z');
const MARCH = '2023-03';
const STRUCK = 'closed';
const ROAD = '工业北路';
const LAST_WEEK = '2026-11-16';
let folder = '';
let march: MatterState[] = [];
let others: MatterState[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'huiyin-demo-'));
  await seedDemo({ pool, files: diskFiles(folder) }, NOW);
  const { rows } = await owner.query<{ state: string }>(
    `select state from matter where mechanism = 'appeal' order by registered_at`,
  );
  const all = rows.map(({ state }) => stateOf(state));
  march = all.filter(({ registeredAt }) => registeredAt.startsWith(MARCH));
  others = all.filter((one) => !march.includes(one));
}, 120_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

/** In how many matters each kind of act was done. */
async function matterCounts(): Promise<Record<string, number>> {
  const { rows } = await owner.query<{ kind: string; n: number }>(
    `select a.kind, count(distinct a.stream)::integer as n from act a join matter m on m.city = a.city and m.id = a.stream
     where m.mechanism = 'appeal' and m.registered_at < '2023-05-01' group by 1`,
  );
  return Object.fromEntries(rows.map(({ kind, n }) => [kind, n]));
}

test('the stations of mediation stand under their centre, and all else under the city', async () => {
  const { rows } = await owner.query<{ below: string; above: string }>(
    `select u.short_name as below, p.short_name as above from unit u join unit p on p.city = u.city and p.id = u.parent
      where u.city = $1 order by u.sort`,
    [CITY],
  );
  const stations = ['东湖调解站', '清河调解站', '石梁调解站', '经开区调解站', '商会调解站', '物流调解站'];
  expect(rows).toEqual(stations.map((below) => ({ below, above: '涉企调解中心' })));
});

test('enough appeals were struck off for categories and units to be learned from them', () => {
  const closed = [...march, ...others].filter(({ stage }) => stage === STRUCK);
  expect(closed.length).toBeGreaterThanOrEqual(50);
});

test('one that is worked on was divided, and somebody helps with it: whoever tries the city finds both', async () => {
  const { rows } = await owner.query<{ helpers: number; mechanism: string }>(
    `select cardinality(p.helpers) as helpers, c.mechanism from matter p join matter c on c.city = p.city and c.parent = p.id
      where p.mechanism = 'appeal' and p.phase <> 'closed'`,
  );
  expect(rows).toEqual([{ helpers: 1, mechanism: 'task' }]);
});

describe('the demo’s March 2023', () => {
  test('45 of 45 appeals were answered within the month, 43 of 45 with five stars', () => {
    expect(march).toHaveLength(45);
    expect(march.filter(({ answer, stage }) => answer && stage === STRUCK)).toHaveLength(45);
    const last = march
      .map(({ updatedAt }) => updatedAt)
      .toSorted()
      .at(-1)!;
    expect(last < '2023-03-31T10:00:00Z').toBe(true);
    const stars = march.map(({ evaluations }) => evaluations.map((one) => one.stars).join());
    expect(stars.filter((one) => one === '5')).toHaveLength(43);
    expect(stars.filter((one) => one !== '5').toSorted()).toEqual(['3', '4']);
    expect(march.every(({ evaluations: [one] }) => one!.solved && one!.satisfied)).toBe(true);
  });

  test('its figures say so: 45 of 45 answered, 43 of 45 with five stars, each opening its matters', async () => {
    const office = aCaller({ city: CITY, role: 'supervisor', unit: null });
    const asked = { mechanism: 'appeal', from: `${MARCH}-01`, to: `${MARCH}-31` };
    const { whole } = await transact(pool, office, (tx) => countFigures(tx, office, asked, NOW));
    const parts = (key: string) => whole.flatMap((one) => (one.key === key ? [one.part, one.of] : []));
    expect(parts('response')).toEqual([45, 45]);
    expect(parts('five-star')).toEqual([43, 45]);
    const opened = await transact(pool, office, (tx) =>
      behind(tx, office, { ...asked, figure: 'five-star', side: 'part' }, NOW),
    );
    expect(opened.rows).toHaveLength(43);
    const numbers = march.map(({ number }) => number);
    expect(opened.rows.filter((row) => !numbers.includes(row.number))).toEqual([]);
  });

  test('all that can befall an appeal befell one', async () => {
    expect(await matterCounts()).toMatchObject({
      inquire: 6,
      reply: 6,
      join: 1,
      part: 1,
      gather: 1,
      extend: 1,
      grant: 1,
      reopen: 1,
      exclude: 1,
      review: 1,
      return: 2,
      publish: 6,
    });
    expect(
      march
        .map(({ counts }) => counts.bounces)
        .filter((n) => n > 0)
        .toSorted((a, b) => a - b),
    ).toEqual([1, 1, 1, 1, 1, 1, 2]);
    expect(
      others.filter(({ text }) => !text.includes(ROAD)).flatMap(({ stage }) => (stage === STRUCK ? [] : stage)),
    ).toEqual([
      'excluded',
      'answered',
      'working',
      // On the public list, long overdue.
      'working',
      'classified',
    ]);
  });

  test('last week several enterprises wrote of one road, and it is found; of those struck off a sample was drawn and partly called', async () => {
    const office = aCaller({ city: CITY, role: 'supervisor', unit: null });
    const { topics } = await transact(pool, office, (tx) => topicsOfWeek(tx, office, LAST_WEEK, NOW));
    expect(topics[0]).toMatchObject({ count: 7, senders: 7 });
    expect(topics[0]!.words.join()).toContain('围挡');
    const samples = await transact(pool, office, (tx) => findSamples(tx, CITY, null, 9));
    const waiting = new Set(others.flatMap(({ number, drawn }) => (drawn ? [number] : [])));
    expect(samples.map(({ week }) => week)).toEqual([LAST_WEEK, '2026-11-09']);
    expect(samples.map(({ drawn }) => drawn.length)).toEqual([5, 5]);
    expect(waiting.size).toBe(3);
  });

  test('they came by every channel, from enterprises of every size, of all kinds, to most units', async () => {
    const distinct = (of: (one: MatterState) => string | undefined | null) => new Set(march.map(of)).size;
    expect(distinct(({ channel }) => channel)).toBe(8);
    expect(distinct(({ category }) => category?.way[0])).toBe(7);
    expect(distinct(({ units }) => units.find(({ part }) => part === 'lead')?.unit)).toBeGreaterThan(14);
    expect(march.filter(({ units }) => units.length > 1).length).toBeGreaterThan(5);
  });

  test('nobody is told in these days of what was told then', async () => {
    const { rows } = await owner.query<{ n: number }>(
      `select count(*)::integer as n from outbox o join act a on a.city = o.city and a.id = o.id where a.at < '2023-05-01'`,
    );
    expect(rows).toEqual([{ n: 0 }]);
  });

  test('no two texts say nearly the same, but for the two of one road and what a chamber passed on', () => {
    const texts = [...march, ...others].map(({ text }) => ({ text, shingles: shinglesOf(text) }));
    const pairs = texts.flatMap((one, i) =>
      texts.slice(i + 1).flatMap((other) => {
        const shorter = Math.min(one.shingles.size, other.shingles.size);
        return isNearlySame(likeness(one.shingles, other.shingles), shorter) ? [[one.text, other.text]] : [];
      }),
    );
    expect(pairs).toEqual([
      [expect.stringContaining('路口东侧'), expect.stringContaining('路口西侧')],
      [expect.stringContaining('商会代会员转来'), expect.stringContaining('没有路灯')],
    ]);
  });

  test('no sentence that anybody wrote in them stands there twice', async () => {
    const { rows } = await owner.query<{ kind: string; body: string }>(
      `select a.kind, a.body from act a join matter m on m.city = a.city and m.id = a.stream
       where m.mechanism = 'appeal' and a.kind not in ('propose', 'gather', 'close')`,
    );
    const written = rows.flatMap(({ body }) => {
      const { given } = (JSON.parse(body) as { payload: { given?: Record<string, unknown> } }).payload;
      return ['text', 'result', 'reason', 'note'].map((key) => given?.[key]).filter((one) => typeof one === 'string');
    });
    expect(written.length).toBeGreaterThan(150);
    expect(new Set(written).size).toBe(written.length);
  });

  test('the whole ledger of the demo is sound', async () => {
    const verified = await transact(pool, { city: CITY, system: true }, (tx) => verifyLedger(tx, CITY, subjects));
    expect(verified).toMatchObject({ fault: null });
  });
});
