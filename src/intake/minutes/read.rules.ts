import type { Calendar, Day } from '../../kernel/index.ts';
import { unusedIn } from './coverage.rules.ts';
import { frameOf, printedDate } from './frame.rules.ts';
import { usedForHead } from './head.rules.ts';
import { documentItems } from './items.rules.ts';
import { blocksOf, columnWidth, firstOfTwo, isHardWrapped, joinLines, joinWrapped } from './layout.rules.ts';
import { readMeeting } from './meeting.rules.ts';
import { newsItems } from './news.rules.ts';
import { withoutTabs } from '../reading/tabs.rules.ts';
import { withoutPageNumbers } from './pageNumbers.rules.ts';
import { cutPage, isNewspaper, type RawArticle } from './stream.rules.ts';
import { titleOf } from './title.rules.ts';
import type { Draft, ReadArticle } from './contract.ts';

/**
 * Reads minutes, a newspaper page or a document into a draft: articles, the meeting, and what is to be done by whom and by
 * when. `date` is the day of the meeting or of the paper; without it the date that the text prints. Pure and linear in the
 * length of the text.
 */
export function read(source: string, given: { readonly date: Day | null; readonly calendar: Calendar }): Draft {
  const { text: pages, numbers } = withoutPageNumbers(withoutTabs(source));
  const blocks = blocksOf(pages);
  // Marks without a letter between them are no text: to make an article of them would be to say that all of it was read.
  if (!blocks.some((block) => block.some((line) => /[\p{L}\p{N}]/u.test(line.text)))) return { articles: [], left: [] };
  const numbered = numbers.length === 0 ? [] : [numbers.join(' ')];
  if (isNewspaper(blocks)) {
    const { articles, left } = cutPage(blocks);
    const first = articles.map((a) => fromPage(a, given));
    // A page that prints no date of its own was printed about the day of the meeting that it reports.
    const day = given.date ?? first.find((a) => a.meeting?.date)?.meeting?.date ?? null;
    return {
      articles: day === given.date ? first : articles.map((a) => fromPage(a, { ...given, date: day })),
      left: [...left, ...numbered],
    };
  }
  const text = (isHardWrapped(blocks) ? joinWrapped(blocks, columnWidth(blocks)) : joinLines(blocks)).join('\n');
  return { articles: [fromDocument(text, given)], left: numbered };
}

function fromPage(raw: RawArticle, { date, calendar }: { date: Day | null; calendar: Calendar }): ReadArticle {
  const text = raw.paragraphs.join('\n');
  const meeting = raw.kind === 'caption' ? null : readMeeting(text, raw.title, date, true);
  const frame = frameOf(text, meeting?.date ?? date, calendar, meeting !== null);
  const { items, used } = raw.kind === 'caption' ? { items: [], used: [] } : newsItems(text, frame);
  const head = { byline: raw.byline, date: meeting?.date ?? dateline(text, date), meeting };
  return {
    kind: raw.kind,
    title: raw.title,
    subtitle: raw.subtitle,
    ...head,
    text,
    items,
    uncovered: unusedIn(text, items, [...used, ...usedForHead(text, head)]),
    repeated: false,
  };
}

function fromDocument(whole: string, { date, calendar }: { date: Day | null; calendar: Calendar }): ReadArticle {
  const once = firstOfTwo(whole);
  const text = once ?? whole;
  const { title, lines } = titleOf(text);
  const meeting = readMeeting(text, title, date, false);
  const printed = printedDate(text);
  const frame = frameOf(text, date ?? meeting?.date ?? printed?.day ?? null, calendar, meeting !== null);
  const { items, used } = documentItems(text, frame, meeting !== null);
  const head = usedForHead(text, { byline: null, date: meeting?.date ?? null, meeting });
  return {
    kind: 'article',
    title,
    subtitle: null,
    byline: null,
    date: printed?.day ?? meeting?.date ?? date,
    text,
    meeting,
    items,
    uncovered: unusedIn(text, items, [...lines, ...head, ...used, ...(printed === null ? [] : [printed.place])]),
    repeated: once !== null,
  };
}

/** 3月12日，某区召开…: the day that a report begins with. */
function dateline(text: string, date: Day | null): Day | null {
  const hit = /(?:^|[）)，]|报讯)(?:(20\d\d)年)?(\d{1,2})月(\d{1,2})日/u.exec(text.slice(0, 200));
  if (hit === null || (hit[1] === undefined && date === null) || Number(hit[2]) > 12 || Number(hit[3]) > 31)
    return null;
  return `${hit[1] ?? date!.slice(0, 4)}-${hit[2]!.padStart(2, '0')}-${hit[3]!.padStart(2, '0')}`;
}
