import { dayOf, uuidv7, type Uuid } from '../kernel/index.ts';
import type { DraftView, ReviewArticle, ReviewItem, UnitGuess } from './contract.ts';
import type { ReadArticle, ReadItem } from './minutes/contract.ts';

/** A review in the making: what the supervision office has made of what was read. */
export type Review = Pick<DraftView, 'article' | 'meeting' | 'items'>;

/** What the directory says of a printed name. */
export type Guess = (printed: string) => UnitGuess;

/**
 * The review to begin with. Every item of every article is there; those of the article under review are kept. A unit is
 * filled in only where the directory knows the printed name exactly; all else is offered as likely, or left to a person.
 */
export function beginReview(articles: readonly ReadArticle[], guess: Guess, now: Date): Review {
  const article = articleUnderReview(articles);
  const meeting = articles[article]?.meeting;
  const heldOn = meeting?.date ?? articles[article]?.date ?? null;
  const since = heldOn ?? dayOf(now);
  return {
    article,
    meeting: {
      name: meeting?.name ?? articles[article]?.title ?? '',
      number: meeting?.number ?? null,
      year: meeting?.year ?? null,
      heldOn,
      attendees: meeting?.attendees ?? [],
    },
    items: articles.flatMap((a, i) => a.items.map((item) => beginItem(item, i, i === article, guess, now, since))),
  };
}

/** The first article that reads as a meeting's minutes and has items; else the one with the most items. */
function articleUnderReview(articles: readonly ReadArticle[]): number {
  const meeting = articles.findIndex((a) => a.meeting !== null && a.items.length > 0);
  if (meeting >= 0) return meeting;
  const most = Math.max(0, ...articles.map((a) => a.items.length));
  return Math.max(
    0,
    articles.findIndex((a) => a.items.length === most),
  );
}

function beginItem(item: ReadItem, article: number, keep: boolean, guess: Guess, now: Date, since: string): ReviewItem {
  const leads = item.lead.map(guess);
  const cos = item.co.map(guess);
  const exact = (g: UnitGuess): Uuid[] => (g.kind === 'exact' && g.units[0] ? [g.units[0].unit] : []);
  const lead = leads.flatMap(exact)[0] ?? null;
  // Several units that share a task, none leading: the first printed is offered as lead, and marked as unsure.
  const co = [...new Set([...leads, ...cos].flatMap(exact))].filter((unit) => unit !== lead);
  const unsure = new Set<string>(item.unsure);
  if (item.shared || [...leads, ...cos].some((g) => g.kind !== 'exact')) unsure.add('unit');
  // Nobody is told to have done it before they were told to do it: a slip, or a day that is meant otherwise.
  if (item.dueDate !== null && item.dueDate < since) unsure.add('due');
  return {
    id: uuidv7(now),
    article,
    start: item.start,
    end: item.end,
    keep,
    text: item.text.slice(0, 4000),
    area: areaOf(item),
    aim: item.aim?.slice(0, 400) ?? null,
    dueText: item.dueText?.slice(0, 120) ?? null,
    due: item.dueDate,
    lead,
    co,
    confidential: false,
    guesses: [...leads, ...cos],
    quantities: item.quantities
      .slice(0, 60)
      .map(({ text, value, unit }) => ({ text: text.slice(0, 80), value, unit: unit.slice(0, 20) })),
    unsure: [...unsure],
  };
}

/** 一、 （二） 3. (4) ⑤ 一是: what numbers a heading and does not name it. */
const ENUMERATOR =
  /^(?:第?[一二三四五六七八九十]+[、.．是要]|[（(][一二三四五六七八九十\d]+[）)]、?|\d+[.．、]|[①-⑳])\s*/u;

/** The area that the item names, else the nearest heading above it that has words. */
function areaOf(item: ReadItem): string | null {
  const headings = item.path.map((heading) => heading.replace(ENUMERATOR, '').trim()).filter((words) => words !== '');
  return (item.area ?? headings.at(-1))?.slice(0, 120) ?? null;
}

/** The articles as the review shows them: the source, and what of it nothing was made of. */
export const reviewArticles = (articles: readonly ReadArticle[]): ReviewArticle[] =>
  articles.map(({ title, byline, date, text, items, uncovered }) => ({
    title,
    byline,
    date,
    text,
    items: items.length,
    uncovered,
  }));
