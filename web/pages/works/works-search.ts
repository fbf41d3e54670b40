/** What the address of the works may ask for: the mechanism, one category, the site that is open, a day. */
export type WorksSearch = {
  mechanism?: string | undefined;
  area?: string | undefined;
  site?: string | undefined;
  asOf?: string | undefined;
};

const word = (value: unknown): string | undefined => (typeof value === 'string' && value ? value : undefined);

export function readWorks(search: Record<string, unknown>): WorksSearch {
  const read = {
    mechanism: word(search['mechanism']),
    area: word(search['area']),
    site: word(search['site']),
    asOf: word(search['asOf']),
  };
  return Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined));
}
