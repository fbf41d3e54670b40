import { z } from 'zod';
import { NewId } from '../kernel/contract.ts';
import { Attendee, OpenRound } from '../matters/rounds/round.contract.ts';
import { Quantity } from '../matters/life/given.contract.ts';
import { TEXT_LIMIT } from './limits.rules.ts';

/** What crosses the wire about drafts: minutes that were read and are being reviewed before anything is assigned. */
const Uuid = z.uuid();
const Day = z.iso.date();

/** A unit's name as printed, and the directory's answer; see `src/directory` for how the likeliest are found. */
export const UnitGuess = z.object({
  printed: z.string(),
  kind: z.enum(['exact', 'likely', 'group', 'unknown']),
  units: z.array(z.object({ unit: Uuid, score: z.number() })),
});
export type UnitGuess = z.infer<typeof UnitGuess>;

/** One item under review. `start` and `end` are offsets into the article's text; null for one that a person added. */
export const ReviewItem = z.object({
  id: Uuid,
  article: z.int().min(0),
  start: z.int().nullable(),
  end: z.int().nullable(),
  keep: z.boolean(),
  text: z.string().max(4000),
  area: z.string().max(120).nullable(),
  aim: z.string().max(400).nullable(),
  dueText: z.string().max(120).nullable(),
  due: Day.nullable(),
  lead: Uuid.nullable(),
  co: z.array(Uuid).max(60),
  confidential: z.boolean(),
  guesses: z.array(UnitGuess),
  quantities: z.array(Quantity),
  /** What the reader was unsure of: `text`, `unit`, `due`, `area`. */
  unsure: z.array(z.string()),
});
export type ReviewItem = z.infer<typeof ReviewItem>;

export const ReviewMeeting = z.object({
  name: z.string().max(200),
  number: z.int().min(1).max(9999).nullable(),
  year: z.int().min(2000).max(2100).nullable(),
  heldOn: Day.nullable(),
  attendees: z.array(Attendee),
});
export type ReviewMeeting = z.infer<typeof ReviewMeeting>;

/** An article as read; `uncovered` are the stretches that nothing was made of: no item, no heading, no unit, no day. */
export const ReviewArticle = z.object({
  title: z.string(),
  byline: z.string().nullable(),
  date: Day.nullable(),
  text: z.string(),
  items: z.int(),
  uncovered: z.array(z.object({ start: z.int(), end: z.int() })),
});
export type ReviewArticle = z.infer<typeof ReviewArticle>;

export const DraftRow = z.object({
  id: Uuid,
  title: z.string(),
  status: z.enum(['open', 'assigned']),
  round: Uuid.nullable(),
  items: z.int(),
  createdAt: z.iso.datetime({ offset: true }),
  by: z.string(),
});
export type DraftRow = z.infer<typeof DraftRow>;
export const DraftPage = z.object({ rows: z.array(DraftRow), next: z.string().nullable() });

export const DraftView = z.object({
  draft: DraftRow,
  /** Counts up with each save; a save names the version it began from. */
  version: z.int(),
  /** The article under review: the first that reads as the minutes of a meeting, or the one with most items. */
  article: z.int(),
  articles: z.array(ReviewArticle),
  meeting: ReviewMeeting,
  items: z.array(ReviewItem),
});
export type DraftView = z.infer<typeof DraftView>;

/** New minutes as pasted text; a file goes to `POST /api/minutes/file` as the raw body with its name in `?name=`. */
export const NewDraft = z.object({
  text: z.string().min(1).max(TEXT_LIMIT),
  date: Day.optional(),
  name: z.string().max(200).optional(),
});
/** `known`: the same text was read before; the draft is that earlier one, nothing was made anew. */
export const DraftReceipt = z.object({ id: Uuid, known: z.boolean() });
export type DraftReceipt = z.infer<typeof DraftReceipt>;

export const SaveDraft = z.object({
  version: z.int(),
  article: z.int(),
  meeting: ReviewMeeting,
  items: z.array(ReviewItem.extend({ id: NewId })).max(2000),
});
export type SaveDraft = z.infer<typeof SaveDraft>;

/** Assigns the draft's kept items as a round: the draft is closed and the round opened in one transaction. */
export const AssignDraft = OpenRound;
