import { z } from 'zod';
import { DECIMAL, MEASURES } from '../../kernel/contract.ts';
import { Named } from '../../mechanism/contract.ts';

/** What crosses the wire about what a matter promises a quantity of, and what was measured of it. */
const Uuid = z.uuid();
const Day = z.iso.date();
const Instant = z.iso.datetime({ offset: true });
const Key = z.string().min(1).max(40);
const words = z.string().trim().min(1).max(4000);

/** A decimal text, exact: `861.47`. */
const Decimal = z.string().regex(DECIMAL);
const Unit = z.enum(MEASURES);

/** `least`: at least so much is to be there; `most`: no more than so much. */
const Sense = z.enum(['least', 'most']);

/** How much is to be there by a day. */
const PlanPoint = z.strictObject({ on: Day, quantity: Decimal });

/**
 * What is promised: how much, in which unit (left out: the mechanism's), from which day on (left out: today) and by when; between them
 * the plan, in the same unit, in the order of days. `start`: what was there before, where a level is to be moved and nothing counted up
 * from nothing. `sense`: whether it is to be reached, or not to be passed (left out: reached).
 */
const Promise = {
  target: Key,
  quantity: Decimal,
  in: Unit.nullish(),
  from: Day.nullish(),
  by: Day,
  start: Decimal.nullish(),
  sense: Sense.nullish(),
  plan: z.array(PlanPoint).max(60).optional(),
};
export const TargetGiven = z.strictObject(Promise);

/** Where somebody stood, as their device told it: degrees (WGS 84), and how exact that is in metres. */
export const Position = z.strictObject({
  longitude: z.number().min(-180).max(180),
  latitude: z.number().min(-90).max(90),
  accuracy: z.number().min(0).max(100_000),
});
export type Position = z.infer<typeof Position>;

/** Promises a quantity, or another in its place: then with a reason. */
export const Target = z.strictObject({ ...Promise, reason: words.nullish() });

/** What is there on a day in all, not what has come since; more than all and less than before want a reason. */
export const Measure = z.strictObject({
  target: Key,
  value: Decimal,
  in: Unit.nullish(),
  on: Day,
  /** That so large a number was looked at again: wanted of one above ten times the target. */
  sure: z.boolean().optional(),
  reason: words.nullish(),
  position: Position.nullish(),
  files: z.array(Uuid).max(50).optional(),
});

/** Why a reading wanted a reason: more than was promised, or less than was read before. */
const Odd = z.enum(['over', 'back']);

const Reading = z.object({
  act: Uuid,
  at: Instant,
  on: Day,
  value: Decimal,
  odd: Odd.nullable(),
  /** So many metres from the site, where it was not taken on it. */
  away: z.int().optional(),
  /** When it was taken, by the clock of its device, where the work had been stopped before it was told. */
  taken: Instant.optional(),
  reason: z.string().nullable(),
  position: Position.nullable(),
  files: z.int(),
});

/**
 * Plan and fact on the day of the last reading: how much was planned, and by how much the reading falls short or goes ahead; of what is
 * not to be passed, by how much it is above or below.
 */
const Standing = z.object({
  on: Day,
  planned: Decimal,
  short: Decimal.nullable(),
  ahead: Decimal.nullable(),
  percent: Decimal,
});
export type Standing = z.infer<typeof Standing>;

/** A reading of the end of a period, wanted until a day; `late`: one that should be there and is not. */
const Wanted = z.object({ on: Day, until: Day, late: z.boolean() });
export type Wanted = z.infer<typeof Wanted>;

export const TargetView = z.object({
  target: z.string(),
  name: Named,
  in: Unit,
  quantity: Decimal,
  start: Decimal.nullable(),
  sense: Sense,
  from: Day,
  by: Day,
  /** From nothing on the first day to all on the last. */
  plan: z.array(PlanPoint),
  readings: z.array(Reading),
  /** Null while nothing was measured. */
  standing: Standing.nullable(),
  /** The reading that is wanted next, or was and is still missing; null where none is wanted. */
  wanted: Wanted.nullable(),
});
export type TargetView = z.infer<typeof TargetView>;

/**
 * Each target; those that the mechanism knows, and the units in which each may be given. `own`: each matter says its own unit, and with it
 * whether a level is moved or a limit held.
 */
export const TargetsView = z.object({
  rows: z.array(TargetView),
  known: z.array(z.object({ target: z.string(), name: Named, in: Unit, also: z.array(Unit), own: z.boolean() })),
});
export type TargetsView = z.infer<typeof TargetsView>;
