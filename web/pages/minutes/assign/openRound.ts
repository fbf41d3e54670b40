import type { ReviewItem } from '../../../../src/intake/contract.ts';
import type { OpenRound, RoundItem } from '../../../../src/matters/rounds/round.contract.ts';
import { groupsOf, type Review } from '../review/review.ts';

/** The mechanism that a meeting's minutes are assigned under. */
const MECHANISM = 'weekly-assignment';

/** The names of the round and of its matters, made once: however often it is sent, it is assigned once. */
export type Names = { round: string; matters: Record<string, string> };

/** The round that a reviewed draft asks for. The meeting must be whole; see `blockersOf`. */
export function openRoundOf(draft: string, review: Review, names: Names): OpenRound {
  const { name, number, year, heldOn, attendees } = review.meeting;
  return {
    id: names.round,
    mechanism: MECHANISM,
    year: year!,
    number: number!,
    name: name.trim(),
    heldOn: heldOn!,
    attendees,
    draft,
    items: groupsOf(review).flatMap(({ rows }) => rows.map(({ item }) => roundItemOf(draft, item, names))),
  };
}

function roundItemOf(draft: string, item: ReviewItem, names: Names): RoundItem {
  const { article, start, end, lead, co, due } = item;
  return {
    id: names.matters[item.id]!,
    register: {
      text: item.text.trim(),
      area: item.area,
      aim: item.aim,
      due,
      dueText: item.dueText,
      confidential: item.confidential,
      quantities: item.quantities,
      source: start === null || end === null ? null : { draft, article, start, end },
    },
    assign: lead ? { lead, co, due } : null,
  };
}
