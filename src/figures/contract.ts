import { z } from 'zod';

/** What crosses the wire about figures. A figure is a count with the matters behind it; a rate names both its parts. */
const Uuid = z.uuid();

export const FigureKey = z.enum(['total', 'accepted', 'answered', 'closed', 'overdue', 'late', 'bounced', 'running']);
export type FigureKey = z.infer<typeof FigureKey>;

/** `matters` are the ids counted, so that a click opens them. */
export const Figure = z.object({ key: FigureKey, value: z.int(), matters: z.array(Uuid) });
export type Figure = z.infer<typeof Figure>;

/** The same figures for one area or one unit; `key` is the area's name or the unit's id, null for none named. */
export const FigureGroup = z.object({ key: z.string().nullable(), figures: z.array(Figure) });
export type FigureGroup = z.infer<typeof FigureGroup>;

/** The completion of a round, as it was true at `asOf`. */
export const RoundFigures = z.object({
  round: Uuid,
  asOf: z.iso.datetime({ offset: true }),
  /** False while an act begun before `asOf` could still be on its way: ask again in a moment. */
  settled: z.boolean(),
  whole: z.array(Figure),
  byArea: z.array(FigureGroup),
  byUnit: z.array(FigureGroup),
});
export type RoundFigures = z.infer<typeof RoundFigures>;
