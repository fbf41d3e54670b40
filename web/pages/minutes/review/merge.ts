import type { ReviewItem } from '../../../../src/intake/contract.ts';
import type { Review } from './review.ts';

/** Two people changed one draft: what the other did since the common `base`, and which items both have touched. */
export type Clash = { theirs: number; mine: number; both: ReviewItem[]; meeting: boolean };

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
const byId = (review: Review) => new Map(review.items.map((item) => [item.id, item]));

/** Compares both reviews with the one that they began from. `both` holds the items as I have them. */
export function clashOf(base: Review, mine: Review, theirs: Review): Clash {
  const [was, other] = [byId(base), byId(theirs)];
  const changedByThem = (id: string) => !same(was.get(id), other.get(id));
  const iChanged = mine.items.filter((item) => !same(was.get(item.id), item));
  return {
    mine: iChanged.length,
    theirs: theirs.items.filter(({ id }) => changedByThem(id)).length,
    both: iChanged.filter((item) => changedByThem(item.id) && !same(item, other.get(item.id))),
    meeting:
      !same(base.meeting, mine.meeting) && !same(base.meeting, theirs.meeting) && !same(mine.meeting, theirs.meeting),
  };
}

/**
 * Lays my changes over theirs. What only one of us touched stays as that one left it; where both did, `prefer` decides.
 * The order is theirs; what I added comes after the item it followed.
 */
export function mergeReviews(base: Review, mine: Review, theirs: Review, prefer: 'mine' | 'theirs'): Review {
  const [was, my] = [byId(base), byId(mine)];
  const pick = <T>(old: T | undefined, me: T, them: T): T => {
    if (same(old, me)) return them;
    return same(old, them) || prefer === 'mine' ? me : them;
  };
  const items = theirs.items.map((item) => pick(was.get(item.id), my.get(item.id) ?? item, item));
  const there = new Set(items.map(({ id }) => id));
  for (const [at, item] of mine.items.entries()) {
    if (there.has(item.id)) continue;
    const follows = items.findIndex(({ id }) => id === mine.items[at - 1]?.id);
    items.splice(follows + 1, 0, item);
  }
  return {
    article: pick(base.article, mine.article, theirs.article),
    meeting: pick(base.meeting, mine.meeting, theirs.meeting),
    items,
  };
}
