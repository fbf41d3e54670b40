import { z } from 'zod';

/** What crosses the wire about who does a unit's work, and what one's other seats owe. Pure. */
const Uuid = z.uuid();

/** How much there is to do, and by how many working days the worst of it is late; null where nothing is. */
export const Owed = z.object({
  total: z.int(),
  overdue: z.int(),
  today: z.int(),
  week: z.int(),
  workdaysLate: z.int().nullable(),
});
export type Owed = z.infer<typeof Owed>;

/** What one seat of the unit has in hand. */
export const Hand = Owed.extend({ seat: Uuid, name: z.string(), title: z.string(), unit: Uuid });
export type Hand = z.infer<typeof Hand>;

/**
 * Everybody of the unit and of those below it, the latest first; `nobody`: what no one there has taken in hand. `sealed`: how much of what whoever
 * asks has in hand is sealed and known to them by name; of anybody else's nothing is said.
 */
export const Hands = z.object({ rows: z.array(Hand), nobody: Owed, sealed: z.int() });
export type Hands = z.infer<typeof Hands>;

/** What each seat of an account owes; a seat that owes nothing by its role has noughts. */
export const SeatsOwed = z.object({ rows: z.array(Owed.extend({ seat: Uuid })) });
export type SeatsOwed = z.infer<typeof SeatsOwed>;
