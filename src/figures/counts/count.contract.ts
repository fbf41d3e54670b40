import { z } from 'zod';
import { Named, RankingPeriod } from '../../mechanism/contract.ts';
import { MatterRow } from '../../matters/contract.ts';
import { SheetFormat } from '../../platform/sheets/contract.ts';
import { NewId } from '../../kernel/contract.ts';
import { BREAKDOWNS, SIDES } from './split.rules.ts';

/** What crosses the wire about figures over a span of days. */
const Uuid = z.uuid();
const Day = z.iso.date();
const Instant = z.iso.datetime({ offset: true });

/** By what numbers are broken down. `size` and `place` are those of the enterprise that raised the matter. */
export const Breakdown = z.enum(BREAKDOWNS);
export type Breakdown = z.infer<typeof Breakdown>;

/** Stands in a filter for what has none: no unit, no category. */
export const NONE = 'none';

/** `category`: a code at any level, with all below it. `asOf`: the numbers that were true then. */
export const FigureQuery = z.object({
  mechanism: z.string().max(60),
  from: Day,
  to: Day,
  asOf: Instant.optional(),
  by: Breakdown.optional(),
  unit: z.union([Uuid, z.literal(NONE)]).optional(),
  category: z.string().max(60).optional(),
  channel: z.string().max(60).optional(),
  size: z.string().max(20).optional(),
  place: z.string().max(120).optional(),
});
export type FigureQuery = z.infer<typeof FigureQuery>;

export const FigureKind = z.enum(['count', 'rate', 'sum', 'amount', 'workdays']);
export type FigureKind = z.infer<typeof FigureKind>;

/** A figure as its mechanism’s file has it. `part`, `of` and `without` are the file’s own words. */
export const FigureDefinition = z.object({
  key: z.string(),
  name: Named,
  kind: FigureKind,
  part: z.array(z.string()),
  of: z.array(z.string()),
  without: z.array(z.string()),
  at: z.int().nullable(),
});
export type FigureDefinition = z.infer<typeof FigureDefinition>;

/**
 * One figure’s value. Of a rate `part` of `of`, of all others `part` alone: how many, how often, how much in fen, how many working days (null where
 * there is nothing to take them of). `left`: how many were left out of it.
 * `kept`: how many matters are not in it, on either side, because their judgement is kept from whoever asks.
 */
export const FigureValue = z.object({
  key: z.string(),
  part: z.int().nullable(),
  of: z.int().nullable(),
  left: z.int(),
  kept: z.int(),
});
export type FigureValue = z.infer<typeof FigureValue>;

/** `key`: what to filter by for these alone; null for those that have none. `below`: whether it can be broken down further. */
export const FigureGroup = z.object({
  key: z.string().nullable(),
  name: Named.nullable(),
  below: z.boolean(),
  values: z.array(FigureValue),
});
export type FigureGroup = z.infer<typeof FigureGroup>;

/** The figures of a span of days, as they were true at `asOf`. */
export const Counted = z.object({
  mechanism: z.object({ key: z.string(), name: Named, countedBy: z.string() }),
  from: Day,
  to: Day,
  asOf: Instant,
  /** False while an act begun before `asOf` could still be on its way: ask again in a moment. */
  settled: z.boolean(),
  figures: z.array(FigureDefinition),
  whole: z.array(FigureValue),
  groups: z.array(FigureGroup),
  /** The categories above the one asked for, from the top, it included. */
  way: z.array(z.object({ code: z.string(), name: Named })),
});
export type Counted = z.infer<typeof Counted>;

/** What can be counted: the mechanisms that have figures, and the first and last day on which one of their matters is counted. */
export const Countable = z.object({
  rows: z.array(
    z.object({
      key: z.string(),
      name: Named,
      span: z.object({ first: Day, last: Day }).nullable(),
      /** By what this seat may break it down. */
      by: z.array(Breakdown),
      ranking: RankingPeriod.nullable(),
      channels: z.record(z.string(), Named),
    }),
  ),
});
export type Countable = z.infer<typeof Countable>;

export const Side = z.enum(SIDES);
export type Side = z.infer<typeof Side>;

export const BehindQuery = FigureQuery.omit({ by: true }).extend({
  figure: z.string().max(40),
  side: Side,
  after: Uuid.optional(),
});
export type BehindQuery = z.infer<typeof BehindQuery>;

/** The matters behind a number, as they are now. `all` of them, of which this seat may read `readable`. */
export const Behind = z.object({
  figure: FigureDefinition,
  all: z.int(),
  readable: z.int(),
  rows: z.array(MatterRow),
  next: Uuid.nullable(),
});
export type Behind = z.infer<typeof Behind>;

/** Begins the export of the figures asked for. `id` is the caller’s name for it: sent again, it gives the first. */
export const ExportFigures = z.strictObject({ id: NewId, format: SheetFormat, query: FigureQuery });
export type ExportFigures = z.infer<typeof ExportFigures>;
