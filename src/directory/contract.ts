import { z } from 'zod';
import { Role } from '../platform/identity/contract.ts';

/** What crosses the wire about who there is. Pure. */
const Uuid = z.uuid();
const Instant = z.iso.datetime({ offset: true });

/** 政府, 办公室（督查机构）, 部门, 县（市、区）, 乡镇（街道）, 企业, 其他. */
export const UnitKind = z.enum(['government', 'office', 'department', 'county', 'town', 'company', 'other']);
export type UnitKind = z.infer<typeof UnitKind>;

/** A unit of the city. `sort` is the order of protocol; `aliases` are other names, earlier ones among them. */
export const Unit = z.object({
  id: Uuid,
  parent: Uuid.nullable(),
  name: z.string(),
  shortName: z.string().nullable(),
  aliases: z.array(z.string()),
  kind: UnitKind,
  sort: z.int(),
  retiredAt: Instant.nullable(),
});
export type Unit = z.infer<typeof Unit>;

/** All units in the order of protocol. A tree by `parent`; a few hundred, so there are no pages. */
export const UnitList = z.object({ rows: z.array(Unit) });

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
  id: Uuid,
  parent: Uuid.nullable().default(null),
  name,
  shortName: name.nullable().default(null),
  aliases: z.array(name).max(20).default([]),
  kind: UnitKind,
  sort: z.int().min(0).max(1_000_000).default(1000),
});
export type NewUnit = z.input<typeof NewUnit>;

export const RenameUnit = z.object({ name, shortName: name.nullable().default(null) });

/** A seat to be opened: an account acts for a unit, or above the units, in a role. */
export const NewSeat = z.object({
  id: Uuid,
  account: Uuid,
  unit: Uuid.nullable().default(null),
  role: Role,
  title: z.string().trim().max(100).default(''),
});
export type NewSeat = z.input<typeof NewSeat>;
