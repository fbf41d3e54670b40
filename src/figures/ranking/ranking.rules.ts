/** A rate of one unit: `part` of `of`. */
type Rate = { readonly part: number; readonly of: number };
/** A unit as it enters a ranking: how many matters it led, and its rates in the order of the weights. */
export type Entrant = {
  readonly unit: string;
  /** Whom it is compared with. */
  readonly group: string;
  readonly n: number;
  readonly rates: readonly Rate[];
};
type Ranked = {
  readonly unit: string;
  readonly place: number;
  readonly score: number;
  readonly n: number;
  readonly last: boolean;
};
type LeftOut = { readonly unit: string; readonly n: number; readonly reason: 'too-few' };
export type RankedGroup = {
  readonly group: string;
  /** The rates of all its units together, towards which each is drawn. */
  readonly mean: readonly Rate[];
  /** The best first; those of one score share their place. */
  readonly ranked: readonly Ranked[];
  readonly left: readonly LeftOut[];
};
export type Formula = { readonly weights: readonly number[]; readonly least: number; readonly prior: number };

/**
 * Ranks units among their peers. Each rate is drawn towards the mean of the group as if the unit had led `prior` matters more, at
 * that mean (empirical Bayes): of few matters little is said, of many the prior is forgotten. The score is the weighted mean of
 * the rates so drawn, 0 to 100. A unit of fewer than `least` matters is left out, with that reason; its matters stay in the mean.
 * The last of a group is whoever has its lowest score, where somebody has a higher one. Independent of the order of the units.
 */
export function rank(units: readonly Entrant[], formula: Formula): RankedGroup[] {
  const groups = new Map<string, Entrant[]>();
  for (const unit of units) groups.set(unit.group, [...(groups.get(unit.group) ?? []), unit]);
  return [...groups.keys()].toSorted().map((group) => rankGroup(group, groups.get(group)!, formula));
}

function rankGroup(group: string, units: readonly Entrant[], { weights, least, prior }: Formula): RankedGroup {
  const mean = weights.map((_, i) => ({
    part: sum(units.map(({ rates }) => rates[i]?.part ?? 0)),
    of: sum(units.map(({ rates }) => rates[i]?.of ?? 0)),
  }));
  const scored = units
    .filter(({ n }) => n >= least)
    .map((unit) => ({ unit, score: scoreOf(unit, mean, weights, prior) }))
    .toSorted((a, b) => b.score - a.score || (a.unit.unit < b.unit.unit ? -1 : 1));
  const lowest = scored.at(-1)?.score ?? 0;
  const highest = scored[0]?.score ?? 0;
  return {
    group,
    mean,
    ranked: scored.map(({ unit, score }) => ({
      unit: unit.unit,
      place: 1 + scored.filter((other) => other.score > score).length,
      score,
      n: unit.n,
      last: score === lowest && lowest < highest,
    })),
    left: units
      .filter(({ n }) => n < least)
      .toSorted((a, b) => b.n - a.n || (a.unit < b.unit ? -1 : 1))
      .map(({ unit, n }) => ({ unit, n, reason: 'too-few' })),
  };
}

/** The order and places of one ranking with the numbers of another of the same units, in which something is left out. */
export function placedBy(places: readonly RankedGroup[], numbers: readonly RankedGroup[]): RankedGroup[] {
  const groups = new Map(numbers.map((one) => [one.group, one]));
  return places.map((one) => {
    const { mean, ranked } = groups.get(one.group) ?? one;
    const scores = new Map(ranked.map(({ unit, score }) => [unit, score]));
    return {
      ...one,
      mean,
      ranked: one.ranked.map((each) => ({ ...each, score: scores.get(each.unit) ?? each.score })),
    };
  });
}

/** Rounded to what is shown, so that nobody stands before another by what nobody sees. */
function scoreOf({ rates }: Entrant, mean: readonly Rate[], weights: readonly number[], prior: number): number {
  const drawn = weights.map((weight, i) => weight * drawnRate(rates[i] ?? NONE, mean[i] ?? NONE, prior));
  return Math.round((sum(drawn) / sum(weights)) * 100 * 100) / 100;
}

/** A rate drawn towards the mean; where nothing is known of the unit, the mean itself. */
export function drawnRate({ part, of }: Rate, mean: Rate, prior: number): number {
  const peers = mean.of === 0 ? 0 : mean.part / mean.of;
  return of + prior === 0 ? peers : (part + prior * peers) / (of + prior);
}

const NONE: Rate = { part: 0, of: 0 };
const sum = (numbers: readonly number[]): number => numbers.reduce((all, n) => all + n, 0);
