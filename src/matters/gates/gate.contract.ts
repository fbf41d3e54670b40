import { z } from 'zod';
import { ActKind, Demand, Named } from '../../mechanism/contract.ts';
import { Doer } from '../story/story.contract.ts';
import { Position } from '../targets/target.contract.ts';

/** What crosses the wire about the gates that the work must pass. */
const Uuid = z.uuid();
const Instant = z.iso.datetime({ offset: true });
const Key = z.string().min(1).max(40);
const words = z.string().trim().min(1).max(4000);

/** What was found of one thing that is looked at; `none`: there is nothing of the kind here. */
export const Verdict = z.enum(['pass', 'fail', 'none']);
export type Verdict = z.infer<typeof Verdict>;

const Looked = z.strictObject({ item: Key, verdict: Verdict, text: z.string().trim().min(1).max(1000).nullish() });

/** One inspection at a gate: every thing on its list, each with what was found. `halt`: the work stops until it is passed. */
export const Inspect = z.strictObject({
  gate: Key,
  items: z.array(Looked).min(1).max(60),
  halt: z.boolean().optional(),
  position: Position.nullish(),
  files: z.array(Uuid).max(50).optional(),
  note: words.nullish(),
});

export const GateView = z.object({
  gate: z.string(),
  name: Named,
  items: z.array(z.object({ item: z.string(), name: Named })),
  /** What an inspection of it is given besides. */
  give: z.array(Demand),
  /** What must be passed and done before it is inspected, and is not yet. */
  waits: z.object({ gates: z.array(Named), acts: z.array(ActKind) }),
  /** The acts that wait for it, and those that it may stop. */
  before: z.array(ActKind),
  halts: z.array(ActKind),
  /** The last inspection; null while there was none. `halted`: the work stands since then. */
  last: z
    .object({
      act: Uuid,
      at: Instant,
      passed: z.boolean(),
      /** It was passed, and something was done since after which it is inspected anew. */
      lapsed: z.boolean(),
      halted: z.boolean(),
      items: z.array(z.object({ item: z.string(), verdict: Verdict, text: z.string().nullable() })),
      note: z.string().nullable(),
      files: z.int(),
    })
    .nullable(),
  /** How often it was inspected. */
  times: z.int(),
});
export type GateView = z.infer<typeof GateView>;
export const GatesView = z.array(GateView);

/** A gate that holds the work: since when, and who stopped it there. */
export const HaltView = z.object({ gate: z.string(), name: Named, at: Instant, ...Doer.shape });
export type HaltView = z.infer<typeof HaltView>;
