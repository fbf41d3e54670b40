import { z } from 'zod';

/** A line of a map, in degrees (WGS 84), longitude first. `closed`: it goes round something, as the border of a city does. */
export const MapLine = z.object({ closed: z.boolean(), points: z.array(z.tuple([z.number(), z.number()])) });
export type MapLine = z.infer<typeof MapLine>;

/** What stands on a map for the eye to find its way by. */
export const MapName = z.object({ text: z.string(), at: z.tuple([z.number(), z.number()]) });
export type MapName = z.infer<typeof MapName>;
export const MapOutline = z.object({ lines: z.array(MapLine), names: z.array(MapName) });
export type MapOutline = z.infer<typeof MapOutline>;
/** Of a city that has none. */
export const NO_OUTLINE: MapOutline = { lines: [], names: [] };

/** The plain map of a city: its lines and names, and pictures to lay below them where there are any (`{z}`, `{x}`, `{y}`). */
export const PlainMap = MapOutline.extend({ tiles: z.string().nullable() });
export type PlainMap = z.infer<typeof PlainMap>;
