import { z } from 'zod';

/** A seat by the name of whoever sits there; `unit` null for one above the units, who goes by their title. */
export const NamedSeat = z.object({
  seat: z.uuid(),
  name: z.string(),
  unit: z.uuid().nullable(),
  title: z.string(),
});
export type NamedSeat = z.infer<typeof NamedSeat>;

/** `q`: part of a name or a unit, or the initials of their pinyin; without it whoever takes part comes first. */
export const ColleagueQuery = z.object({ q: z.string().trim().max(20).optional() });

/**
 * Colleagues who may read the matter and so be mentioned in it, the likeliest first. `readers`: who may read it, the whole city
 * or only the units concerned and the overseers. `barred`: who fits the letters too, but may not read it.
 */
export const Colleagues = z.object({
  rows: z.array(NamedSeat),
  readers: z.enum(['city', 'units']),
  barred: z.array(NamedSeat),
});
export type Colleagues = z.infer<typeof Colleagues>;
