import { z } from 'zod';
import { MatterRow } from '../lists/row.contract.ts';
import { MOST_COMPARED } from './limits.rules.ts';

/** What crosses the wire about matters that are like a text or like another matter. Pure. */

/** What is being written, so far. What is longer than is compared is cut off by whoever asks. */
export const AlikeQuery = z.object({ text: z.string().trim().min(1).max(MOST_COMPARED) });

/**
 * Open matters that are like it, the most alike first. `alike`: 0–1. `nearlySame`: they say it in nearly the same words. `shared`: the
 * longest stretches that both have, which is why they are alike.
 */
export const AlikeMatters = z.object({
  rows: z.array(
    z.object({ matter: MatterRow, alike: z.number(), nearlySame: z.boolean(), shared: z.array(z.string()) }),
  ),
  /** Of what is being written: what was answered already and may be read by everybody, the most alike first. */
  answers: z.array(z.object({ id: z.uuid(), question: z.string(), answer: z.string(), day: z.iso.date() })).optional(),
  /** Of those like a matter: whether this seat may join it to another now. */
  mayJoin: z.boolean().optional(),
});
export type AlikeMatters = z.infer<typeof AlikeMatters>;
