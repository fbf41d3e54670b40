import { z } from 'zod';
import { NewId } from '../../kernel/contract.ts';

/** What crosses the wire about what somebody declares to hold against their being impartial. */
const Uuid = z.uuid();
const Instant = z.iso.datetime({ offset: true });

/**
 * `works`: they, or theirs, work for the enterprise or hold a share of it; `family`: a near relative of theirs runs it; `represented`:
 * they have represented it before; `none`: there is nothing to declare, which is a word too.
 */
export const InterestKind = z.enum(['none', 'works', 'family', 'represented']);
export type InterestKind = z.infer<typeof InterestKind>;

/** One's own declaration; `enterprise` of the register for all kinds but `none`. */
export const NewInterest = z.strictObject({
  id: NewId,
  kind: InterestKind,
  enterprise: Uuid.nullable().default(null),
  text: z.string().trim().max(200).nullable().default(null),
});
export type NewInterest = z.output<typeof NewInterest>;
export const EndInterest = z.strictObject({ id: NewId, kind: z.literal('end-interest'), given: z.strictObject({}) });

const Interest = z.object({
  id: Uuid,
  kind: InterestKind,
  enterprise: Uuid.nullable(),
  name: z.string().nullable(),
  text: z.string().nullable(),
  declaredAt: Instant,
  endedAt: Instant.nullable(),
});
export const InterestList = z.object({ rows: z.array(Interest) });
export type InterestList = z.infer<typeof InterestList>;
