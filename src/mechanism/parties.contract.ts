import { z } from 'zod';
import { Named } from './named.contract.ts';

/** What a side is called; `optional`: nobody has to stand on it, as third parties. */
export const Side = Named.extend({ optional: z.literal(true).optional() });

/** The sides on which parties stand, by a key of the file's own; each that is not optional has at least one party once there is something to agree on. */
export const PartiesRule = z.strictObject({
  sides: z.record(z.string().regex(/^[a-z][a-z-]{1,30}$/u), Side),
});
