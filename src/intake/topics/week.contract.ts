import { z } from 'zod';
import { MatterRow } from '../../matters/contract.ts';

/** What crosses the wire about the hot topics of a week. Pure. */
const Day = z.iso.date();

/** A week is called by its Monday. */
export const Week = z.object({ week: Day.optional() });

/** Some matters of a topic are shown, the newest; `count` says how many it has, `senders` how many are known to have raised them. */
export const HotTopic = z.object({
  words: z.array(z.string()),
  count: z.int(),
  senders: z.int(),
  matters: z.array(MatterRow),
});
export type HotTopic = z.infer<typeof HotTopic>;

/**
 * A week's topics; `countedAt` is null while nobody has counted it. Topics are of the newest `read` of the `registered` matters of that
 * week.
 */
export const HotTopics = z.object({
  week: Day,
  thisWeek: Day,
  countedAt: z.iso.datetime().nullable(),
  registered: z.int(),
  read: z.int(),
  topics: z.array(HotTopic),
});
export type HotTopics = z.infer<typeof HotTopics>;
