import { z } from 'zod';
import { Named } from './named.contract.ts';

/** The sides on which parties stand, by a key of the file's own; each has at least one party once there is something to agree on. */
export const PartiesRule = z.strictObject({
  sides: z.record(z.string().regex(/^[a-z][a-z-]{1,30}$/u), Named),
});
