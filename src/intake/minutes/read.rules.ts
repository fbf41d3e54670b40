import type { Calendar, Day } from '../../kernel/index.ts';
import { uncovered } from './coverage.rules.ts';
import { frameOf, printedDate } from './frame.rules.ts';
import { documentItems } from './items.rules.ts';
import { blocksOf, columnWidth, firstOfTwo, isHardWrapped, joinLines, joinWrapped } from './layout.rules.ts';
import { readMeeting } from './meeting.rules.ts';
import { newsItems } from './news.rules.ts';
import { cutPage, isNewspaper, type RawArticle } from './stream.rules.ts';
import type { Draft, ReadArticle } from './contract.ts';

/**
 * Reads minutes, a newspaper page or a document into a draft: articles, the meeting, and what is to be done by whom and by
 * when. `date` is the day of the meeting or of the paper; without it the date that the text prints. Pure and linear in the
 * length of the text.
 */
export function read(source: string, given: { readonly date: Day | null; readonly calendar: Calendar }): Draft {
  const blocks = blocksOf(source);
  if (blocks.length === 0) return { articles: [], left: [] };
  if (isNewspaper(blocks)) {
    const { articles, left } = cutPage(blocks);
    const first = articles.map((a) => fromPage(a, given));
    // A page that prints no date of its own was printed about the day of the meeting that it reports.
    const day = given.date ?? first.find((a) => a.meeting?.date)?.meeting?.date ?? null;
    return { articles: day === given.date ? first : articles.map((a) => fromPage(a, { ...given, date: day })), left };
  }
  const text = (isHardWrapped(blocks) ? joinWrapped(blocks, columnWidth(blocks)) : joinLines(blocks)).join('\n');
  return { articles: [fromDocument(text, given)], left: [] };
}

function fromPage(raw: RawArticle, { date, calendar }: { date: Day | null; calendar: Calendar }): ReadArticle {
  const text = raw.paragraphs.join('\n');
  const meeting = raw.kind === 'caption' ? null : readMeeting(text, raw.title, date, true);
  const items =
    raw.kind === 'caption' ? [] : newsItems(text, frameOf(text, meeting?.date ?? date, calendar, meeting !== null));
  return {
    kind: raw.kind,
    title: raw.title,
    subtitle: raw.subtitle,
    byline: raw.byline,
    date: meeting?.date ?? dateline(text, date),
    text,
    meeting,
    items,
    uncovered: uncovered(text.length, items),
    repeated: false,
  };
}

function fromDocument(whole: string, { date, calendar }: { date: Day | null; calendar: Calendar }): ReadArticle {
  const once = firstOfTwo(whole);
  const text = once ?? whole;
  const title = titleOf(text);
  const meeting = readMeeting(text, title, date, false);
  const printed = printedDate(text);
  const frame = frameOf(text, date ?? meeting?.date ?? printed, calendar, meeting !== null);
  const items = documentItems(text, frame, meeting !== null);
  return {
    kind: 'article',
    title,
    subtitle: null,
    byline: null,
    date: printed ?? meeting?.date ?? date,
    text,
    meeting,
    items,
    uncovered: uncovered(text.length, items),
    repeated: once !== null,
  };
}

/** 3月12日，某区召开…: the day that a report begins with. */
function dateline(text: string, date: Day | null): Day | null {
  const hit = /(?:^|[）)，])(?:(20\d\d)年)?(\d{1,2})月(\d{1,2})日/u.exec(text.slice(0, 200));
  if (hit === null || (hit[1] === undefined && date === null) || Number(hit[2]) > 12 || Number(hit[3]) > 31)
    return null;
  return `${hit[1] ?? date!.slice(0, 4)}-${hit[2]!.padStart(2, '0')}-${hit[3]!.padStart(2, '0')}`;
}

const KIND = /(?:纪要|通知|意见|方案|办法|措施|计划|要点|规划|规定|清单|通报|决定|报告|函|批复)$/u;

/** The lines before the text proper; of a text without, the name of what it issues (《…方案》已经…). */
function titleOf(text: string): string {
  const own: string[] = [];
  for (const line of text.slice(0, 600).split('\n').slice(0, 5)) {
    if (line.length > 60 || /[。；：:，]|^[一二三四五六七八九十]、|^[（(]/u.test(line)) break;
    // Under a letterhead that is a title of its own kind stands the title.
    if (KIND.test(own.at(-1) ?? '') && line.length >= 8 && KIND.test(line)) own.length = 0;
    if (!/^[^，]{0,14}〔\d{4}〕.{1,8}号$/u.test(line)) own.push(line);
  }
  if (own.length > 0 && text.length > own.join('').length + 10) return own.join('');
  return /《([^》]{4,80})》(?:已经|业经|印发)/u.exec(text.slice(0, 600))?.[1] ?? '';
}
