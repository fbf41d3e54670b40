/** Sets of words as ascending numbers: the commonest word is 0, those from `shared` on are in one set alone. */
export type Numbered = { readonly rows: readonly Int32Array[]; readonly shared: number };

/** The sets with a number for each word; equally common words by the alphabet, so that the order of the sets changes nothing. */
export function numbered(sets: readonly ReadonlySet<string>[]): Numbered {
  const within = new Map<string, number>();
  for (const set of sets) for (const word of set) within.set(word, (within.get(word) ?? 0) + 1);
  const ranked = [...within].filter(([, count]) => count > 1).toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  const numbers = new Map(ranked.map(([word], number) => [word, number]));
  let alone = ranked.length;
  const rows = sets.map((set) => Int32Array.from(set, (word) => numbers.get(word) ?? alone++).sort());
  return { rows, shared: ranked.length };
}

/** How many numbers two ascending rows have in common. */
export function inCommon(one: Int32Array, other: Int32Array): number {
  let [a, b, count] = [0, 0, 0];
  while (a < one.length && b < other.length) {
    const difference = one[a]! - other[b]!;
    if (difference === 0) count++;
    if (difference <= 0) a++;
    if (difference >= 0) b++;
  }
  return count;
}
