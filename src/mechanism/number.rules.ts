/** The placeholders that a number may hold. */
export const NUMBER_PARTS = ['year', 'round', 'n'] as const;
const PART = /\{([a-z]+)(?::0(\d))?\}/gu;

/** The placeholders of a pattern, as written. */
export function partsOf(pattern: string): string[] {
  return [...pattern.matchAll(PART)].map((m) => m[1]!);
}

/** What is in braces and is no placeholder, misspelt ones too: it would stand in every number as it is. */
export function strayPartsOf(pattern: string): string[] {
  const known: readonly string[] = NUMBER_PARTS;
  const rest = pattern.replace(PART, (whole, key: string) => (known.includes(key) ? '' : whole));
  return rest.match(/\{[^}]*\}?|\}/gu) ?? [];
}

/** A matter's number: the mechanism's pattern with its year, round and running number filled in. */
export function numberFor(pattern: string, parts: { year: number; round: number | null; n: number }): string {
  return pattern.replace(PART, (whole, key: string, width: string | undefined) => {
    const value = key === 'year' ? parts.year : key === 'round' ? (parts.round ?? 0) : key === 'n' ? parts.n : null;
    return value === null ? whole : String(value).padStart(Number(width ?? 0), '0');
  });
}
