import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { anAppeal, anAppealCity, type AppealCity } from '../../../test/support/appeals.ts';
import { aCaller } from '../../../test/support/callers.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { seatThem } from '../../../test/support/staff.ts';
import { uuidv7, type Uuid } from '../../kernel/index.ts';
import type { ActKind } from '../../mechanism/index.ts';
import type { Caller } from '../../platform/identity/contract.ts';
import { transact } from '../../platform/postgres/index.ts';
import { brief } from '../brief/brief.ts';
import { act, publishMechanism } from '../index.ts';
import { workbench } from './workbench.ts';

const { pool, owner } = await testDatabase();
const START = new Date('2026-03-16T01:30:00Z');
const BAD = { stars: 1, solved: false, satisfied: false };
const EXCLUDE = { reason: '所述路段不在本市', told: '所述路段归省公路局管理' };

/** A city with an office of so many, and a leader. */
async function aCityOf(n: number, office: number) {
  const city = await anAppealCity(pool, owner, n, 1, START);
  const others = Array.from({ length: office - 1 }, () => aCaller({ city: n, role: 'supervisor', unit: null }));
  await seatThem(pool, [city.office, city.mayor, ...others], START);
  return { ...city, others };
}
let now = START;
const does = (who: Caller, matter: Uuid, kind: ActKind, given: Record<string, unknown> = {}) => {
  now = new Date(now.getTime() + 60_000);
  return act(pool, who, matter, { id: uuidv7(now), kind, given }, now);
};
async function disputed(city: AppealCity): Promise<Uuid> {
  const { id } = await anAppeal(pool, city, { judged: BAD }, now);
  await does(city.office, id, 'callback', { reached: true, text: '不愿多谈' });
  return id;
}
async function excluding(city: AppealCity): Promise<Uuid> {
  const id = await disputed(city);
  await does(city.office, id, 'exclude', EXCLUDE);
  return id;
}
const seenBy = async (who: Caller) => {
  const { todos, counts } = await transact(pool, who, (tx) => workbench(tx, who, {}, now));
  const reviews = todos.filter(({ act: kind }) => kind === 'review');
  return { reviews: reviews.map(({ row, may }) => [row.id, may]), total: counts.total, listed: todos.length };
};
const briefed = (who: Caller) => transact(pool, who, (tx) => brief(tx, who, now));

describe('an office of two', () => {
  let city: Awaited<ReturnType<typeof aCityOf>>;
  let id: Uuid;
  beforeAll(async () => {
    city = await aCityOf(1, 2);
    id = await excluding(city);
  });

  test('the other has the review to do, with the act, and it counts', async () => {
    expect(await seenBy(city.others[0]!)).toEqual({ reviews: [[id, ['review']]], total: 1, listed: 1 });
  });
  test('whoever proposed it has not, on none of their seats, and it is not counted as theirs', async () => {
    const none = { reviews: [], total: 0, listed: 0 };
    expect(await seenBy(city.office)).toEqual(none);
    const second = { ...aCaller({ city: 1, role: 'mayor', unit: null }), account: city.office.account };
    expect(await seenBy(second)).toEqual(none);
  });
  test('no leader has it, as the office can do it', async () => {
    expect(await seenBy(city.mayor)).toEqual({ reviews: [], total: 0, listed: 0 });
    expect((await briefed(city.mayor)).reviews).toEqual([]);
  });
});

describe('an office of one', () => {
  let city: Awaited<ReturnType<typeof aCityOf>>;
  beforeAll(async () => {
    city = await aCityOf(2, 1);
  });

  test('a leader has it in the workbench, its counts and the brief, until it is reviewed', async () => {
    const id = await excluding(city);
    expect(await seenBy(city.mayor)).toEqual({ reviews: [[id, ['review']]], total: 1, listed: 1 });
    expect((await briefed(city.mayor)).reviews).toMatchObject([{ row: { id }, reason: EXCLUDE.reason }]);
    expect(await seenBy(city.office)).toMatchObject({ reviews: [], total: 0 });
    await does(city.mayor, id, 'review', { agreed: true });
    expect(await seenBy(city.mayor)).toEqual({ reviews: [], total: 0, listed: 0 });
    expect((await briefed(city.mayor)).reviews).toEqual([]);
  });
  test('what is overdue is counted so, and found among what is', async () => {
    const id = await excluding(city);
    now = new Date(now.getTime() + 14 * 86_400_000);
    const { todos, counts } = await transact(pool, city.mayor, (tx) =>
      workbench(tx, city.mayor, { filter: 'overdue' }, now),
    );
    expect(todos.map(({ row }) => row.id)).toEqual([id]);
    expect(counts).toMatchObject({ total: 1, overdue: 1 });
  });
});

describe('a file by which no leader reviews', () => {
  let city: Awaited<ReturnType<typeof aCityOf>>;
  beforeAll(async () => {
    city = await aCityOf(3, 1);
    const system = { city: 3, system: true } as const;
    const shipped = readFileSync(join(import.meta.dirname, '../../../mechanisms/appeal.yaml'), 'utf8');
    const source = shipped.replace('review: { by: [supervisor, mayor],', 'review: { by: [supervisor],');
    await transact(pool, system, (tx) => publishMechanism(tx, system, { source, seen: 1 }, START));
  });

  test('what nobody else may review cannot be proposed: it would wait for ever', async () => {
    const id = await disputed(city);
    await expect(does(city.office, id, 'exclude', EXCLUDE)).rejects.toMatchObject({
      problem: { code: 'matter.nobody-to-review', params: { by: ['supervisor'] } },
    });
  });
  test('once somebody else is there it can, and no leader is asked; when they have left again the office keeps it in sight', async () => {
    const other = aCaller({ city: 3, role: 'supervisor', unit: null });
    await seatThem(pool, [other], START);
    const id = await excluding(city);
    expect(await seenBy(other)).toMatchObject({ reviews: [[id, ['review']]] });
    expect(await seenBy(city.mayor)).toMatchObject({ reviews: [] });
    await owner.query('update seat set until_at = $2 where id = $1', [other.seat, now]);
    expect(await seenBy(city.mayor)).toMatchObject({ reviews: [] });
    expect(await seenBy(city.office)).toMatchObject({ reviews: [[id, []]] });
  });
});
