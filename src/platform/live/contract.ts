import { z } from 'zod';

/** How far a reader of the live line has come, as the line said it; to be given back, never to be understood. */
export const Position = z
  .string()
  .max(4000)
  .regex(/^\d{1,20}:\d{1,20}:(\d{1,20}(,\d{1,20})*)?$/);

/** Something that the reader may see has come to its act number `seq`. What the act says is read where it stands. */
export const Moved = z.object({
  room: z.string(),
  id: z.uuid(),
  seq: z.int(),
  /** The round that a matter belongs to; null for anything else. */
  round: z.uuid().nullable(),
});
export type Moved = z.infer<typeof Moved>;

/**
 * One piece of news. `mine`: something that my units or my office take part in has moved, so what I have to do may have
 * changed; it may be true with nothing named, when a matter has left my sight.
 */
export const LiveNews = z.object({ moved: z.array(Moved), mine: z.boolean() });
export type LiveNews = z.infer<typeof LiveNews>;

export const LiveQuery = z.object({
  /** The last position heard, by whoever cannot send `Last-Event-ID`. */
  since: Position.optional(),
});
