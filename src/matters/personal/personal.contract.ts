import { z } from 'zod';
import { Purpose } from '../../directory/originators/originator.contract.ts';
import { NewId } from '../../kernel/contract.ts';

/** What crosses the wire when what is personal of a matter is shown. */
const Uuid = z.uuid();

/** One says what for; it is noted under this id. */
export const ShowPersonal = z.strictObject({ id: NewId, purpose: Purpose });

/** How to reach those who raised the matter, and what stands behind the marks in their words. */
export const ShownPersonal = z.object({
  contacts: z.array(z.string()),
  /** `act`: in whose words the mark stands. */
  pieces: z.array(z.object({ act: Uuid, mark: z.string(), text: z.string() })),
  /** The files of a sealed matter by their names; of any other they are told with the matter. */
  files: z.array(z.object({ id: Uuid, act: Uuid, name: z.string(), mediaType: z.string(), size: z.int() })),
  /** How many of those who raised it had what is personal erased. */
  erased: z.int(),
});
export type ShownPersonal = z.infer<typeof ShownPersonal>;
