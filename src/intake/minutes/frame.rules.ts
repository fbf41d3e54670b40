import type { Calendar, Day } from '../../kernel/index.ts';
import { chooseDue, findDues } from './due.rules.ts';
import type { FoundDue, TimeFrame } from './resolveDue.rules.ts';
import { DAY_NUMBER, MONTH_NUMBER, numberOf, withArabicYears } from './numerals.rules.ts';
import { holdsNoTasks, type Node } from './outline.rules.ts';
import type { Stretch } from './contract.ts';

const DATE = `(?<y>(?:19|20)\\d\\d)年(?<m>${MONTH_NUMBER})月(?<d>${DAY_NUMBER})日`;
const PRINTED_LINE = new RegExp(`^[ \\u3000]*${DATE}[ \\u3000]*$`, 'mu');
const PRINTED = new RegExp(
  `(?:政府|办公厅|办公室|委员会|管委会|领导小组|[厅局委部院会署社])(?:[（(]章[）)])?\\s*${DATE}(?![起前以后，,中第至—召在会经])`,
  'u',
);
const PLAN_YEAR =
  /(?<=^|[^—\-–~至到\d])(20\d\d)年(?!\d)(?:度)?(?:任务|目标|工作|民生|为民|在全|重点|实施|全[省市县区]|.{0,12}(?:方案|计划|要点|清单|工程|实事))/gu;
/** How far in a document says which year it plans for. */
const HEAD = 1500;

/** The date that a document prints under its issuer's name and where the line with it stands, or null. */
export function printedDate(text: string): { day: Day; place: Stretch } | null {
  const readable = withArabicYears(text);
  const hit = PRINTED_LINE.exec(readable) ?? PRINTED.exec(readable);
  if (hit === null) return null;
  const { y, m, d } = hit.groups!;
  const day = `${y}-${String(numberOf(m!)).padStart(2, '0')}-${String(numberOf(d!)).padStart(2, '0')}`;
  return { day, place: { start: hit.index, end: hit.index + hit[0].length } };
}

/**
 * What deadlines are resolved against. A plan that is printed in the last quarter and speaks of the next year's tasks is
 * for that year: its 12月底前 is not this December.
 */
export function frameOf(text: string, day: Day | null, calendar: Calendar, fromMeeting: boolean): TimeFrame {
  if (day === null) return { day, year: null, calendar, fromMeeting };
  const year = Number(day.slice(0, 4));
  if (Number(day.slice(5, 7)) < 10) return { day, year, calendar, fromMeeting };
  const planned = [...text.slice(0, HEAD).matchAll(PLAN_YEAR)].map((hit) => Number(hit[1]));
  return { day, year: planned.includes(year + 1) ? year + 1 : year, calendar, fromMeeting };
}

const ALL_DONE =
  /(?:各项|全部|所有|以上|上述|任务目标|目标任务|重点任务|各?工程|各项工作|工作任务|改革任务|整治任务|项目).{0,40}(?:完成|到位|见效|结束|落实)|(?:完成|落实).{0,12}(?:各项|全部|所有)(?:任务|工作|措施)|(?:实施|工作|活动|行动|整治|攻坚)(?:期限?|时间|周期)[^，]{0,12}(?:截止|截至|至|到)/u;

/** Deadlines that stand outside of the items: one for the whole document, others by the heading that holds them. */
export type Inherited = {
  readonly document: FoundDue | null;
  /** Where the clause stands that names `document`. */
  readonly place: Stretch | null;
  readonly section: (node: Node | null) => FoundDue | null;
};

/**
 * Finds the deadlines that items without one of their own inherit: a heading's (（一）动员部署（3月底前）), or a sentence in the
 * general part that says by when all tasks are to be done. Goals (到2025年，产值达到…) are not such sentences.
 */
export function inheritedDues(
  text: string,
  nodes: readonly Node[],
  outside: readonly Stretch[],
  frame: TimeFrame,
): Inherited {
  let document: FoundDue | null = null;
  let place: Stretch | null = null;
  let cursor = 0;
  for (const gap of outside) {
    while (cursor < nodes.length && nodes[cursor]!.at <= gap.start) cursor++;
    if (document !== null || !isGeneral(nodes[cursor - 1] ?? null)) continue;
    for (const { 0: sentence, index } of text
      .slice(gap.start, Math.min(gap.end, gap.start + 6000))
      .matchAll(/[^。\n]+/gu)) {
      if (
        !/月|年底|年内/u.test(sentence) ||
        !ALL_DONE.test(sentence) ||
        /[^任]务?(?:达到|超过).{0,8}\d/u.test(sentence)
      )
        continue;
      const due = chooseDue(findDues(sentence, frame).filter((d) => d.kind === 'deadline'));
      if (due?.date == null) continue;
      document = due;
      place = clauseAround(sentence, due.at, gap.start + index);
    }
  }
  const known = new Map<Node, FoundDue | null>();
  const ofHeading = (node: Node): FoundDue | null => {
    if (!/[年月]/u.test(node.heading) || node.heading.length > 60) return null;
    const due = chooseDue(findDues(node.heading, frame));
    const timed = due !== null && (due.kind !== 'year' || /^20\d\d年|[（(]20\d\d年[）)]$/u.test(node.heading));
    return timed && due.date !== null ? due : null;
  };
  const section = (node: Node | null): FoundDue | null => {
    if (node === null) return null;
    if (!known.has(node)) known.set(node, ofHeading(node) ?? section(node.parent));
    return known.get(node)!;
  };
  return { document, place, section };
}

/** The clause between commas that holds a position of a sentence, which itself begins at `from`. */
function clauseAround(sentence: string, at: number, from: number): Stretch {
  const start = Math.max(sentence.lastIndexOf('，', at), sentence.lastIndexOf('；', at)) + 1;
  const length = sentence.slice(at).search(/[，；]/u);
  return { start: from + start, end: from + (length < 0 ? sentence.length : at + length) };
}

/** Before the first marker, or in a section of goals and arrangements: what is said there is said of everything. */
const isGeneral = (node: Node | null): boolean =>
  node === null || holdsNoTasks(node) || /总体|要求|目标|安排|时间/u.test(node.heading);
