import { z } from 'zod';

/** A list that somebody above publishes in editions: its name, the number of an item in it, the edition that has it so. */
export const Catalogued = z.strictObject({
  catalogue: z.string().trim().min(1).max(120),
  item: z.string().trim().min(1).max(40),
  edition: z.string().trim().min(1).max(60),
});
export type Catalogued = z.infer<typeof Catalogued>;

/** How far a unit had come by a ledger that was kept before: under way, done, or none of its business. */
export const Stands = z.enum(['going', 'done', 'none']);
export type Stands = z.infer<typeof Stands>;
