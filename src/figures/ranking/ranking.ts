import { findUnits } from '../../directory/index.ts';
import { dayOf, refuse, refuseOffCalendar } from '../../kernel/index.ts';
import { countMarks, findSpan, getNewestMechanism, type FactQuery } from '../../matters/index.ts';
import type { Mechanism, RankingRule } from '../../mechanism/index.ts';
import type { Caller } from '../../platform/identity/contract.ts';
import type { Tx } from '../../platform/postgres/index.ts';
import { questionOf } from '../counts/count.ts';
import { mayHearAll } from '../counts/access.rules.ts';
import { figuresOf, maskOf, valueOf, withoutKept, type Kind } from '../counts/count.rules.ts';
import { spanOf, type Span } from '../counts/period.rules.ts';
import { followedFrom, type Held } from './followed.ts';
import { findHeld, findHeldLast } from './held.store.ts';
import { besides, countedOver, endOf, hasPlaces, periodOf, periodsBack } from './ranking-period.rules.ts';
import type { Ranking, RankingQuery } from './ranking.contract.ts';
import { placedBy, rank, type Entrant, type RankedGroup } from './ranking.rules.ts';

/** So many periods are looked through for one in which there is something to rank. */
const LOOKED_THROUGH = 24;

/**
 * The ranking of the lead units over a span of days, by the formula of the mechanism’s file; without days, of the last period in which
 * there is something to rank. One that was held is told as it stood then, unless another moment is asked for: by those numbers somebody
 * came last. Every seat’s, as figures are.
 */
export async function rankUnits(tx: Tx, caller: Caller, query: RankingQuery, now: Date): Promise<Ranking> {
  const { key, mechanism } = await getNewestMechanism(tx, caller.city, query.mechanism);
  const { ranking, figures = {} } = mechanism;
  if (!ranking) return refuse('figures.no-ranking', { name: mechanism.name }, { status: 404, pointer: '?mechanism' });
  const { from, to, now: ofNow, ...plain } = query;
  refuseOffCalendar({ ...(from && { '?from': from }), ...(to && { '?to': to }) });
  const days = from && to ? { from, to } : await latest(tx, caller, { key, mechanism, ranking }, now);
  const held = await heldOf(tx, caller.city, { key, ranking }, days);
  const asOf = plain.asOf ?? (held && !ofNow ? endOf(held.period).toISOString() : undefined);
  const { facts, at } = await questionOf(tx, caller, { ...plain, ...days, asOf }, now);
  const all = mayHearAll(caller.role);
  const shown = await rankingOf(tx, facts, mechanism, ranking, { all });
  const { entrants } = shown;
  const kept = !all && entrants.some((one) => one.kept > 0);
  // As it was held its places are those that all judgements gave, whoever looks. What the numbers say of a judgement that is kept from the
  // units could be reckoned from them, by the same of another moment, or from what a unit reads itself.
  const published = held !== null && !ofNow && plain.asOf === undefined;
  const placed = published && kept;
  const groups = placed
    ? placedBy((await rankingOf(tx, facts, mechanism, ranking)).groups, shown.groups)
    : shown.groups;
  const followed = held ? await followedFrom(tx, caller, { key, held, groups }) : NOTHING;
  const rates = new Map(entrants.map((one) => [one.unit, one.rates] as const));
  return {
    mechanism: { key, name: mechanism.name },
    ...days,
    asOf: at.toISOString(),
    heldAt: held?.at.toISOString() ?? null,
    every: ranking.every,
    ...besides(ranking, days, dayOf(now)),
    score: Object.entries(ranking.score).map(([figure, weight]) => ({
      key: figure,
      name: figures[figure]!.name,
      weight,
      without: figures[figure]!.without ?? [],
    })),
    least: ranking.least,
    prior: ranking.prior,
    kept,
    placed,
    groups: groups.map(({ group, mean, ranked, left }) => ({
      group,
      mean: mean.map(({ part, of }) => ({ part, of })),
      ranked: ranked.map((one) => ({
        ...one,
        rates: [...(rates.get(one.unit) ?? [])],
        followed: (one.last && followed.get(one.unit)) || null,
      })),
      left: [...left],
    })),
  };
}

const NOTHING: Awaited<ReturnType<typeof followedFrom>> = new Map();

type Ranked = { key: string; mechanism: Mechanism; ranking: RankingRule };

/** When the ranking of these days was held; null where they are those of no ranking, or it was not held. */
async function heldOf(
  tx: Tx,
  city: number,
  { key, ranking }: Pick<Ranked, 'key' | 'ranking'>,
  days: Span,
): Promise<Held | null> {
  const period = periodOf(ranking, days);
  const at = period && (await findHeld(tx, city, { mechanism: key, ...period }));
  return at ? { period, at } : null;
}

/** The days of the last period in which units stand before each other; of the last that anything was counted in where none do. */
async function latest(tx: Tx, { city }: Caller, { key, mechanism, ranking }: Ranked, now: Date): Promise<Span> {
  const today = dayOf(now);
  const span = await findSpan(tx, city, key);
  // What is counted over the year goes on after the day by which it is counted: what was held last says most of it, then today’s.
  const held = ranking.over === 'year' ? await findHeldLast(tx, city, key) : null;
  const last = ranking.over !== 'year' && span && span.last < today ? span.last : today;
  const periods = [...(held ? [held] : []), ...periodsBack(ranking, last, span?.first ?? today, LOOKED_THROUGH)];
  for (const period of periods) {
    const days = countedOver(ranking, period);
    const { groups } = await rankingOf(tx, { city, mechanism: key, ...days, asOf: null }, mechanism, ranking);
    if (hasPlaces(groups)) return days;
  }
  return countedOver(ranking, periods[0] ?? spanOf(ranking.every, today));
}

/** A unit with its raw numbers; `left` is ranked by nothing and told beside the rate that it was left out of. */
type Counted = Entrant & {
  readonly kept: number;
  readonly rates: readonly { readonly part: number; readonly of: number; readonly left: number }[];
};

/** Counts and ranks; `entrants` are the raw numbers. Not `all`: without the judgements that are kept from the units. One question to the facts, however many units and rates. */
export async function rankingOf(
  tx: Tx,
  facts: FactQuery,
  mechanism: Mechanism,
  ranking: RankingRule,
  { all }: { all: boolean } = { all: true },
): Promise<{ groups: RankedGroup[]; entrants: Counted[] }> {
  const declared = figuresOf(mechanism.figures ?? {}).filter(({ key }) => Object.hasOwn(ranking.score, key));
  const figures = all ? declared : withoutKept(declared);
  const scored = Object.keys(ranking.score).map((key) => figures.find((figure) => figure.key === key)!);
  const units = await findUnits(tx, facts.city);
  const kinds = new Map<string, Kind[]>();
  const counted = await countMarks(tx, facts, { split: { by: 'unit' }, mask: maskOf(figures), sums: false });
  for (const { key, ...kind } of counted) if (key !== null) kinds.set(key, [...(kinds.get(key) ?? []), kind]);
  const entrants = [...kinds].map(([unit, own]) => ({
    unit,
    group: ranking.peers === 'kind' ? (units.get(unit)?.kind ?? 'other') : 'all',
    n: own.reduce((sum, { n }) => sum + n, 0),
    kept: Math.max(0, ...scored.map((figure) => valueOf(figure, own, []).kept)),
    rates: scored.map((figure) => {
      const { part, of, left } = valueOf(figure, own, []);
      return { part: part ?? 0, of: of ?? 0, left };
    }),
  }));
  const { least, prior, score } = ranking;
  return { groups: rank(entrants, { weights: Object.values(score), least, prior }), entrants };
}
