import type { Draft, ReadArticle, ReadItem } from './contract.ts';

type PlainItem = Omit<
  Pick<
    ReadItem,
    'path' | 'area' | 'aim' | 'text' | 'lead' | 'co' | 'shared' | 'dueText' | 'dueDate' | 'quantities' | 'start' | 'end'
  >,
  'quantities'
> & { quantities: Pick<ReadItem['quantities'][number], 'text' | 'value' | 'unit'>[] };
type PlainArticle = Pick<ReadArticle, 'title' | 'byline' | 'date' | 'text' | 'meeting'> & { items: PlainItem[] };

/**
 * A draft in the shape that programs are promised: these keys and no others. What the review needs besides (what the reader is
 * unsure of, what nothing was made of, all time expressions) is in the draft itself.
 */
export const plainDraft = ({ articles }: Draft): { articles: PlainArticle[] } => ({
  articles: articles.map(({ title, byline, date, text, meeting, items }) => ({
    title,
    byline,
    date,
    text,
    meeting,
    items: items.map((item) => ({
      path: item.path,
      area: item.area,
      aim: item.aim,
      text: item.text,
      lead: item.lead,
      co: item.co,
      shared: item.shared,
      dueText: item.dueText,
      dueDate: item.dueDate,
      quantities: item.quantities.map(({ text: printed, value, unit }) => ({ text: printed, value, unit })),
      start: item.start,
      end: item.end,
    })),
  })),
});
