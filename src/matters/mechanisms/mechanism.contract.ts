import { z } from 'zod';
import { NewId } from '../../kernel/contract.ts';
import { ActNames, Fault, Named } from '../../mechanism/contract.ts';

/** What crosses the wire about mechanisms and their versions. Pure. */
const Uuid = z.uuid();
const Instant = z.iso.datetime({ offset: true });

/** One published wording of a mechanism; `who` is empty where the program itself published it. */
export const MechanismVersionRow = z.object({
  version: z.int(),
  publishedAt: Instant,
  who: z.string(),
});
export const MechanismRow = z.object({
  key: z.string(),
  name: Named,
  /** Its entry in the register, for its history. */
  entry: Uuid,
  /** Newest first; new matters are opened under the first. */
  versions: z.array(MechanismVersionRow).min(1),
  /** Its matters are for named seats alone: nobody else is told of one. */
  sealed: z.boolean(),
  /** What its newest version calls its acts, where that is something else than elsewhere. */
  actNames: ActNames,
});
export type MechanismRow = z.infer<typeof MechanismRow>;
export const MechanismList = z.object({ rows: z.array(MechanismRow) });

export const MechanismSource = z.object({
  key: z.string(),
  version: z.int(),
  source: z.string(),
  publishedAt: Instant,
});
export type MechanismSource = z.infer<typeof MechanismSource>;

/**
 * A file to be published as the newest version of the mechanism whose key it has. `seen` is the version that it was written
 * over, 0 where there was none: if another was published meanwhile, the answer is 409.
 */
export const PublishMechanism = z.strictObject({
  id: NewId,
  source: z.string().min(1).max(200_000),
  seen: z.int().min(0),
});
export type PublishMechanism = z.infer<typeof PublishMechanism>;

export const MechanismFaults = z.object({
  /** `code` is a key of the messages, `params` what stands in its places; lines count from 1. */
  faults: z.array(Fault),
  /** What a file without faults may have forgotten, as a clock that nobody is pressed about; it can be published all the same. */
  warnings: z.array(Fault),
});
