import { isNearlySame, likeness, shinglesOf, type Uuid } from '../../kernel/index.ts';

/** A matter as groups are made of it: what it says, and below which it stands. */
export type Member = { readonly id: Uuid; readonly text: string; readonly parent: Uuid | null };

/** Whether one stands below the other, or both below the same: what a matter was divided into says what it says, and cannot be joined. */
export const areKin = (one: Member, other: Member): boolean =>
  one.parent === other.id || other.parent === one.id || (one.parent !== null && one.parent === other.parent);

/**
 * Matters that say nearly the same, without those that are apart from each other: each, the longest first, goes to the first group whose
 * longest says nearly the same and in which it is apart from none. Groups of two and more, each the newest first; the same in whatever
 * order they come.
 */
export function splitApart<M extends Member>(members: readonly M[], apart: (one: Uuid, other: Uuid) => boolean): M[][] {
  const groups: M[][] = [];
  const longest = members.toSorted((a, b) => b.text.length - a.text.length || (a.id < b.id ? -1 : 1));
  const shingles = new Map(members.map(({ id, text }) => [id, shinglesOf(text)]));
  const same = (one: M, other: M): boolean => {
    const [a, b] = [shingles.get(one.id)!, shingles.get(other.id)!];
    return isNearlySame(likeness(a, b), Math.min(a.size, b.size));
  };
  for (const member of longest) {
    const fits = groups.find(
      (group) => same(group[0]!, member) && !group.some((one) => apart(one.id, member.id) || areKin(one, member)),
    );
    if (fits) fits.push(member);
    else groups.push([member]);
  }
  return groups.filter((group) => group.length > 1).map((group) => group.toSorted((a, b) => (a.id < b.id ? 1 : -1)));
}

/** Whether two of them are apart from each other, so that the group has to be split. */
export const anyApart = (members: readonly Member[], apart: (one: Uuid, other: Uuid) => boolean): boolean =>
  members.some((one, n) => members.slice(n + 1).some((other) => apart(one.id, other.id) || areKin(one, other)));
