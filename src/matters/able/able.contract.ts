import { z } from 'zod';
import { ActKind } from '../../mechanism/contract.ts';

/** What crosses the wire about one act on many matters, before it is done. Pure. */
const Uuid = z.uuid();

/** So many matters are asked about at once; the page chooses among those that it lists. */
const MOST = 2000;

export const AbleAsked = z.strictObject({ kind: ActKind, ids: z.array(Uuid).min(1).max(MOST) });
export type AbleAsked = z.infer<typeof AbleAsked>;

/** Why one matter cannot take the act now: the policy's own code, and what stands in its sentence. */
export const Unable = z.object({ id: Uuid, code: z.string(), params: z.record(z.string(), z.unknown()) });
export type Unable = z.infer<typeof Unable>;

/** Those that cannot, in the order asked; every other one can. */
export const Ables = z.object({ unable: z.array(Unable) });
export type Ables = z.infer<typeof Ables>;
