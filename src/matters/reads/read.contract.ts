import { z } from 'zod';

/** What crosses the wire about who has read a matter. */
const Uuid = z.uuid();
const Instant = z.iso.datetime({ offset: true });

/** That a matter was really shown, up to which act. */
export const NoteRead = z.strictObject({ upTo: z.int().min(1) });
export type NoteRead = z.infer<typeof NoteRead>;

/** Somebody who has read it: up to which act, and when that act first stood before them. */
export const Reader = z.object({
  seat: Uuid,
  who: z.string(),
  unit: Uuid.nullable(),
  title: z.string(),
  upTo: z.int(),
  at: Instant,
});
export type Reader = z.infer<typeof Reader>;

export const Readers = z.object({
  /** How many there are; `rows` are the latest hundred. */
  count: z.int(),
  rows: z.array(Reader),
  /** The act up to which I have read it myself; 0 not at all. */
  mine: z.int(),
  /** For overseers, while it is open: units that it is assigned to and of which nobody has opened it. */
  unseen: z.array(Uuid),
});
export type Readers = z.infer<typeof Readers>;
