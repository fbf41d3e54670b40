import { z } from 'zod';
import { NewId } from '../../kernel/contract.ts';
import { Named, RankingPeriod } from '../../mechanism/contract.ts';
import { SheetFormat } from '../../platform/sheets/contract.ts';

/** What crosses the wire about a ranking: the score, and beside it the raw numbers that it is made of. */
const Uuid = z.uuid();
const Day = z.iso.date();
const Instant = z.iso.datetime({ offset: true });

/** `from` and `to` go together; without them: the last period in which there are two units or more to be ranked. */
export const RankingQuery = z.object({
  mechanism: z.string().max(60),
  from: Day.optional(),
  to: Day.optional(),
  asOf: Instant.optional(),
  /** A ranking that was held, not as it was held but by the numbers of now. */
  now: z.enum(['1']).optional(),
});
export type RankingQuery = z.infer<typeof RankingQuery>;

const Rate = z.object({ part: z.int(), of: z.int() });
/** `left`: how many of the unit’s matters are in neither part, as the file says `without`. */
const RateOfUnit = Rate.extend({ left: z.int() });
/** `rates`: in the order of `score`. `followed`: what the last unit was given when the ranking of these days was held. */
const RankedUnit = z.object({
  unit: Uuid,
  place: z.int(),
  score: z.number(),
  n: z.int(),
  last: z.boolean(),
  rates: z.array(RateOfUnit),
  followed: z.object({ id: Uuid, number: z.string() }).nullable(),
});

export const Ranking = z.object({
  mechanism: z.object({ key: z.string(), name: Named }),
  from: Day,
  to: Day,
  asOf: Instant,
  /** When the ranking of these days was held, from which something followed for the last; null where it was not. */
  heldAt: Instant.nullable(),
  every: RankingPeriod,
  /** The periods before and after these days; null after the one that today is in. */
  before: z.object({ from: Day, to: Day }),
  after: z.object({ from: Day, to: Day }).nullable(),
  /** The formula: rates with their weights and what each leaves out, in the file’s own words, how many matters are wanted at least, how strongly few are drawn to the mean. */
  score: z.array(z.object({ key: z.string(), name: Named, weight: z.number(), without: z.array(z.string()) })),
  least: z.int(),
  prior: z.number(),
  /** Judgements that are kept from whoever asks are not in these numbers. */
  kept: z.boolean(),
  /** Their places are, all the same: it is shown as it was held, and a unit of a higher score may stand below one of a lower. */
  placed: z.boolean(),
  groups: z.array(
    z.object({
      /** The kind of units that are compared; `all` where all are. */
      group: z.string(),
      mean: z.array(Rate),
      ranked: z.array(RankedUnit),
      left: z.array(z.object({ unit: Uuid, n: z.int(), reason: z.enum(['too-few']) })),
    }),
  ),
});
export type Ranking = z.infer<typeof Ranking>;

/** Begins the export of the ranking asked for. `id` is the caller’s name for it: sent again, it gives the first. */
export const ExportRanking = z.strictObject({ id: NewId, format: SheetFormat, query: RankingQuery });
export type ExportRanking = z.infer<typeof ExportRanking>;
