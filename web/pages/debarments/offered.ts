import type { ContestWay, DebarmentRow } from '../../../src/debarments/contract.ts';

/** Whoever approves an entry, or decides its review, has to have opened the decision document. */
const UNREAD: readonly string[] = ['debarments.open-decision-first', 'debarments.open-decision-before-review'];
export const isUnread = (why: string | null): boolean => why !== null && UNREAD.includes(why);

/** What keeps this seat from an act that another of the office may do, or might if there were one. */
const ANOTHERS = [
  'debarments.approve-by-another',
  'debarments.review-by-another',
  'debarments.review-by-nobody',
  ...UNREAD,
];

/** By which act it is noted that a decision is contested. */
const actOf = ({ by }: ContestWay) => (by === 'review' ? 'ask-review' : 'appeal');

/**
 * The acts on an entry that stand as buttons, and the ways to contest it whose last day stands beside them. What is never this seat's is no
 * button; what it might do but for where the entry stands is left out as well: few ever apply. Nor is what can be contested no more; that it was,
 * too late, is noted where some way is over.
 */
export function offeredOf({ acts, contest }: Pick<DebarmentRow, 'acts' | 'contest'>): {
  acts: DebarmentRow['acts'];
  ways: ContestWay[];
} {
  const mine = acts.filter(({ allowed, why }) => allowed || (why !== null && ANOTHERS.includes(why)));
  const ways = contest.filter((way) => mine.some(({ kind }) => kind === actOf(way)));
  const over = new Set<string>(ways.map(actOf));
  if (contest.every(({ open }) => open)) over.add('note-late');
  for (const way of ways) if (way.open) over.delete(actOf(way));
  return { acts: mine.filter(({ kind }) => !over.has(kind)), ways };
}
