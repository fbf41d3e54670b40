import { z } from 'zod';
import { NewId } from '../kernel/contract.ts';

/** What crosses the wire about the first hour of a city. Pure. */

/** Whether the door is open: there is no city yet, and whoever has the code from the terminal may found it. */
export const SetupState = z.object({ open: z.boolean() });
export type SetupState = z.infer<typeof SetupState>;

const name = z.string().trim().min(1).max(60);

/** The first city and its first administrator. `id` names the act: the same request sent again founds nothing more. */
export const FoundCity = z.strictObject({
  id: NewId,
  /** As the terminal printed it at the start; with or without its hyphens. */
  code: z.string().trim().min(1).max(60),
  /** The six digits of the administrative division (GB/T 2260). */
  place: z.int(),
  name,
  nameEn: z.string().trim().max(60).default(''),
  login: z.string().trim().min(2).max(64),
  person: name,
  password: z.string().min(1).max(256),
});
export type FoundCity = z.infer<typeof FoundCity>;

/** How far a new city has come, as it stands in the register and the ledger now. */
export const FirstSteps = z.object({
  /** A city that was never founded step by step has none to be shown. */
  begun: z.boolean(),
  units: z.int(),
  supervisors: z.int(),
  mayors: z.int(),
  /** Units that take part and have nobody who deals with matters, or nobody who answers for them. */
  withoutHandler: z.int(),
  withoutHead: z.int(),
  /** Accounts that were never given a password. */
  withoutPassword: z.int(),
  rulesSeen: z.boolean(),
  rounds: z.int(),
  dismissed: z.boolean(),
});
export type FirstSteps = z.infer<typeof FirstSteps>;

/** Says that mechanism and calendar were looked at, or that the card is put away or wanted again. */
export const SetSteps = z.strictObject({ rulesSeen: z.literal(true).optional(), dismissed: z.boolean().optional() });
export type SetSteps = z.infer<typeof SetSteps>;
