import type { DraftView, ReviewItem, SaveDraft } from '../../../../src/intake/contract.ts';

/** What a person edits of a draft: everything that is saved but the version. */
export type Review = Omit<SaveDraft, 'version'>;
/** A kept item and the number that it has on both sides of the desk and will have in the round. */
export type Numbered = { item: ReviewItem; n: number };
export type Group = { area: string | null; rows: Numbered[] };

export const reviewOf = ({ article, meeting, items }: DraftView): Review => ({ article, meeting, items });

/** The kept items of the article under review by area; areas stand in the order in which they first appear. */
export function groupsOf({ article, items }: Review): Group[] {
  const byArea = new Map<string | null, ReviewItem[]>();
  for (const item of items) {
    if (!item.keep || item.article !== article) continue;
    const found = byArea.get(item.area);
    if (found) found.push(item);
    else byArea.set(item.area, [item]);
  }
  let n = 0;
  return [...byArea].map(([area, found]) => ({ area, rows: found.map((item) => ({ item, n: ++n })) }));
}

export const droppedOf = ({ article, items }: Review): ReviewItem[] =>
  items.filter((item) => !item.keep && item.article === article);

export type Patch = Partial<Omit<ReviewItem, 'id' | 'article' | 'start' | 'end'>>;

/** Changes one item. What a person has decided is no longer unsure; a unit that leads does not help besides. */
export const patchItem = (review: Review, id: string, patch: Patch): Review => ({
  ...review,
  items: review.items.map((item) => (item.id === id ? changed(item, patch) : item)),
});

/** Changes all kept items of an area; with `gaps` only where nothing stands yet. */
export function patchArea(review: Review, area: string | null, patch: Patch, gaps: boolean): Review {
  const items = review.items.map((item) => {
    if (!item.keep || item.article !== review.article || item.area !== area) return item;
    return changed(item, gaps ? onlyGaps(item, patch) : patch);
  });
  return { ...review, items };
}

/** Adds a task for a stretch of the source: it stands after the item before it and takes over that item's area. */
export function addFromSource(
  review: Review,
  id: string,
  text: string,
  stretch: { start: number; end: number },
): Review {
  const before = review.items.findLastIndex(
    (item) => item.article === review.article && item.start !== null && item.start <= stretch.start,
  );
  const item = { ...blank(id, review, review.items[before]?.area ?? null), ...stretch, text };
  return { ...review, items: review.items.toSpliced(before + 1, 0, item) };
}

/** Takes another article under review. Its items are kept as read, unless the person has judged them before. */
export function chooseArticle(review: Review, article: number): Review {
  const judged = review.items.some((item) => item.article === article && item.keep);
  const items = judged
    ? review.items
    : review.items.map((item) => (item.article === article ? { ...item, keep: true } : item));
  return { ...review, article, items };
}

/** Adds a task in the person's own words at the end of an area. */
export function addBlank(review: Review, id: string, area: string | null): Review {
  const last = review.items.findLastIndex((item) => item.area === area && item.article === review.article);
  return {
    ...review,
    items: review.items.toSpliced(last < 0 ? review.items.length : last + 1, 0, blank(id, review, area)),
  };
}

function changed(item: ReviewItem, patch: Patch): ReviewItem {
  const next = { ...item, ...patch };
  const settled = new Set<string>();
  if ('text' in patch) settled.add('text');
  if ('lead' in patch || 'co' in patch) settled.add('unit');
  if ('due' in patch) settled.add('due');
  if ('area' in patch) settled.add('area');
  if (!patch.unsure) next.unsure = item.unsure.filter((what) => !settled.has(what));
  next.co = next.co.filter((unit) => unit !== next.lead);
  return next;
}

const onlyGaps = (item: ReviewItem, { lead, co, due }: Patch): Patch => ({
  ...(lead !== undefined && item.lead === null ? { lead } : {}),
  ...(co !== undefined && item.co.length === 0 ? { co } : {}),
  ...(due !== undefined && item.due === null ? { due } : {}),
});

const blank = (id: string, { article }: Review, area: string | null): ReviewItem => ({
  id,
  article,
  start: null,
  end: null,
  keep: true,
  text: '',
  area,
  aim: null,
  dueText: null,
  due: null,
  lead: null,
  co: [],
  confidential: false,
  guesses: [],
  quantities: [],
  unsure: [],
});
