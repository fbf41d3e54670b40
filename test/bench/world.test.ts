import { expect, test } from 'vitest';
import { MECHANISM, mechanism } from '../../bench/world/lives.ts';
import { CITY, seats, settle } from '../../bench/world/people.ts';
import { fill } from '../../bench/world/fill.ts';
import type { FigureRule, RankingRule } from '../../src/mechanism/index.ts';
import { rankingOf } from '../../src/figures/ranking/ranking.ts';
import { transact } from '../../src/platform/postgres/index.ts';
import { testDatabase } from '../support/database.ts';

const MATTERS = 400;
const NOW = new Date('2026-06-01T02:00:00Z');
const { pool, owner } = await testDatabase();

// The tables are filled past all acts, so that a migration which changes one of them breaks what is measured and nothing else.
test('the city that is measured can be made from these migrations, and all of its matters are counted', async () => {
  await settle(pool, NOW);
  await fill(owner, MATTERS, NOW, () => {});
  const figures: Record<string, FigureRule> = {
    response: { name: { zh: '响应率', en: 'Response' }, part: ['answered'], of: ['accepted'] },
  };
  const ranking: RankingRule = { every: 'year', score: { response: 100 }, least: 1, prior: 1, peers: 'kind' };
  const facts = { city: CITY, mechanism: MECHANISM, from: '2000-01-01', to: '2099-12-31', asOf: null };
  const { entrants } = await transact(pool, seats()[0]!.caller, (tx) =>
    rankingOf(tx, facts, { ...mechanism, figures, ranking }, ranking),
  );
  expect(entrants.reduce((all, { n }) => all + n, 0)).toBe(MATTERS);
});
