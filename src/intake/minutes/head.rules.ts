import type { ReadArticle, Stretch } from './contract.ts';
import { attendanceIn } from './meeting.rules.ts';
import { splitTop } from './topLevel.rules.ts';

/** How far down a text may name its meeting and print its date line. */
const HEAD = 1500;
const DATE =
  /(?:(?:会\s*议\s*)?时\s*间\s*[：:]\s*)?(?:20\d\d\s*年\s*)?\d{1,2}\s*月\s*\d{1,2}\s*日(?:\s*[（(]?(?:星期|周)[一二三四五六日天][）)]?)?(?:\s*[上下]\s*午)?/u;

/** The stretches of a text that its own head was read from: byline, day, the meeting's name, and who attended. */
export function usedForHead(text: string, article: Pick<ReadArticle, 'byline' | 'date' | 'meeting'>): Stretch[] {
  const { byline, date, meeting } = article;
  const used: Stretch[] = [];
  if (byline !== null && text.startsWith(byline)) used.push({ start: 0, end: byline.length });
  const head = text.slice(0, HEAD);
  const day = date === null && meeting?.date == null ? null : DATE.exec(head);
  if (day !== null) used.push({ start: day.index, end: day.index + day[0].length });
  if (meeting === null) return used;
  const named = printedAt(head, meeting.name) ?? printedAt(head, meeting.name.replace(/会议$/u, ''));
  return [...used, ...(named === null ? [] : [named]), ...attendance(head, meeting.attendees)];
}

/** Where words are printed, however they are spaced or broken, with the 召开 or 纪要 that goes with them. */
function printedAt(head: string, words: string): Stretch | null {
  const letters = [...words.replace(/\s/gu, '')].map((c) => c.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&'));
  if (letters.length < 2) return null;
  const hit = new RegExp(`(?:(?:召开|举行)了?)?${letters.join('\\s*')}(?:召开|举行|纪要)?`, 'u').exec(head);
  return hit === null ? null : { start: hit.index, end: hit.index + hit[0].length };
}

/** Of the sentences that say who attended, the clauses that name somebody who was found. */
function attendance(head: string, attendees: readonly { readonly name: string }[]): Stretch[] {
  const names = attendees.map(({ name }) => name);
  return splitTop(head, '。\n').flatMap((sentence) =>
    attendanceIn(sentence.text) === undefined
      ? []
      : splitTop(sentence.text, '，,；;')
          .filter((clause) => names.some((name) => clause.text.replace(/\s/gu, '').includes(name)))
          .map((clause) => ({ start: sentence.start + clause.start, end: sentence.start + clause.end })),
  );
}
