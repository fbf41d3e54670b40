import { z } from 'zod';
import { Named } from '../../mechanism/contract.ts';
import { MOST_FEN } from './fen.rules.ts';

/** What crosses the wire about those who stand against each other in a matter, and about who was appointed to it. */
const Uuid = z.uuid();
const line = (max: number) => z.string().trim().min(1).max(max);

/** The number of a party within its matter, from 1 in the order in which they came in. */
export const PartyNumber = z.int().min(1).max(99);
/** Some of a matter's parties, each once. */
export const SomeParties = z
  .array(PartyNumber)
  .max(40)
  .refine((all) => new Set(all).size === all.length);

/**
 * A party as given: an enterprise of the register by its id, else by its name; or a person. What is personal (a person's name, who
 * speaks for them, how to reach them) is sealed before it is kept, and a mark stands in its place.
 */
export const GivenParty = z.strictObject({
  side: line(32),
  kind: z.enum(['enterprise', 'person']),
  enterprise: Uuid.nullish(),
  name: line(120),
  /** Who speaks for the party. */
  agent: line(60).nullish(),
  contact: line(120).nullish(),
});
export type GivenParty = z.infer<typeof GivenParty>;
export const GivenParties = z.array(GivenParty).max(40);

/** A sum of money, in fen: ten billion yuan at most. */
export const Fen = z.int().min(0).max(MOST_FEN);

/** Why somebody may not be impartial; `unknown` is no answer to that and is said as what it is. */
export const Impartial = z.enum(['none', 'unknown']);
export type Impartial = z.infer<typeof Impartial>;

/** Who may be appointed: those who sit in the lead unit, and what stands against each as far as is known; the likeliest first. */
export const Candidates = z.object({
  rows: z.array(
    z.object({
      seat: Uuid,
      name: z.string(),
      title: z.string(),
      unit: Uuid,
      impartial: Impartial,
      why: z.string().nullable(),
      /** Whether they are on duty today. */
      onDuty: z.boolean(),
    }),
  ),
});
export type Candidates = z.infer<typeof Candidates>;

export const PartyView = z.object({
  n: PartyNumber,
  side: z.string(),
  kind: z.enum(['enterprise', 'person']),
  enterprise: Uuid.nullable(),
  name: z.string(),
  agent: z.string().nullable(),
  contact: z.string().nullable(),
});
export type PartyView = z.infer<typeof PartyView>;

/** What the acts that say who is impartial take, beside the seat appointed. */
export const GivenClear = z.strictObject({ seat: Uuid, reason: z.string().trim().min(1).max(4000) });

/** Who declared an interest after they were appointed or asked to help, and towards which parties; of which kind it is stays with them. */
export const GivenRecuse = z.strictObject({ seat: Uuid, parties: SomeParties.min(1) });

/** Towards which parties somebody is not impartial, by parties that came in later or by an interest that they declared later; they act as such no more until it is decided; null: none. */
export const Conflicts = z.array(PartyNumber).nullable();

/** Parties by side, in the order of the mechanism's file; null under a mechanism that has none. */
export const PartiesView = z.object({
  sides: z.array(z.object({ key: z.string(), name: Named, optional: z.boolean(), parties: z.array(PartyView) })),
  /** In fen. */
  amount: z.int().nullable(),
  appointed: z
    .object({
      seat: Uuid,
      name: z.string(),
      title: z.string(),
      unit: Uuid.nullable(),
      impartial: Impartial,
      conflicts: Conflicts,
      /** It was decided that what was found does not matter. */
      cleared: z.boolean(),
    })
    .nullable(),
});
export type PartiesView = z.infer<typeof PartiesView>;
