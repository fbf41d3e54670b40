import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { aCaller } from '../../../test/support/callers.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { addUnits } from '../../directory/index.ts';
import { uuidv7, type Uuid } from '../../kernel/index.ts';
import { verifyLedger } from '../../ledger/index.ts';
import { act, findMatters, matterSubject, publishMechanism, registerByHand } from '../../matters/index.ts';
import { transact } from '../../platform/postgres/index.ts';
import { sheetOf } from './export.rules.ts';
import { holdRankings } from './last.ts';
import { rankUnits } from './ranking.ts';

const { pool, owner } = await testDatabase();
const CITY = 1;
const at = (text: string): Date => new Date(`2026-${text.replace(' ', 'T')}:00+08:00`);
const BEGIN = at('03-02 09:00');
const system = { city: CITY, system: true } as const;
const units: Uuid[] = ['甲局', '乙局', '丙局', '丁局'].map(() => uuidv7(BEGIN));
const [good, bad, few, late] = units as [Uuid, Uuid, Uuid, Uuid];
const office = aCaller({ role: 'supervisor', unit: null });
const folder = join(import.meta.dirname, '../../../mechanisms');
/** A mechanism of the test's own, so that two matters are enough to be ranked. */
const ranked =
  readFileSync(join(folder, 'statement.yaml'), 'utf8')
    .replace('key: statement', 'key: errands')
    .replace('zh: 末位表态, en: Speak first', 'zh: 跑腿, en: Errands')
    .replace('表态〔', '跑腿〔') +
  `
countedBy: accepted
figures:
  done: { name: { zh: 办结率, en: Done }, part: [answered], of: [accepted] }
ranking:
  every: month
  score: { done: 1 }
  least: 2
  prior: 1
  peers: all
  last: { mechanism: statement, text: '{unit}{period}排第 {place}（共 {units} 个）' }
`;

beforeAll(async () => {
  await owner.query(`insert into city (city, name) values ($1, '莲城市')`, [CITY]);
  await transact(pool, system, async (tx) => {
    const named = units.map((id, n) => ({ id, name: `市${'甲乙丙丁'[n]}局`, kind: 'department' as const }));
    await addUnits(tx, system, named, BEGIN);
    await publishMechanism(tx, system, { source: readFileSync(join(folder, 'statement.yaml'), 'utf8') }, BEGIN);
    await publishMechanism(tx, system, { source: ranked }, BEGIN);
  });
  for (const [unit, done] of [
    [good, true],
    [good, true],
    [bad, true],
    [bad, false],
    [few, false],
  ] as const)
    await errand(unit, at('03-03 10:00'), done);
  // Done after the month: the ranking of March does not know of it.
  await errand(late, at('03-30 10:00'), true, at('04-02 10:00'));
  await errand(late, at('03-30 10:00'), true, at('04-02 10:00'));
  await errand(late, at('03-31 10:00'), true);
});

async function errand(
  unit: Uuid,
  now: Date,
  done: boolean,
  when = new Date(now.getTime() + 3_600_000),
  mechanism = 'errands',
): Promise<void> {
  const id = uuidv7(now);
  const handler = aCaller({ unit });
  const request = { id, mechanism, given: { text: '跑一趟' }, assign: { lead: unit, co: [] } };
  await transact(pool, office, (tx) => registerByHand(tx, office, request, now));
  await act(pool, handler, id, { id: uuidv7(now), kind: 'accept', given: {} }, now);
  if (done) await act(pool, handler, id, { id: uuidv7(now), kind: 'answer', given: { result: '办好了' } }, when);
}

test('units are ranked with their raw numbers; those of too few are named', async () => {
  const query = { mechanism: 'errands', from: '2026-03-01', to: '2026-03-31' };
  const { groups } = await transact(pool, office, (tx) => rankUnits(tx, office, query, at('05-01 09:00')));
  expect(groups).toHaveLength(1);
  const [group] = groups;
  expect(group!.mean).toEqual([{ part: 6, of: 8 }]);
  expect(group!.ranked.map(({ unit, place, rates }) => [unit, place, rates[0]])).toEqual([
    [late, 1, { part: 3, of: 3, left: 0 }],
    [good, 2, { part: 2, of: 2, left: 0 }],
    [bad, 3, { part: 1, of: 2, left: 0 }],
  ]);
  expect(group!.left).toEqual([{ unit: few, n: 1, reason: 'too-few' }]);
});

test('exported it has each unit with its place, score and both parts of each rate, its peers’ mean, and who is not ranked and why', async () => {
  const query = { mechanism: 'errands', from: '2026-03-01', to: '2026-03-31' };
  const ranking = await transact(pool, office, (tx) => rankUnits(tx, office, query, at('05-01 09:00')));
  const sheet = sheetOf(ranking, (unit) => `市${'甲乙丙丁'[units.indexOf(unit as Uuid)]}局`, 'zh', '某岗位');
  const rows = [];
  for await (const some of sheet.rows) rows.push(...some);
  expect(sheet.columns.map(({ title }) => title)).toEqual([
    '同类',
    '单位',
    '名次',
    '得分',
    '件数',
    '办结率（分子）',
    '办结率（分母）',
    '办结率',
    '说明',
  ]);
  expect(rows).toEqual([
    ['全部单位', '市丁局', 1, 93.75, 3, 3, 3, 100, ''],
    ['全部单位', '市甲局', 2, 91.67, 2, 2, 2, 100, ''],
    ['全部单位', '市乙局', 3, 58.33, 2, 1, 2, 50, '末位'],
    ['全部单位', '同类平均', null, null, null, 6, 8, 75, ''],
    ['全部单位', '市丙局', null, null, 1, null, null, null, '未参加排名：不足 2 件'],
  ]);
});

test('the last unit of a month is given a matter, once, by what stood at its end, and nobody did it', async () => {
  const opened = await holdRankings(pool, CITY, at('04-03 08:30'));
  expect(opened).toHaveLength(1);
  const found = await transact(pool, system, (tx) => findMatters(tx, CITY, opened));
  expect(found.get(opened[0]!)).toMatchObject({
    mechanism: 'statement',
    stage: 'assigned',
    text: '市丁局2026年3月排第 3（共 3 个）',
    units: [{ unit: late, part: 'lead', stance: 'assigned' }],
  });
  expect(await holdRankings(pool, CITY, at('04-03 08:31'))).toEqual([]);
  expect(await holdRankings(pool, CITY, at('04-29 08:30'))).toEqual([]);
  const { rows } = await owner.query('select seat from act where stream = $1', [opened[0]]);
  expect(rows).toEqual([{ seat: null }, { seat: null }]);
  expect((await transact(pool, system, (tx) => verifyLedger(tx, CITY, [matterSubject]))).fault?.code).not.toMatch(
    /^matter/u,
  );
});

test('a ranking that was held is told as it was held, with what followed; its numbers of now are another question', async () => {
  const query = { mechanism: 'errands', from: '2026-03-01', to: '2026-03-31' };
  const told = async (more: object) => {
    const ranking = await transact(pool, office, (tx) =>
      rankUnits(tx, office, { ...query, ...more }, at('05-01 09:00')),
    );
    const last = (ranking.groups[0]?.ranked ?? []).filter((one) => one.last);
    return [ranking.asOf, ranking.heldAt, last.map(({ unit, followed }) => [unit, followed !== null])];
  };
  const heldAt = at('04-03 08:30').toISOString();
  expect(await told({})).toEqual(['2026-03-31T15:59:59.999Z', heldAt, [[late, true]]]);
  expect(await told({ now: '1' })).toEqual([at('05-01 09:00').toISOString(), heldAt, [[bad, false]]]);
  const april = { from: '2026-04-01', to: '2026-04-30' };
  expect((await told(april))[1], 'April is not over, or nobody has held it').toBeNull();
});

test('what takes longer than a month is ranked each month over the year so far', async () => {
  const source = ranked
    .replace('key: errands', 'key: long-errands')
    .replace('zh: 跑腿, en: Errands', 'zh: 长跑, en: Long errands')
    .replace('跑腿〔', '长跑〔')
    .replace('every: month', 'every: month\n  over: year');
  await transact(pool, system, (tx) => publishMechanism(tx, system, { source }, BEGIN));
  for (const [unit, done] of [
    [good, true],
    [good, true],
    [bad, true],
    [bad, false],
  ] as const)
    await errand(unit, at('03-05 10:00'), done, at('03-05 11:00'), 'long-errands');
  // Nothing of the kind was begun in April: over April alone nobody would be last.
  const opened = await holdRankings(pool, CITY, at('05-06 08:30'));
  const found = await transact(pool, system, (tx) => findMatters(tx, CITY, opened));
  expect([...found.values()].map(({ text }) => text)).toEqual(['市乙局2026年4月排第 2（共 2 个）']);
  // Nobody has been counted since March: what is shown first is what was held last all the same.
  const { from, to } = await transact(pool, office, (tx) =>
    rankUnits(tx, office, { mechanism: 'long-errands' }, at('05-20 09:00')),
  );
  expect([from, to]).toEqual(['2026-01-01', '2026-04-30']);
});
