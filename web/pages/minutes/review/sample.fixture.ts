import type { DraftView, ReviewItem } from '../../../../src/intake/contract.ts';

/** An item of a draft for the tests, with what they care about and nothing else. */
export const item = (id: string, more: Partial<ReviewItem> = {}): ReviewItem => ({
  id,
  article: 0,
  start: null,
  end: null,
  keep: true,
  text: id,
  area: '河道治理',
  aim: null,
  dueText: null,
  due: null,
  lead: null,
  co: [],
  confidential: false,
  guesses: [],
  quantities: [],
  unsure: [],
  ...more,
});

/** A draft under review with these items. */
export const draft = (items: ReviewItem[], version = 1): DraftView => ({
  draft: {
    id: 'd',
    title: '周例会',
    status: 'open',
    round: null,
    items: items.length,
    createdAt: '2026-03-02T01:00:00Z',
    by: '许清如',
  },
  version,
  article: 0,
  articles: [],
  meeting: { name: '周例会', number: 3, year: 2026, heldOn: '2026-03-02', attendees: [] },
  items,
});
