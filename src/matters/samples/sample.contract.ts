import { z } from 'zod';

/** What crosses the wire about the weekly samples of those who are called back. */
const Uuid = z.uuid();
const Day = z.iso.date();

export const SampleQuery = z.object({ before: Day.optional() });

/** A draw: what it was made of, and what came out of it. `waiting`: they are still to be called back; `reached`: somebody spoke with them. */
export const Sample = z.object({
  mechanism: z.string(),
  week: Day,
  drawnAt: z.iso.datetime({ offset: true }),
  share: z.int(),
  least: z.int(),
  population: z.array(z.object({ id: Uuid, unit: Uuid.nullable() })),
  drawn: z.array(
    z.object({ id: Uuid, number: z.string(), text: z.string(), waiting: z.boolean(), reached: z.boolean() }),
  ),
});
export type Sample = z.infer<typeof Sample>;

/** Of the newest weeks first; `next` is the week to ask on from, null where there are no more. */
export const SamplePage = z.object({ rows: z.array(Sample), next: Day.nullable() });
export type SamplePage = z.infer<typeof SamplePage>;
