import { z } from 'zod';
import { NewId } from '../../kernel/contract.ts';
import { MatterRow } from '../lists/row.contract.ts';
import { Given } from '../life/given.contract.ts';

/** What crosses the wire about rounds: a numbered meeting and what it assigned. */
const Uuid = z.uuid();
const Day = z.iso.date();
/** The part of an address that names a round. */
export const RoundId = z.object({ id: z.uuid('matter.round-not-found') });
const line = (max: number) => z.string().trim().min(1).max(max);

export const Attendee = z.object({ name: line(40), post: z.string().max(120).nullable() });

/** One assignment of a round as reviewed: the words, who leads, who helps, by when. */
export const RoundItem = z.strictObject({
  id: NewId,
  register: Given.register,
  assign: Given.assign.nullable(),
});
export type RoundItem = z.infer<typeof RoundItem>;

/** Opens a numbered round and assigns its items, all or none. `id` is the caller's name for the whole. */
export const OpenRound = z.strictObject({
  id: NewId,
  mechanism: z.string(),
  year: z.int().min(2000).max(2100),
  number: z.int().min(1).max(9999),
  name: line(200),
  heldOn: Day,
  attendees: z.array(Attendee).max(100),
  draft: Uuid.nullish(),
  items: z.array(RoundItem).min(1).max(500),
});
export type OpenRound = z.infer<typeof OpenRound>;

export const RoundRow = z.object({
  id: Uuid,
  mechanism: z.string(),
  year: z.int(),
  number: z.int(),
  name: z.string(),
  heldOn: Day,
  attendees: z.array(Attendee),
  draft: Uuid.nullable(),
  total: z.int(),
  closed: z.int(),
});
export type RoundRow = z.infer<typeof RoundRow>;

export const RoundPage = z.object({ rows: z.array(RoundRow), next: z.string().nullable() });

/** A round with all its matters and the round before, for the board. */
export const RoundView = z.object({ round: RoundRow, before: RoundRow.nullable(), matters: z.array(MatterRow) });
export type RoundView = z.infer<typeof RoundView>;
