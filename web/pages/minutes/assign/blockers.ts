import { groupsOf, type Review } from '../review/review.ts';

/** Why a draft cannot be assigned yet: the sentence's key, how many items it is about, and the place to mend it. */
export type Blocker = { code: string; n: number; at: { field: string } | { item: string } | null };

/** How many kept items have no lead unit. */
export const withoutLead = (review: Review) =>
  groupsOf(review).flatMap(({ rows }) => rows.flatMap(({ item }) => (item.lead ? [] : [item])));

/** All that stands in the way, the first thing to do first. `registerRest`: items without a unit are registered only. */
export function blockersOf(review: Review, registerRest: boolean): Blocker[] {
  const rows = groupsOf(review).flatMap((group) => group.rows);
  const { name, number, year, heldOn } = review.meeting;
  const found: Blocker[] = [];
  const field = (code: string) => found.push({ code: `meeting-${code}`, n: 0, at: { field: `meeting-${code}` } });
  if (rows.length === 0) found.push({ code: 'nothing', n: 0, at: null });
  if (!name.trim()) field('name');
  if (!year || year < 2000 || year > 2100) field('year');
  if (!number) field('number');
  if (!heldOn) field('date');
  const wordless = rows.filter(({ item }) => !item.text.trim());
  if (wordless[0]) found.push({ code: 'text', n: wordless.length, at: { item: wordless[0].item.id } });
  const leaderless = withoutLead(review);
  if (leaderless[0] && !registerRest)
    found.push({ code: 'unit', n: leaderless.length, at: { item: leaderless[0].id } });
  return found;
}
