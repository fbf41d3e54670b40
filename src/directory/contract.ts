import { z } from 'zod';
import { NewId } from '../kernel/contract.ts';

/** What crosses the wire about who there is. Pure. */
const Uuid = z.uuid();
const Instant = z.iso.datetime({ offset: true });

/** 政府, 办公室（督查机构）, 部门, 县（市、区）, 乡镇（街道）, 企业, 其他. */
export const UnitKind = z.enum(['government', 'office', 'department', 'county', 'town', 'company', 'other']);
export type UnitKind = z.infer<typeof UnitKind>;

/** What a unit was called until a moment; a paper of that time shows it so. */
const EarlierName = z.object({ name: z.string(), shortName: z.string().nullable(), until: Instant });

const PHONE = /^\+?[\d()\s-]{3,25}(?:转\s?\d{1,6})?$/u;

/** Where people find a unit and how they call it, as anybody may read: what is not known is null, a place on the map in degrees (WGS 84). */
export const Located = z.strictObject({
  address: z.string().trim().min(1).max(200).nullable(),
  phone: z.string().trim().regex(PHONE, 'directory.phone').nullable(),
  point: z.strictObject({ longitude: z.number().min(-180).max(180), latitude: z.number().min(-90).max(90) }).nullable(),
});
export type Located = z.infer<typeof Located>;

/**
 * A unit of the city. `sort` is the order of protocol; `aliases` are other names by which texts call it, earlier ones among
 * them. A unit that was merged is retired, and stands below its heir.
 */
export const Unit = z.object({
  id: Uuid,
  parent: Uuid.nullable(),
  name: z.string(),
  shortName: z.string().nullable(),
  aliases: z.array(z.string()),
  kind: UnitKind,
  sort: z.int(),
  retiredAt: Instant.nullable(),
  mergedInto: Uuid.nullable(),
  /** Oldest first. */
  earlier: z.array(EarlierName),
  /** Left out where the city has entered nothing of it. */
  located: Located.optional(),
});
export type Unit = z.infer<typeof Unit>;

/** `sound`: how its names are typed by sound, each by its initials and in full, with spaces between: `sslj shishuiliju`. */
export const ListedUnit = Unit.extend({ sound: z.string() });
export type ListedUnit = z.infer<typeof ListedUnit>;

/** All units in the order of protocol. A tree by `parent`; a few hundred, so there are no pages. */
export const UnitList = z.object({ rows: z.array(ListedUnit) });

/** Why a unit is likely: a shortened name; the same or a neighbouring body under another name or level; like characters. */
export const MatchReason = z.enum(['abbreviation', 'core', 'similar']);
export type MatchReason = z.infer<typeof MatchReason>;

/**
 * What the directory makes of a printed name: exactly one unit; the likeliest few, best first, to choose from; a group such as
 * 各县（市、区） that is no unit; or nothing.
 */
export const UnitMatch = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('exact'), unit: Uuid }),
  z.object({
    kind: z.literal('likely'),
    units: z.array(z.object({ unit: Uuid, score: z.number().min(0).max(1), reason: MatchReason })).max(5),
  }),
  z.object({ kind: z.literal('group'), group: z.enum(['counties', 'departments', 'units', 'companies']) }),
  z.object({ kind: z.literal('unknown') }),
]);
export type UnitMatch = z.infer<typeof UnitMatch>;

export const UnitMatchQuery = z.object({ name: z.string().trim().min(1).max(200) });

const name = z.string().trim().min(1).max(100);

/** A unit to be added; the caller names it, so that the same request sent again adds it once. */
export const NewUnit = z.object({
  id: NewId,
  parent: Uuid.nullable().default(null),
  name,
  shortName: name.nullable().default(null),
  aliases: z.array(name).max(20).default([]),
  kind: UnitKind,
  sort: z.int().min(0).max(1_000_000).default(1000),
});
export type NewUnit = z.input<typeof NewUnit>;

/** What can be done to a unit, and what each takes. */
export const UnitGiven = {
  rename: z.strictObject({ name, shortName: name.nullable().default(null) }),
  amend: z.strictObject({ kind: UnitKind, sort: z.int().min(0).max(1_000_000), aliases: z.array(name).max(60) }),
  locate: Located,
  move: z.strictObject({ parent: Uuid.nullable() }),
  merge: z.strictObject({ into: Uuid }),
  retire: z.strictObject({}),
} as const;

/** An act on a unit; `id` is the caller's own name for it (UUIDv7): sent again, it is done once. */
export const UnitAct = z.discriminatedUnion('kind', [
  z.strictObject({ id: NewId, kind: z.literal('rename'), given: UnitGiven.rename }),
  z.strictObject({ id: NewId, kind: z.literal('amend'), given: UnitGiven.amend }),
  z.strictObject({ id: NewId, kind: z.literal('locate'), given: UnitGiven.locate }),
  z.strictObject({ id: NewId, kind: z.literal('move'), given: UnitGiven.move }),
  z.strictObject({ id: NewId, kind: z.literal('merge'), given: UnitGiven.merge }),
  z.strictObject({ id: NewId, kind: z.literal('retire'), given: UnitGiven.retire }),
]);
export type UnitAct = z.infer<typeof UnitAct>;

/** What would go with a unit that is merged into another: open matters, seats, units below it, and who would then be head there. */
export const Merging = z.object({ matters: z.int(), seats: z.int(), units: z.int(), heads: z.array(z.string()) });
export type Merging = z.infer<typeof Merging>;

/** One act on an entry of the register, as its history tells it. `given` is as the kind of act has it. */
export const RegisterAct = z.object({
  id: Uuid,
  seq: z.int(),
  kind: z.string(),
  at: Instant,
  /** Who did it; empty for the program itself. */
  who: z.string(),
  given: z.record(z.string(), z.unknown()),
});
export type RegisterAct = z.infer<typeof RegisterAct>;
/** Newest first; `next` is the `before` of the following page, null at the beginning. */
export const RegisterStory = z.object({ acts: z.array(RegisterAct), next: z.int().nullable() });
export type RegisterStory = z.infer<typeof RegisterStory>;
