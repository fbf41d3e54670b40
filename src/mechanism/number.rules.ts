import type { Mechanism } from './contract.ts';

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

type Patterns = Pick<Mechanism, 'number' | 'numberWithoutRound'>;

/**
 * A matter's number: the mechanism's pattern with its year, round and running number filled in. Without a round it is the
 * pattern for such matters; a mechanism that has none writes the round as 0.
 */
export function numberFor(of: Patterns, parts: { year: number; round: number | null; n: number }): string {
  const pattern = parts.round === null ? (of.numberWithoutRound ?? of.number) : of.number;
  return pattern.replace(PART, (whole, key: string, width: string | undefined) => {
    const value = key === 'year' ? parts.year : key === 'round' ? (parts.round ?? 0) : key === 'n' ? parts.n : null;
    return value === null ? whole : String(value).padStart(Number(width ?? 0), '0');
  });
}

/** What a mechanism's numbers look like, however wide their parts are: two of the same shape may come to the same number. */
export const numberShapes = ({ number, numberWithoutRound }: Patterns): string[] =>
  [number, numberWithoutRound].flatMap((pattern) => pattern?.replace(PART, '{$1}') ?? []);
