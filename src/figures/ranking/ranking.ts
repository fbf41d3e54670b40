import { findUnits } from '../../directory/index.ts';
import { refuse } from '../../kernel/index.ts';
import { countMarks, type FactQuery } from '../../matters/index.ts';
import type { Mechanism } from '../../mechanism/index.ts';
import type { Caller } from '../../platform/identity/contract.ts';
import type { Tx } from '../../platform/postgres/index.ts';
import { questionOf } from '../counts/count.ts';
import { figuresOf, maskOf, valueOf, type Kind } from '../counts/count.rules.ts';
import type { Ranking, RankingQuery } from './ranking.contract.ts';
import { rank, type Entrant, type RankedGroup } from './ranking.rules.ts';

/** The ranking of the lead units over a span of days, by the formula of the mechanism’s file. Every seat’s, as figures are. */
export async function rankUnits(tx: Tx, caller: Caller, query: RankingQuery, now: Date): Promise<Ranking> {
  const { key, mechanism, facts, at } = await questionOf(tx, caller, query, now);
  const { ranking, figures = {} } = mechanism;
  if (!ranking) return refuse('figures.no-ranking', { name: mechanism.name }, { status: 404, pointer: '?mechanism' });
  const { groups, entrants } = await rankingOf(tx, facts, mechanism, ranking);
  const rates = new Map(entrants.map((one) => [one.unit, one.rates.map(({ part, of }) => ({ part, of }))]));
  return {
    mechanism: { key, name: mechanism.name },
    from: query.from,
    to: query.to,
    asOf: at.toISOString(),
    every: ranking.every,
    score: Object.entries(ranking.score).map(([figure, weight]) => ({
      key: figure,
      name: figures[figure]!.name,
      weight,
    })),
    least: ranking.least,
    prior: ranking.prior,
    groups: groups.map(({ group, mean, ranked, left }) => ({
      group,
      mean: mean.map(({ part, of }) => ({ part, of })),
      ranked: ranked.map((one) => ({ ...one, rates: rates.get(one.unit) ?? [] })),
      left: [...left],
    })),
  };
}

/** Counts and ranks; `entrants` are the raw numbers. One question to the facts, however many units and rates. */
export async function rankingOf(
  tx: Tx,
  facts: FactQuery,
  mechanism: Mechanism,
  ranking: NonNullable<Mechanism['ranking']>,
): Promise<{ groups: RankedGroup[]; entrants: Entrant[] }> {
  const figures = figuresOf(mechanism.figures ?? {}).filter(({ key }) => Object.hasOwn(ranking.score, key));
  const scored = Object.keys(ranking.score).map((key) => figures.find((figure) => figure.key === key)!);
  const units = await findUnits(tx, facts.city);
  const kinds = new Map<string, Kind[]>();
  const counted = await countMarks(tx, facts, { split: { by: 'unit' }, mask: maskOf(figures), sums: false });
  for (const { key, ...kind } of counted) if (key !== null) kinds.set(key, [...(kinds.get(key) ?? []), kind]);
  const entrants = [...kinds].map(([unit, own]): Entrant => ({
    unit,
    group: ranking.peers === 'kind' ? (units.get(unit)?.kind ?? 'other') : 'all',
    n: own.reduce((all, { n }) => all + n, 0),
    rates: scored.map((figure) => {
      const { part, of } = valueOf(figure, own, []);
      return { part: part ?? 0, of: of ?? 0 };
    }),
  }));
  const { least, prior, score } = ranking;
  return { groups: rank(entrants, { weights: Object.values(score), least, prior }), entrants };
}
