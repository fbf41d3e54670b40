import { z } from 'zod';
import { Attachments } from './attached.contract.ts';
import { TakenRequest } from './source.contract.ts';

/** What crosses the wire when a source passes on what whoever raised a request said to its own people. */
const OwnNumber = z
  .string()
  .trim()
  .min(1)
  .max(100)
  .describe('The sender’s own number for what it passes on: taken once, refused with other contents');
const is = <K extends string>(kind: K, what: string) => z.literal(kind).describe(what);
const words = z.string().trim().min(1).max(4000);
const heard = z
  .boolean()
  .nullish()
  .describe('What they said themselves; left out or null where they did not say. Never what is thought likely');

/**
 * `id` is the source's own number for what it passes on: sent again it is taken once, with other contents it is refused (409).
 *
 * - `reply`: the answer to what they were asked; it sets the time going again. `question`, where it is given, is the one that was read
 *   (`questionId`): a reply that comes after another was asked is refused.
 * - `note`: what they add unasked.
 * - `callback`: what came of asking them after the answer (工单回访). An evaluation is theirs alone and is not passed on.
 */
export const PassedOn = z.discriminatedUnion('kind', [
  z.strictObject({
    id: OwnNumber,
    kind: is('reply', 'The answer to what they were asked: it sets the time going again'),
    question: z
      .uuid()
      .nullish()
      .describe('The `questionId` that was read; a reply that comes after another was asked is refused'),
    text: words,
    attachments: Attachments,
  }),
  z.strictObject({
    id: OwnNumber,
    kind: is('note', 'What they add unasked'),
    text: words,
    attachments: Attachments,
  }),
  z.strictObject({
    id: OwnNumber,
    kind: is(
      'callback',
      'What was heard on asking them after the answer; stars are their own to give and are not passed on',
    ),
    reached: z.boolean(),
    solved: heard,
    satisfied: heard,
    text: words,
  }),
]);
export type PassedOn = z.output<typeof PassedOn>;

/** What moved since a moment, that first which moved first. */
export const MovedQuery = z.object({
  since: z.iso.datetime({ offset: true }),
  /** Of those that moved at that very moment, the ones behind this number. */
  after: z.string().max(100).default(''),
});
/** `next`: what to ask on with, now or later; the last that was sent, or what was asked for where nothing moved. */
export const MovedRequests = z.object({
  rows: z.array(TakenRequest),
  next: z.object({ since: z.iso.datetime({ offset: true }), after: z.string() }),
  /** Whether there is more already. */
  more: z.boolean(),
});
export type MovedRequests = z.infer<typeof MovedRequests>;
