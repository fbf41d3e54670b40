import type { EditionEntry } from './edition.contract.ts';

/** Texts that have less than this of their pairs of characters in common are not one text that was changed. */
const ALIKE = 0.3;
/** Of the items that are known by their numbers one in so many has to say much the same, or the table is asked about. */
const SHARE = 5;

/**
 * Whether a table is likely that of another list: its numbers are those of items that are there, as every list begins with 1, and next to none of the
 * words are. Then whoever brings it in says so before anything is changed. Pure.
 */
export function mayBeOther(entries: readonly Pick<EditionEntry, 'n' | 'matter' | 'changes'>[]): boolean {
  const known = entries.filter(({ n, matter }) => n !== null && matter !== null);
  const alike = known.filter(({ changes }) => {
    const text = changes.find(({ of }) => of === 'text');
    return !text || likeness(text.from ?? '', text.to ?? '') >= ALIKE;
  });
  return known.length > 0 && alike.length * SHARE < known.length;
}

/** How much of their pairs of characters two texts share, from 0 to 1. */
function likeness(a: string, b: string): number {
  const [of, others] = [pairs(a), pairs(b)];
  const common = [...of].filter((pair) => others.has(pair)).length;
  return of.size + others.size === 0 ? 1 : (2 * common) / (of.size + others.size);
}

function pairs(text: string): Set<string> {
  const signs = Array.from(text.replace(/[\s\p{P}]/gu, ''));
  return new Set(signs.slice(1).map((sign, i) => `${signs[i]}${sign}`));
}
