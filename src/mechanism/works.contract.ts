import { z } from 'zod';
import { MEASURES } from '../kernel/contract.ts';
import { Demand } from './acts.contract.ts';
import { Named } from './named.contract.ts';

/** The part of the language that work outside needs: what is to be reached, and what must be passed on the way. */
const WorkKey = z.string().regex(/^[a-z][a-z0-9-]{1,30}$/u);
const Acts = z.array(z.string().min(1).max(40)).min(1);

/** What a target is measured in where each matter says that for itself: then nothing of several matters is added up. */
export const OWN = 'own';

/**
 * Something of which each matter may promise a quantity, in one unit throughout so that it can be added up, or each in its own. `every`:
 * a reading is wanted of the end of each such period, and `within` so long after it.
 */
export const TargetRule = z.strictObject({
  name: Named,
  in: z.enum([...MEASURES, OWN]),
  every: z.enum(['month', 'quarter']).optional(),
  within: z
    .string()
    .regex(/^[1-9]\d? workdays?$/u)
    .optional(),
});
export type TargetRule = z.infer<typeof TargetRule>;
export const TargetRules = z.record(WorkKey, TargetRule);

/**
 * How the levels of a tree are called, from the top down; those below the last are called as it is. `optional`: a matter is of that level where it
 * says so at its registration, and a tree without one leaves it out, as what a plan goes by, which not every document says.
 */
const Level = Named.extend({ optional: z.boolean().optional() });
export const TreeRule = z.strictObject({ levels: z.array(Level).min(1).max(9) });

/**
 * A gate that the work must pass: what is looked at there; `after`: the gates that must have been passed and the acts that must have been done
 * before it is inspected; `give`: what an inspection of it is given besides what the act itself demands; `anew`: the acts after which an
 * earlier pass counts no more; `before`: the acts that wait until it was passed; `halts`: those that are not done from an inspection that
 * stopped the work until one that it passes.
 */
export const GateRule = z.strictObject({
  name: Named,
  items: z.record(WorkKey, Named),
  after: Acts.optional(),
  give: z
    .array(Demand.extract(['evidence', 'photo', 'note']))
    .min(1)
    .optional(),
  anew: Acts.optional(),
  before: Acts.optional(),
  halts: Acts.optional(),
});
export type GateRule = z.infer<typeof GateRule>;
export const GateRules = z.record(WorkKey, GateRule);
