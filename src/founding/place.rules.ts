/** The provinces, autonomous regions and municipalities by the first two digits of every code below them (GB/T 2260). */
const PROVINCES = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82'.split(' '),
);

/** Whether this can be the code of a city: six digits that begin with a province. */
export const isPlaceCode = (code: number | string): boolean =>
  /^\d{6}$/u.test(String(code)) && PROVINCES.has(String(code).slice(0, 2));
