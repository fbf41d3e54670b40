import { z } from 'zod';
import { NewId } from '../../kernel/contract.ts';

/** What crosses the wire about who is named for the sealed matters of a mechanism. */
const Uuid = z.uuid();

/** Names the first seat (`open-circle`) or another, or un-names it: for matters to come. For one that is there `help` and `unhelp` are its own acts. */
export const CircleAct = z.strictObject({
  id: NewId,
  kind: z.enum(['open-circle', 'name-seat', 'unname-seat']),
  given: z.strictObject({ seat: Uuid }),
});
export type CircleAct = z.output<typeof CircleAct>;

const Seated = z.object({ seat: Uuid, name: z.string(), title: z.string(), unit: Uuid.nullable() });

/**
 * `holds`: the very person sits there who was named, and nobody else knows their password. `own`: the caller's own seat, where it is named;
 * `mayName`: whether they say who else is.
 */
export const Circle = z.object({
  mechanism: z.string(),
  seats: z.array(Seated.extend({ since: z.iso.datetime(), holds: z.boolean() })),
  opened: z.boolean(),
  mayName: z.boolean(),
  own: Uuid.nullable(),
});
export type Circle = z.infer<typeof Circle>;

/** `q`: part of a name or a unit, or the initials of their pinyin. */
export const CircleQuery = z.object({ q: z.string().trim().max(20).default('') });
export const CircleColleagues = z.object({ rows: z.array(Seated) });
export type CircleColleagues = z.infer<typeof CircleColleagues>;
