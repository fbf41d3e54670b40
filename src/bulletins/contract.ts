import { z } from 'zod';
import { NewId } from '../kernel/contract.ts';
import { RoundFigures } from '../figures/contract.ts';
import { MatterRow } from '../matters/contract.ts';

/** What crosses the wire about bulletins (通报): last week's completion and this week's list, frozen when published. */
const Uuid = z.uuid();

/** A bulletin as another of the same round names it. */
export const BulletinRef = z.object({
  id: Uuid,
  number: z.string(),
  publishedAt: z.iso.datetime({ offset: true }),
  by: z.string(),
});
export type BulletinRef = z.infer<typeof BulletinRef>;

/** The bulletin that one corrects, and the one that corrects it; left out where there is none. */
const Corrections = { supersedes: BulletinRef.optional(), supersededBy: BulletinRef.optional() };

export const BulletinRow = z.object({
  ...BulletinRef.shape,
  title: z.string(),
  round: Uuid,
  before: Uuid.nullable(),
  ...Corrections,
});
export type BulletinRow = z.infer<typeof BulletinRow>;
export const BulletinPage = z.object({ rows: z.array(BulletinRow), next: z.string().nullable() });

/** The checkpoint over all acts that a published bulletin was counted at. */
export const Seal = z.object({
  checkpoint: z.int(),
  root: z.string(),
  acts: z.number(),
  at: z.iso.datetime({ offset: true }),
});

/** A bulletin's content: live while `published` is null (a preview of the round), frozen after. */
export const BulletinView = z.object({
  published: BulletinRow.nullable(),
  title: z.string(),
  number: z.string(),
  roundNumber: z.int(),
  roundYear: z.int(),
  heldOn: z.iso.date(),
  attendees: z.array(z.object({ name: z.string(), post: z.string().nullable() })),
  /** Completion of the round before, as of the moment of publication; null for the first round. */
  before: z.object({ name: z.string(), number: z.int(), figures: RoundFigures }).nullable(),
  /** This week's list, by area in the order of the minutes. */
  list: z.array(z.object({ area: z.string().nullable(), matters: z.array(MatterRow) })),
  /** Confidential matters of the round, counted and not listed. */
  withheld: z.int(),
  opening: z.string(),
  closing: z.string(),
  seal: Seal.nullable(),
  /** `supersedes` is frozen with the rest (of a preview: what it would correct); `supersededBy` is as of now. */
  ...Corrections,
});
export type BulletinView = z.infer<typeof BulletinView>;

/**
 * Publishes the bulletin of a round. `opening` and `closing` are the words around the figures, as edited. A round that has a
 * bulletin takes another only as its correction: `supersedes` then names the one that is in force.
 */
export const PublishBulletin = z.strictObject({
  id: NewId,
  round: Uuid,
  title: z.string().trim().min(1).max(200),
  opening: z.string().trim().max(4000),
  closing: z.string().trim().max(4000),
  supersedes: Uuid.nullish(),
});
export type PublishBulletin = z.infer<typeof PublishBulletin>;
