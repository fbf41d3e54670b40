/** The placeholders that a number may hold. */
export const NUMBER_PARTS = ['year', 'round', 'n'] as const;
const PART = /\{([a-z]+)(?::0(\d))?\}/gu;

/** The placeholders of a pattern, as written. */
export function partsOf(pattern: string): string[] {
  return [...pattern.matchAll(PART)].map((m) => m[1]!);
}

/** A matter's number: the mechanism's pattern with its year, round and running number filled in. */
export function numberFor(pattern: string, parts: { year: number; round: number | null; n: number }): string {
  return pattern.replace(PART, (whole, key: string, width: string | undefined) => {
    const value = key === 'year' ? parts.year : key === 'round' ? (parts.round ?? 0) : key === 'n' ? parts.n : null;
    return value === null ? whole : String(value).padStart(Number(width ?? 0), '0');
  });
}
