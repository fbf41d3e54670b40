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

export const Circle = z.object({
  mechanism: z.string(),
  seats: z.array(z.object({ seat: Uuid, name: z.string(), title: z.string(), unit: Uuid.nullable() })),
});
export type Circle = z.infer<typeof Circle>;
