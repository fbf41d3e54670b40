import { compared, isNearlySame, LEAST_SHARED, likenessBy, shinglesOf } from '../../kernel/index.ts';
import { inCommon, numbered } from './numbered.rules.ts';

/** Texts that say nearly the same, by their numbers; the first is the longest of them, with which each of the others was compared. */
export type Group = readonly [number, ...number[]];

/** What part of a text's shingles is looked up, the rarest first. */
const ASKED = 0.75;

/**
 * The texts in groups that say nearly the same; every text is in exactly one. Texts are taken longest first and join the
 * likest of the groups so far, as its first text has it: no group grows by a chain of small changes, ten thousand copies cost
 * as much as one, and the order in which the texts were given changes nothing but their numbers.
 */
export function groupsOf(texts: readonly string[]): Group[] {
  const read = texts.map(compared);
  const copies = Map.groupBy(texts.keys(), (n) => read[n]!);
  // A text without a word is like no other, and like no other without a word either.
  const wordless = (copies.get('') ?? []).map((n): Group => [n]);
  copies.delete('');
  const taken = [...copies]
    .map(([text, members]) => ({ text, members, shingles: shinglesOf(text) }))
    .toSorted((a, b) => b.shingles.size - a.shingles.size || (a.text < b.text ? -1 : 1));
  const { rows, shared } = numbered(taken.map(({ shingles }) => shingles));

  const leaders: { row: Int32Array; members: [number, ...number[]] }[] = [];
  const index: number[][] = Array.from({ length: shared }, () => []);
  const hits = new Int32Array(taken.length);
  taken.forEach(({ members }, n) => {
    const row = rows[n]!;
    const leader = likest(row);
    if (leader !== null) return void leaders[leader]!.members.push(...members);
    for (const shingle of row) if (shingle < shared) index[shingle]!.push(leaders.length);
    leaders.push({ row, members: members as [number, ...number[]] });
  });
  return [...leaders.map(({ members }) => members), ...wordless];

  /**
   * The group that a text with no more shingles than any before belongs to. It shares `LEAST_SHARED` of them with its first; of the
   * rarest three quarters, then, all that cannot lie in the commonest quarter, whose texts are many and are not looked at.
   */
  function likest(row: Int32Array): number | null {
    const asked = Math.ceil(ASKED * row.length);
    const least = Math.max(1, Math.ceil(LEAST_SHARED * row.length) - (row.length - asked));
    const touched: number[] = [];
    for (let at = row.length - asked; at < row.length; at++)
      for (const leader of index[row[at]!] ?? []) if (hits[leader]!++ === 0) touched.push(leader);
    let best: number | null = null;
    let most = 0;
    for (const leader of touched) {
      const near = hits[leader]! >= least;
      hits[leader] = 0;
      if (!near) continue;
      const other = leaders[leader]!.row;
      const alike = likenessBy(inCommon(row, other), row.length, other.length);
      if (!isNearlySame(alike, row.length)) continue;
      if (alike.both > most || (alike.both === most && leader < best!)) [best, most] = [leader, alike.both];
    }
    return best;
  }
}
