import { z } from 'zod';
import { PartyNumber, SomeParties } from '../parties/parties.contract.ts';

/** What crosses the wire about a session: those concerned met, and what was said is kept. */
const Day = z.iso.date();
const line = (max: number) => z.string().trim().min(1).max(max);

/** `from`: the time of day on the city's clock. `lasted`: minutes. `came`: the parties that were there; `nobody`: that none of them was. */
export const GivenSession = z.strictObject({
  heldOn: Day,
  from: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/u)
    .nullish(),
  lasted: z.int().min(1).max(1440).nullish(),
  place: line(120),
  came: SomeParties,
  nobody: z.boolean().nullish(),
  text: line(4000),
  files: z.array(z.uuid()).max(50).optional(),
});

/** A session that is to come: on which day, when and where, and which parties are asked to come. */
export const GivenConvening = z.strictObject({
  meetOn: Day,
  from: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/u)
    .nullish(),
  place: line(120),
  came: SomeParties,
  note: line(4000).nullish(),
});
export const ArrangedView = z.object({
  meetOn: Day,
  from: z.string().nullable(),
  place: z.string(),
  came: z.array(PartyNumber),
});

export const SessionView = z.object({
  act: z.uuid(),
  heldOn: Day,
  from: z.string().nullable(),
  lasted: z.int().nullable(),
  place: z.string(),
  came: z.array(PartyNumber),
  text: z.string(),
});
export type SessionView = z.infer<typeof SessionView>;
