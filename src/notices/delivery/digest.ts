import { dayOf, type Uuid } from '../../kernel/index.ts';
import type { Message } from '../../platform/channels/index.ts';
import { sentence, type Language } from '../../platform/i18n/index.ts';
import type { NoticeRow } from '../contract.ts';
import { isOffices } from '../telling/due.rules.ts';
import { worstFirst } from './worst.rules.ts';

/** Nobody reads further; the page has the rest. */
const MOST_LINES = 50;
const MOST_WORDS = 60;
const MOST_SAID = 120;

/** What a reader is late with: what they owe or answer for, and apart from it what the supervision office itself is late with. */
const isOwed = ({ kind, why }: NoticeRow): boolean => kind === 'overdue' && OWING.has(why);
const OWING: ReadonlySet<NoticeRow['why']> = new Set(['owner', 'unit', 'superior', 'raised', 'sealed']);
const isOwn = (row: NoticeRow): boolean => row.kind === 'overdue' && OFFICES.has(row.why) && isOffices(row);
const OFFICES: ReadonlySet<NoticeRow['why']> = new Set(['office', 'refused']);

type Terms = {
  readonly language: Language;
  readonly page: string | null;
  readonly now: Date;
  /** What a unit is called; null where there is none such. */
  readonly unitName: (unit: Uuid) => string | null;
};

/** All that waits for a person, together what is of one matter, the worst first; with how many of them are late, and how many with the office. */
export function gathered(
  rows: readonly NoticeRow[],
  now: Date,
): {
  readonly matters: NoticeRow[][];
  readonly overdue: number;
  readonly own: number;
} {
  const matters = [
    ...Map.groupBy(
      worstFirst(rows, dayOf(now)),
      (row) => row.matter?.id ?? row.bulletin?.id ?? row.swap?.id ?? row.id,
    ).values(),
  ];
  const late = (is: (row: NoticeRow) => boolean): number => matters.filter((of) => of.some(is)).length;
  return { matters, overdue: late(isOwed), own: late(isOwn) };
}

/**
 * One message of all that waits for a person: a line for each matter, told many things of it or one, and so it is counted. What is
 * confidential goes out by its number alone: mail servers and the chat groups of robots are read by others.
 */
export function digest(id: Uuid, rows: readonly NoticeRow[], terms: Terms): Message {
  const { language, page } = terms;
  const { matters, overdue, own } = gathered(rows, terms.now);
  const n = matters.length;
  const key = overdue && own ? 'both' : overdue ? 'overdue' : own ? 'own' : null;
  const title = sentence(language, key ? `notice.digest-${key}` : 'notice.digest', { n, overdue, own });
  const lines = matters.slice(0, MOST_LINES).map((of) => lineOf(of, terms));
  const rest = n - lines.length;
  const more =
    rest > 0 ? [{ text: sentence(language, 'notice.digest-more', { n: rest }), url: page && `${page}/notices` }] : [];
  return { id, title, lines: [...lines, ...more] };
}

/** All that was told of one matter, the worst first: its kinds, its units, the worst's day, and whatever anybody wrote. */
function lineOf(rows: readonly NoticeRow[], { language, page, now, unitName }: Terms): Message['lines'][number] {
  const [worst] = rows as [NoticeRow];
  const { matter, bulletin, swap } = worst;
  const hidden = matter?.confidential ?? false;
  const what = matter
    ? sentence(language, hidden ? 'notice.matter-hidden' : 'notice.matter', {
        number: matter.number,
        text: cut(matter.text, MOST_WORDS),
      })
    : swap
      ? sentence(language, `notice.swap.${swap.status}`, {
          who: worst.who ?? '',
          day: swap.day,
          otherDay: swap.otherDay,
        })
      : sentence(language, 'notice.bulletin', { number: bulletin?.number ?? '', title: bulletin?.title ?? '' });
  const listed = (words: readonly string[]): string => [...new Set(words)].join(sentence(language, 'notice.listed-by'));
  const kind = listed(
    rows.map((row) =>
      row.came
        ? sentence(language, 'notice.received', { name: row.came[language] })
        : sentence(language, row.color ? `notice.slip.${row.color}` : `notice.kind.${row.kind}`),
    ),
  );
  const parts = [sentence(language, 'notice.line', { kind, what })];
  const units = listed(rows.flatMap(({ unit }) => (unit && !hidden && unitName(unit)) || []));
  if (units) parts.push(units);
  for (const { granted } of rows)
    if (granted !== null) parts.push(sentence(language, granted ? 'notice.granted' : 'notice.denied'));
  const dated = rows.find(({ due }) => due !== null);
  if (dated) {
    const day = shortDay(dated.due!, dayOf(now).slice(0, 4), language);
    parts.push(sentence(language, dueKey(dated), { day }));
  }
  const said = new Set(rows.flatMap((row) => row.said ?? []));
  if (!hidden)
    for (const words of said) parts.push(sentence(language, 'notice.said', { words: cut(words, MOST_SAID) }));
  const path = matter ? `/matters/${matter.id}` : swap ? '/duties' : `/bulletins/${bulletin?.id ?? ''}`;
  return { text: parts.join(sentence(language, 'notice.between')), url: page && page + path };
}

const dueKey = (row: NoticeRow): string =>
  row.kind === 'session' ? 'notice.session-on' : isOffices(row) ? 'notice.due-office' : 'notice.due';

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
