import { z } from 'zod';

/** What crosses the wire about suggestions. Pure. */
const Instant = z.iso.datetime();

/** For what a category and a unit are asked: what is being written, or a matter, whose id says so. What it says goes along either way. */
export const SuggestionQuery = z.strictObject({
  mechanism: z.string().min(1).max(60),
  title: z.string().trim().max(400).optional(),
  text: z.string().trim().min(1).max(4000),
  matter: z.uuid().nullish(),
});
export type SuggestionQuery = z.infer<typeof SuggestionQuery>;

/**
 * What is suggested. `said`: a category's code or a unit's id, how sure that is (0–1), the words of the text that decided, and the most
 * alike closed matters of which the same was decided, of those that the caller may read. `unsure`: nothing is sure enough to be said. `none`:
 * nothing has been learned; of `matters` closed ones with `kinds` categories or units there was too little, or null: nobody has looked yet;
 * `confidential` where there will be none, since all matters of the mechanism are, and nothing is learned from those.
 */
export const Suggested = z.discriminatedUnion('is', [
  z.object({
    is: z.literal('said'),
    label: z.string(),
    sure: z.number().min(0).max(1),
    words: z.array(z.string()),
    alike: z.array(z.object({ id: z.uuid(), number: z.string() })),
  }),
  z.object({ is: z.literal('unsure') }),
  z.object({ is: z.literal('none'), matters: z.int().nullable(), kinds: z.int(), confidential: z.boolean() }),
]);
export type Suggested = z.infer<typeof Suggested>;

/** `category` is null where the mechanism classifies nothing. */
export const Suggestions = z.object({ category: Suggested.nullable(), unit: Suggested });
export type Suggestions = z.infer<typeof Suggestions>;

/**
 * What was learned of one mechanism, and how it fared in the last thirty days: `said` decisions had a suggestion before them, `right` of
 * them were the same, and before `silent` nothing was sure enough. `learnedAt` is null where there was too little to learn from.
 */
export const LessonRow = z.object({
  mechanism: z.string(),
  name: z.object({ zh: z.string(), en: z.string() }),
  about: z.enum(['category', 'unit']),
  lookedAt: Instant.nullable(),
  learnedAt: Instant.nullable(),
  matters: z.int(),
  kinds: z.int(),
  said: z.int(),
  right: z.int(),
  silent: z.int(),
});
export type LessonRow = z.infer<typeof LessonRow>;

export const Lessons = z.object({ rows: z.array(LessonRow) });
export type Lessons = z.infer<typeof Lessons>;
