import { dayOf, type Uuid } from '../../kernel/index.ts';
import type { Message } from '../../platform/channels/index.ts';
import { sentence, type Language } from '../../platform/i18n/index.ts';
import { SlipColor } from '../../mechanism/contract.ts';
import { NoticeKind, type NoticeRow } from '../contract.ts';
import { isOffices } from '../telling/due.rules.ts';

/** Nobody reads further; the page has the rest. */
const MOST_LINES = 50;
const MOST_WORDS = 60;
const MOST_SAID = 120;

/** A blue slip warns of what is due soon, and weighs no more than that. */
const rank = ({ kind, color }: NoticeRow): number => NoticeKind.options.indexOf(color === 'blue' ? 'due-soon' : kind);
const grade = ({ color }: NoticeRow): number => (color ? SlipColor.options.indexOf(color) : -1);

/** The worst first: by kind, slips by colour, then by the day, the longest overdue first, then as it happened. */
export const worstFirst = (rows: readonly NoticeRow[]): NoticeRow[] =>
  rows.toSorted(
    (a, b) =>
      rank(a) - rank(b) ||
      grade(b) - grade(a) ||
      compare(a.due ?? '9999', b.due ?? '9999') ||
      compare(a.at, b.at) ||
      compare(a.id, b.id),
  );

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * One message of all that waits for a person. What is confidential goes out by its number alone: mail servers and the chat
 * groups of robots are read by others.
 */
export function digest(
  id: Uuid,
  rows: readonly NoticeRow[],
  { language, page, now }: { language: Language; page: string | null; now: Date },
): Message {
  const sorted = worstFirst(rows);
  const overdue = rows.filter((row) => row.kind === 'overdue').length;
  const title = sentence(language, overdue ? 'notice.digest-overdue' : 'notice.digest', { n: rows.length, overdue });
  const lines = sorted.slice(0, MOST_LINES).map((row) => lineOf(row, language, page, dayOf(now).slice(0, 4)));
  const rest = sorted.length - lines.length;
  const more =
    rest > 0 ? [{ text: sentence(language, 'notice.digest-more', { n: rest }), url: page && `${page}/notices` }] : [];
  return { id, title, lines: [...lines, ...more] };
}

function lineOf(row: NoticeRow, language: Language, page: string | null, year: string): Message['lines'][number] {
  const { kind, matter, bulletin, due, said, granted } = row;
  const hidden = matter?.confidential ?? false;
  const what = matter
    ? sentence(language, hidden ? 'notice.matter-hidden' : 'notice.matter', {
        number: matter.number,
        text: cut(matter.text, MOST_WORDS),
      })
    : sentence(language, 'notice.bulletin', { number: bulletin?.number ?? '', title: bulletin?.title ?? '' });
  const name = sentence(language, row.color ? `notice.slip.${row.color}` : `notice.kind.${kind}`);
  const parts = [sentence(language, 'notice.line', { kind: name, what })];
  if (granted !== null) parts.push(sentence(language, granted ? 'notice.granted' : 'notice.denied'));
  if (due) parts.push(sentence(language, dueKey(row), { day: shortDay(due, year, language) }));
  if (said && !hidden) parts.push(sentence(language, 'notice.said', { words: cut(said, MOST_SAID) }));
  const path = matter ? `/matters/${matter.id}` : `/bulletins/${bulletin?.id ?? ''}`;
  return { text: parts.join(sentence(language, 'notice.between')), url: page && page + path };
}

const dueKey = (row: NoticeRow): string => (isOffices(row) ? 'notice.due-office' : 'notice.due');

/** As officials write it: without the year when it is this one. */
function shortDay(day: string, year: string, language: Language): string {
  const [y, month, date] = day.split('-').map(Number);
  return sentence(language, String(y) === year ? 'notice.day' : 'notice.day-of-year', {
    year: y!,
    month: month!,
    date: date!,
  });
}

const cut = (text: string, most: number): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  const signs = [...line];
  return signs.length > most ? `${signs.slice(0, most - 1).join('')}…` : line;
};
