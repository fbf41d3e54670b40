import { z } from 'zod';
import { Extension, MatterRow } from '../contract.ts';
import { LastWord } from '../story/story.contract.ts';

/** What crosses the wire about the few things that somebody above the units must know. Pure. */
const units = z.array(z.uuid());

/** What keeps a matter from being answered, and whose turn it is. `until`: the later day that was asked for. */
export const Block = z.discriminatedUnion('why', [
  z.object({ why: z.literal('reassign'), units }),
  z.object({ why: z.literal('extension'), units, until: z.iso.date() }),
  z.object({ why: z.literal('accept'), units }),
  z.object({ why: z.literal('co'), units }),
  z.object({ why: z.literal('returned'), units }),
  z.object({ why: z.literal('lead'), units }),
]);
export type Block = z.infer<typeof Block>;

/** A matter that is late: what it hangs on, and what its lead unit said last; null where it has said nothing. */
export const Worst = z.object({ row: MatterRow, blocks: z.array(Block), said: LastWord.nullable() });
export type Worst = z.infer<typeof Worst>;

/** Something that only waits for a word of whoever asks: the extensions that they may grant or deny. */
export const Wish = z.object({ row: MatterRow, asked: z.array(Extension) });
export type Wish = z.infer<typeof Wish>;

/** A judgement that is proposed to be left out, which nobody of the supervision office may review, and why. */
export const ToReview = z.object({ row: MatterRow, reason: z.string() });
export type ToReview = z.infer<typeof ToReview>;

/** `raised`: what was raised to whoever asks, the most urgent twenty. `reviews`: exclusions that wait for their review, the most urgent twenty. `worst`: the longest overdue, at most three. `wishes`: the most urgent first; `more` of them are not sent. */
export const Brief = z.object({
  raised: z.array(MatterRow),
  reviews: z.array(ToReview),
  worst: z.array(Worst),
  wishes: z.array(Wish),
  more: z.int(),
});
export type Brief = z.infer<typeof Brief>;
