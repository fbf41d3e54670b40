import { z } from 'zod';
import { Named } from './named.contract.ts';

/**
 * What is counted over the matters of a mechanism, as its file says. A condition is a word of `mark.rules.ts`, `not` before
 * one, or stars compared (`stars = 5`, `stars >= 4`, `stars <= 2`); of several all must hold.
 */
const Conditions = z.array(z.string().min(1).max(40)).min(1).max(8);

/** The first moment of its kind in a matter's life; `answered` and `closed` are those that stand. */
export const Moment = z.enum(['registered', 'assigned', 'accepted', 'answered', 'closed']);
export type Moment = z.infer<typeof Moment>;

/** What is added up: what happens to a matter more than once, and the money at stake in it, in fen. */
export const Repeated = z.enum(['bounces', 'returns', 'reopenings', 'amount']);
export type Repeated = z.infer<typeof Repeated>;

/** A percentile: 50 is the median. */
const Percentile = z.int().min(1).max(99);

/**
 * One figure, of exactly one kind: `count` of matters; the rate `part` of `of`; the `sum` of what repeats or of the money at
 * stake, `among` those of which all that holds; or `workdays` between
 * two moments, at the percentile `at`. `without`: what is out of it altogether, out of both parts of a rate, and listed.
 */
export const FigureRule = z.strictObject({
  name: Named,
  count: Conditions.optional(),
  part: Conditions.optional(),
  of: Conditions.optional(),
  sum: Repeated.optional(),
  among: Conditions.optional(),
  workdays: z.strictObject({ from: Moment, to: Moment }).optional(),
  at: Percentile.optional(),
  without: Conditions.optional(),
});
export type FigureRule = z.infer<typeof FigureRule>;

const FigureKey = z.string().regex(/^[a-z][a-z0-9-]{1,30}$/u);
export const FigureRules = z.record(FigureKey, FigureRule);

/** How often the units are ranked. */
export const RankingPeriod = z.enum(['month', 'quarter', 'year']);
export type RankingPeriod = z.infer<typeof RankingPeriod>;

/**
 * How the lead units are ranked: by rates, each with its weight. `least`: of fewer matters nothing is said; `prior`: as many
 * matters at its peers' mean are added to each unit's own, so that few do not win by luck. `peers`: a unit is compared with units
 * of its kind, or with all. `last`: the mechanism by which the last of each group is given a matter when a period has ended.
 */
export const RankingRule = z.strictObject({
  every: RankingPeriod,
  /** Counted from the beginning of the year to the end of the period; left out: over the period alone. */
  over: z.literal('year').optional(),
  score: z.record(FigureKey, z.number().positive().max(1000)),
  least: z.int().min(1).max(100_000),
  prior: z.number().min(0).max(100_000),
  peers: z.enum(['kind', 'all']),
  last: z
    .strictObject({
      mechanism: FigureKey,
      /** What the matter says: `{unit}`, `{period}`, `{score}`, `{place}` and `{units}` are filled in. */
      text: z.string().min(1).max(300),
    })
    .optional(),
});
export type RankingRule = z.infer<typeof RankingRule>;
