/** The sections of GB/T 4754-2017, each with its first and its last division. */
const SECTIONS = [
  ['A', 1, 5],
  ['B', 6, 12],
  ['C', 13, 43],
  ['D', 44, 46],
  ['E', 47, 50],
  ['F', 51, 52],
  ['G', 53, 60],
  ['H', 61, 62],
  ['I', 63, 65],
  ['J', 66, 69],
  ['K', 70, 70],
  ['L', 71, 72],
  ['M', 73, 75],
  ['N', 76, 79],
  ['O', 80, 82],
  ['P', 83, 83],
  ['Q', 84, 85],
  ['R', 86, 90],
  ['S', 91, 96],
  ['T', 97, 97],
] as const;
export type Section = (typeof SECTIONS)[number][0];
const FORM = /^([A-T])?(\d{2,4})$/u;

/**
 * A code of GB/T 4754-2017 as it is kept: section, then division, group or class, such as `C33`, `C336`, `C3360`. The section may
 * be left out, as the division tells it. Null for what is none: an unknown division, or one of another section.
 */
export function industryOf(typed: string): string | null {
  const [, letter, digits] = FORM.exec(typed.normalize('NFKC').trim().toUpperCase()) ?? [];
  if (digits === undefined) return null;
  const division = Number(digits.slice(0, 2));
  const section = SECTIONS.find(([, first, last]) => division >= first && division <= last)?.[0];
  return section === undefined || (letter !== undefined && letter !== section) ? null : `${section}${digits}`;
}

/** The section of a kept code. */
export const sectionOf = (industry: string): Section => industry[0] as Section;
