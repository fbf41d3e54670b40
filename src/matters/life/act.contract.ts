import { z } from 'zod';
import { NewId } from '../../kernel/contract.ts';
import { ActKind, Follows, Named } from '../../mechanism/contract.ts';

/** What crosses the wire about an act: which one may do, asked for, done. */
const Uuid = z.uuid();
const Instant = z.iso.datetime({ offset: true });

/**
 * An act as asked for. `id` is the caller's own name for it (UUIDv7): sent again, it gives the first answer. `seen` is the
 * matter's `seq` that the person was looking at: if the matter has moved on in a way that matters, the answer is 409.
 */
export const ActRequest = z.object({
  id: NewId,
  kind: ActKind,
  seen: z.int().min(0).optional(),
  given: z.record(z.string(), z.unknown()),
});
export type ActRequest = z.infer<typeof ActRequest>;

/** The answer to an act: the act as it stands in the ledger, and the stage that it led to. */
export const ActReceipt = z.object({
  id: Uuid,
  matter: Uuid,
  seq: z.int(),
  kind: z.string(),
  at: Instant,
  stage: z.string(),
});
export type ActReceipt = z.infer<typeof ActReceipt>;

/** A clock that runs so many days at least: since when, and on which day that is over. */
export const Early = z.object({ name: Named, days: z.int(), since: z.iso.date(), until: z.iso.date() });
export type Early = z.infer<typeof Early>;

/** Why an act is open to me, or not: the page shows the sentence for `code` beside a button that is off. */
export const ActChoice = z.object({
  kind: ActKind,
  allowed: z.boolean(),
  code: z.string().nullable(),
  params: z.record(z.string(), z.unknown()),
  /** What the mechanism demands besides, e.g. `evidence`. */
  give: z.array(z.string()),
  /** The targets of which it has to be said why they are not reached. */
  unreached: z.array(z.string()),
  /** The clock that it would end sooner than that runs at least, of which it has to be said why. */
  early: Early.nullable(),
  /** Of `list`: within how long it is to be done at the latest, in the file’s words; null where the file does not say. */
  within: z.string().nullable(),
  /** What would follow if I did it. */
  follows: Follows,
});
export type ActChoice = z.infer<typeof ActChoice>;
