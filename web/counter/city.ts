/** The number of the city that these pages are of, as the address says; none: the first on this server. */
const numberOf = (search: string): number | null => {
  const given = new URLSearchParams(search).get('city');
  return given !== null && /^\d{1,9}$/u.test(given) ? Number(given) : null;
};
const city = numberOf(typeof location === 'undefined' ? '' : location.search);

/** An address of these pages or of the interface, with the city's number where the reader came with one. */
export const ofCity = (path: string): string =>
  city === null ? path : `${path}${path.includes('?') ? '&' : '?'}city=${city}`;
