import { z } from 'zod';

/** What crosses the wire about a unit's part in a matter. */

export const Part = z.enum(['lead', 'co']);
export type Part = z.infer<typeof Part>;

/** What a unit has said to its assignment; `unawaited` where the lead unit answered without waiting for what it would say. */
export const Stance = z.enum(['assigned', 'accepted', 'refused', 'answered', 'unawaited', 'returned', 'done']);
export type Stance = z.infer<typeof Stance>;

/** Of what a unit handed back twice: that it takes part is to be decided, or was. */
export const Decision = z.enum(['waits', 'made']);
export type Decision = z.infer<typeof Decision>;

export const UnitStance = z.object({
  unit: z.uuid(),
  part: Part,
  stance: Stance,
  bounces: z.int(),
  since: z.iso.datetime({ offset: true }),
});
