import { z } from 'zod';
import { Purpose } from '../directory/originators/originator.contract.ts';
import { NewId } from '../kernel/contract.ts';

/** What crosses the wire about personal data: who was shown it, what would be erased. */
const Uuid = z.uuid();
const Day = z.iso.date();
const Instant = z.iso.datetime({ offset: true });

/** Which showings: of a unit's seats, of one seat, of one matter, of one person's data; on these days of the city. */
export const ShownQuery = z.object({
  unit: Uuid.optional(),
  seat: Uuid.optional(),
  matter: Uuid.optional(),
  originator: Uuid.optional(),
  from: Day.optional(),
  until: Day.optional(),
  after: z
    .string()
    .regex(/^[0-9a-f-]{36}\.[0-9a-f-]{36}$/u)
    .optional(),
});
export type ShownQuery = z.infer<typeof ShownQuery>;

/** The log as a workbook; `query` as it is read. */
export const ExportShown = z.strictObject({ id: NewId, query: ShownQuery });

/** One showing. `who` sat on the seat then, in `unit` (null: in no unit). */
export const ShownRow = z.object({
  id: Uuid,
  at: Instant,
  seat: Uuid,
  who: z.string(),
  title: z.string(),
  unit: Uuid.nullable(),
  purpose: z.string(),
  /** Null where it was for no matter. Not `readable`: the reader may know its number and no more. What is sealed has no row but for those who are named. */
  matter: z.object({ id: Uuid, number: z.string(), readable: z.boolean() }).nullable(),
  /** Whose data: the enterprise, where they are proven to be one. */
  originator: Uuid,
  enterprise: z.string().nullable(),
});
export type ShownRow = z.infer<typeof ShownRow>;
export const ShownPage = z.object({ rows: z.array(ShownRow), next: z.string().nullable() });
export type ShownPage = z.infer<typeof ShownPage>;

/** Who falls due to be erased within the month: whose, when by the period, and from when on it is done. */
export const DueRow = z.object({
  subject: Uuid,
  kind: z.enum(['enterprise', 'person', 'unknown']),
  enterprise: z.string().nullable(),
  matters: z.int(),
  lastAct: Instant,
  due: Instant,
  erases: Instant,
});
export type DueRow = z.infer<typeof DueRow>;
export const DuePage = z.object({ total: z.int(), rows: z.array(DueRow), next: Uuid.nullable() });
export type DuePage = z.infer<typeof DuePage>;
export const DueQuery = z.object({ after: Uuid.optional() });

/** What would be erased of an originator, before it is. */
export const ErasurePreview = z.object({
  originator: Uuid,
  kind: z.enum(['enterprise', 'person', 'unknown']),
  erasedAt: Instant.nullable(),
  contacts: z.int(),
  /** Matters that they raised, and how many of these are not closed yet. */
  matters: z.int(),
  open: z.int(),
});
export type ErasurePreview = z.infer<typeof ErasurePreview>;

/** A showing as the person whose data it was is told: by which office, and what for; not who sat there. */
/** `unit`: null of a seat above the units: the office's, or a leader's of the city (`mayor`), who is not named. */
export const Look = z.object({ at: Instant, unit: z.string().nullable(), mayor: z.boolean(), purpose: z.string() });
export const Looks = z.object({
  rows: z.array(Look),
  /** One's contacts as the city keeps them, masked. */
  contacts: z.array(z.string()),
  /** That one asked to be erased, by when that is decided where it is kept, and why it was not done: null while it waits. */
  wish: z.object({ at: Instant, due: z.iso.date().nullable(), declined: z.string().nullable() }).nullable(),
  /** What the city calls it, where one raised what is sealed; `only`: and nothing besides. */
  sealed: z.object({ zh: z.string(), en: z.string(), only: z.boolean() }).nullable(),
});
export type Looks = z.infer<typeof Looks>;

/** An originator asks to have what is personal erased. */
export const NewWish = z.strictObject({ id: NewId });

/** By what an originator is found: a contact of theirs, or the number of a matter that they raised. */
export const OriginatorQuery = z.object({ q: z.string().trim().min(1).max(254) });

/** Somebody whose data the city keeps, as the administrator sees them: masked. */
export const KeptOriginator = ErasurePreview.extend({
  enterprise: z.string().nullable(),
  masked: z.array(z.string()),
  numbers: z.array(z.string()),
});
export type KeptOriginator = z.infer<typeof KeptOriginator>;
/** A copy of somebody's data, for an administrator, who says what for. */
export const ExportPersonal = z.strictObject({ id: NewId, originator: Uuid, purpose: Purpose });

/** Somebody who asked to be erased. */
export const WishRow = KeptOriginator.extend({ wish: Uuid, at: Instant });
export type WishRow = z.infer<typeof WishRow>;
export const Wishes = z.object({ rows: z.array(WishRow) });
export type Wishes = z.infer<typeof Wishes>;
/** Why it is not done; they are told. */
export const DeclineWish = z.strictObject({ id: NewId, reason: z.string().trim().min(2).max(400) });

export const KeptOriginators = z.object({ rows: z.array(KeptOriginator) });
export type KeptOriginators = z.infer<typeof KeptOriginators>;
