import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { aCaller } from '../support/callers.ts';
import { testDatabase } from '../support/database.ts';
import { rankUnits } from '../../src/figures/ranking/ranking.ts';
import { stateOf } from '../../src/matters/life/state.rules.ts';
import { publishMechanism } from '../../src/matters/index.ts';
import { transact } from '../../src/platform/postgres/index.ts';
import { CITY } from '../../src/app/demo/city.ts';
import { enroll } from '../../src/app/demo/enterprises.ts';
import { settle } from '../../src/app/demo/people.ts';
import { classify } from '../../src/app/demo/schemes.ts';
import { bringLastMonth } from '../../src/app/demo/appeals/last-month.ts';
import { rankMonths } from '../../src/app/demo/rankings.ts';

const { pool, owner } = await testDatabase();
const BEGINNING = new Date('2025-12-01T00:30:00Z');
// The shortest month there is, by working days: after the holidays of spring, on the first day of the next.
const NOW = new Date('2026-03-06T02:00:00Z');
const office = aCaller({ city: CITY, role: 'supervisor', unit: null });

beforeAll(async () => {
  const people = await settle(pool, BEGINNING);
  for (const name of ['statement', 'appeal']) {
    const source = readFileSync(join(import.meta.dirname, `../../mechanisms/${name}.yaml`), 'utf8');
    const system = { city: CITY, system: true } as const;
    await transact(pool, system, (tx) => publishMechanism(tx, system, { source }, BEGINNING));
  }
  await classify(pool, BEGINNING);
  const stage = { pool, people, enterprises: await enroll(pool, BEGINNING) };
  await bringLastMonth(stage, NOW);
  await rankMonths(stage, NOW);
}, 60_000);

test('all that was raised in it was struck off in it, however few its working days', async () => {
  const { rows } = await owner.query(
    `select count(*)::integer as n, count(*) filter (where phase = 'closed')::integer as closed,
            min(registered_at) >= '2026-02-01T00:00+08' as begun, max(updated_at) < '2026-03-01T00:00+08' as ended
       from matter where mechanism = 'appeal'`,
  );
  expect(rows).toEqual([{ n: 67, closed: 67, begun: true, ended: true }]);
});

test('departments are ranked among themselves and counties too; those of too few are named', async () => {
  const ranking = await transact(pool, office, (tx) => rankUnits(tx, office, { mechanism: 'appeal' }, NOW));
  const { groups } = ranking;
  expect([ranking.from, ranking.to, ranking.after?.from]).toEqual(['2026-02-01', '2026-02-28', '2026-03-01']);
  const followed = groups.flatMap(({ ranked }) => ranked.filter((one) => one.followed).map(({ last }) => last));
  expect(followed).toEqual([true, true]);
  const names = new Map(
    (await owner.query<{ id: string; name: string }>('select id, short_name as name from unit')).rows.map(
      ({ id, name }) => [id, name],
    ),
  );
  const told = groups.map(({ group, ranked, left }) => [
    group,
    ranked.map(({ unit, place, last }) => `${place} ${names.get(unit)}${last ? ' last' : ''}`),
    left.map(({ unit, n }) => `${names.get(unit)} ${n}`),
  ]);
  expect(told).toEqual([
    ['county', ['1 东湖区', '2 清河县 last'], ['石梁县 2']],
    ['department', ['1 市人社局', '2 市市场监管局', '3 市生态环境局', '4 市住建局 last'], ['市交通局 3']],
  ]);
});

test('whoever came last was told to speak first, and has spoken', async () => {
  const { rows } = await owner.query<{ state: string }>(`select state from matter where mechanism = 'statement'`);
  const told = rows.map(({ state }) => stateOf(state)).map(({ text, stage }) => `${stage}: ${text}`);
  expect(told.toSorted()).toEqual([
    expect.stringMatching(/^answered: 市住房和城乡建设局：2026年2月企业诉求办理在 4 个同类单位中排第 4/u),
    expect.stringMatching(/^answered: 清河县人民政府：2026年2月企业诉求办理在 2 个同类单位中排第 2/u),
  ]);
});
