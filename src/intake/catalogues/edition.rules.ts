import { farthestDay, normalise, type Calendar, type Day, type ProblemParam, type Uuid } from '../../kernel/index.ts';
import type { UnitMatch } from '../../directory/contract.ts';
import type { Standing } from '../../matters/catalogues/matrix.contract.ts';
import { LEAD_ROWS, type Sheet } from '../sheets/grid.rules.ts';
import { plain } from '../sheets/headings.rules.ts';
import { namesIn } from '../sheets/judge.rules.ts';
import { readDue } from '../sheets/rowDue.rules.ts';
import type { EditionEntry, EditionLine, EditionRead, EntryChange } from './edition.contract.ts';
import { unitsOfGroup, type Groups } from './groups.rules.ts';
import { isNumber, itemNumber } from './item-number.rules.ts';
import { carriedBy, type KnownPart } from './past.rules.ts';

type PastField = keyof NonNullable<EditionLine['past']>;
type Field = Exclude<keyof EditionLine, 'n' | 'past'> | PastField | 'content';

/** How columns are headed in lists that provinces publish. */
const HEADS: readonly (readonly [Field, RegExp])[] = [
  ['item', /^(?:序号|编号|条目(?:编号|序号)?|项目编号|事项编号|item|no\.?)$/u],
  ['wanted', /^(?:佐证(?:材料|要求)?|证明材料|完成标志|验收标准|evidence(?: wanted)?)$/u],
  [
    'units',
    /^(?:(?:责任|牵头责任|主责|负责|落实|承担|实施|推广|牵头|复制推广)(?:单位|部门)|(?:责任|落实)主体|units?)$/u,
  ],
  ['due', /^(?:(?:完成|推广|落实)?(?:时限|期限|时间)(?:要求)?|截止(?:日期|时间)?|due)$/u],
  ['area', /^(?:(?:所属|改革)?(?:领域|类别|分类|方面|方向)|area)$/u],
  [
    'text',
    /^(?:(?:改革)?(?:试点)?(?:经验|举措|事项|任务|成果)(?:名称|内容)?|(?:主要|改革|复制推广|具体)?(?:内容|事项|举措)|名称|text|practice)$/u,
  ],
  // Beside a column of names, what they stand for.
  ['content', /^(?:(?:主要|具体|改革|复制推广|经验)?(?:内容|做法|举措)|content)$/u],
];

const STANDS = /^(?:(?:推进|落实|进展|办理|推广|工作)(?:情况|状态|进展|进度)|状态|进度|progress|status)$/u;
const RESULT =
  /^(?:(?:完成|落实|办理|推广|工作)(?:情况|结果|成效|进展)(?:说明)?|(?:取得|主要|工作)?成效|不适用(?:原因|理由)|result)$/u;
/** How they are headed in a ledger that the city kept itself: there, evidence is what there is and not what is wanted. */
const PAST_HEADS: readonly (readonly [Field, RegExp])[] = [
  ['stands', STANDS],
  ['result', RESULT],
  ['on', /^(?:实际)?(?:完成|办结|销号|落实|推广)(?:时间|日期|年月)$|^done on$/u],
  ['evidence', /^(?:佐证|证明)(?:材料)?(?:名称|清单)?$|^evidence$/u],
];

/** The lines of a list, and the heads that nothing was read under; null where no sheet has numbers and words of items. */
export function readEdition(sheets: readonly Sheet[]): EditionRead | null {
  for (const { rows } of sheets)
    for (const [at, { cells: heads }] of rows.slice(0, LEAD_ROWS).entries()) {
      const columns = new Map<Field, number>();
      const isLedger = heads.some((head) => STANDS.test(plain(head)) || RESULT.test(plain(head)));
      const known = isLedger ? [...PAST_HEADS, ...HEADS] : HEADS;
      for (const [column, head] of heads.entries()) {
        const field = known.find(([of, pattern]) => !columns.has(of) && pattern.test(plain(head)))?.[0];
        if (field) columns.set(field, column);
      }
      if (!columns.has('item') || !columns.has('text')) continue;
      const taken = new Set(columns.values());
      let heading = '';
      const lines = rows.slice(at + 1).flatMap(({ n, cells }): EditionLine[] => {
        const cell = (field: Field) => normalise(cells[columns.get(field) ?? -1] ?? '');
        if (![...taken].some((column) => cells[column]?.trim())) return [];
        const item = cell('item');
        // A line over the whole table heads those below it, or remarks on them.
        if (item && !isNumber(item) && cells.filter((one) => one.trim()).length === 1) {
          if (!REMARK.test(item)) heading = item.replace(/^[（(]?[一二三四五六七八九十]+[）)、．.]\s*/u, '');
          return [];
        }
        const [name, content] = [cell('text'), cell('content')];
        const past = {
          // A ledger that has one column for both begins it with how far it is.
          stands: (columns.has('stands') ? cell('stands') : cell('result')).slice(0, 400),
          result: columns.has('stands') ? cell('result').slice(0, 4000) : '',
          on: cell('on').slice(0, 400),
          evidence: cell('evidence').slice(0, 2000),
        };
        return [
          {
            n,
            item: item.slice(0, 400),
            text: name && content && name !== content ? `${name}：${content}` : name || content,
            area: (cell('area') || heading).slice(0, 400),
            wanted: cell('wanted').slice(0, 2000),
            due: cell('due').slice(0, 400),
            units: cell('units').slice(0, 4000),
            ...(isLedger ? { past } : {}),
          },
        ];
      });
      return { lines, unused: heads.filter((head, column) => head.trim() !== '' && !taken.has(column)).map(normalise) };
    }
  return null;
}

/** What is written below a table, and is no part of it. */
const REMARK = /^(?:注|备注|说明|附注|附件|填表|合计|共计)/u;

/** An item as the ledger has it. `units`: who has a part in it. */
export type Known = {
  readonly id: Uuid;
  readonly number: string;
  readonly item: string;
  readonly text: string;
  readonly area: string | null;
  readonly wanted: string | null;
  readonly due: Day | null;
  readonly dropped: boolean;
  readonly units: readonly Uuid[];
  readonly parts: readonly KnownPart[];
};

/** An entry whose issues are not worded yet. */
export type Entry = Omit<EditionEntry, 'issues'> & {
  readonly issues: readonly {
    level: 'fault' | 'doubt';
    code: string;
    params: Readonly<Record<string, ProblemParam>>;
  }[];
};
/** `units`: among whom an item is divided whose line names nobody. */
export type Comparing = Groups & {
  readonly match: (printed: string) => UnitMatch;
  readonly today: Day;
  readonly calendar: Calendar;
};

/** What the engine takes of each, in characters. */
const LONGEST = { item: 40, text: 4000, area: 120, wanted: 400 } as const;

/**
 * What an edition does to the items that are there, by their numbers: every line is an entry, in the order of the file, and after these
 * every item that no line names. What a line leaves empty stays as it is. Nothing is lost: an item is named by an entry, or was dropped
 * before and stays so. Pure.
 */
export function compare(lines: readonly EditionLine[], known: readonly Known[], on: Comparing): Entry[] {
  const there = new Map(known.map((one) => [itemNumber(one.item), one]));
  const rows = rowsOfItems(lines.map((line) => ({ ...line, item: itemNumber(line.item) })));
  const first = new Map(rows.toReversed().flatMap(([line]) => (line.item ? [[line.item, line.n] as const] : [])));
  const entries = rows.map((own) => judge(own, there.get(own[0].item), first.get(own[0].item), on));
  const gone = known.filter(({ item, dropped }) => !first.has(itemNumber(item)) && !dropped);
  return [
    ...entries,
    ...gone.map(({ id, number, item, text, area, wanted }): Entry => ({
      state: 'dropped',
      item,
      n: null,
      rows: [],
      matter: { id, number },
      text,
      area,
      wanted,
      due: null,
      changes: [],
      units: [],
      carries: [],
      leaving: [],
      struck: [],
      issues: [],
    })),
  ];
}

type Rows = readonly [EditionLine, ...EditionLine[]];

/**
 * The lines of each item together. A ledger has a line for each unit: the number again, with the same words or none, and another unit; or neither
 * number nor words below those of its item. A number that comes again otherwise stays a line of its own, to be told. Pure.
 */
function rowsOfItems(lines: readonly EditionLine[]): Rows[] {
  const found: [EditionLine, ...EditionLine[]][] = [];
  const first = new Map<string, [EditionLine, ...EditionLine[]]>();
  for (const line of lines) {
    const isBelow = !line.item && !line.text && line.units !== '';
    const above = isBelow ? found.at(-1) : first.get(line.item);
    const saysSame = above && (line.text === '' || line.text === above[0].text);
    if (above?.[0].item && saysSame && line.units !== '' && above.every(({ units }) => units !== line.units))
      above.push(line);
    else {
      found.push([line]);
      if (line.item && !above) first.set(line.item, found.at(-1)!);
    }
  }
  return found;
}

function judge(rows: Rows, known: Known | undefined, first: number | undefined, on: Comparing): Entry {
  const line = { ...rows[0], units: rows.map(({ units }) => units).join('、') };
  const issues: Entry['issues'][number][] = [];
  const say = (level: 'fault' | 'doubt', code: string, params: Record<string, ProblemParam> = {}) =>
    issues.push({ level, code: `catalogues.row.${code}`, params });
  if (!line.item) say('fault', 'no-item');
  else if (first !== line.n) say('fault', 'item-twice', { item: line.item.slice(0, LONGEST.item), n: first ?? 0 });
  for (const field of ['item', 'text', 'area', 'wanted'] as const)
    if (line[field].length > LONGEST[field])
      say('fault', `long-${field}`, { n: line[field].length, limit: LONGEST[field] });
  // An edition that says nothing where it said something may have lost it: the words stay, and whoever merges knows that they are the old ones.
  if (!line.text && known) say('doubt', 'text-kept');
  else if (!line.text) say('fault', 'no-text');
  const said = { text: line.text || null, area: line.area || null, wanted: line.wanted || null };
  const changes = (['text', 'area', 'wanted'] as const).flatMap((of): EntryChange[] =>
    !known || said[of] === null || said[of] === known[of] ? [] : [{ of, from: known[of], to: said[of] }],
  );
  const named = unitsOf(line, on, say);
  const units = named.filter((unit) => !known?.units.includes(unit));
  const taken = carriedBy(
    rows,
    known?.parts ?? [],
    (row) => unitsOf(row, on, () => undefined),
    on,
    (code, params) => say('doubt', code, params),
  );
  if (!known && units.length === 0) say('doubt', 'no-units');
  const due = dueOf(line, on, say);
  // Who works on it has a clock by now: another day is given by assigning anew, and never by a table.
  if (known && due !== null && due !== known.due)
    say('doubt', known.due === null ? 'due-unset' : 'due-kept', { due, was: known.due });
  // Who is named no more is known only where all who are named are known.
  const isClear = namesIn(line.units).length > 0 && !issues.some(({ code }) => UNCLEAR.has(code));
  const leaving = isClear ? partsIn(known, OPEN).filter((unit) => !named.includes(unit)) : [];
  const wrong = issues.some(({ level }) => level === 'fault');
  const state = wrong
    ? 'fault'
    : !known
      ? 'new'
      : known.dropped
        ? 'back'
        : changes.length || units.length || taken.length
          ? 'changed'
          : 'same';
  return {
    state,
    item: known?.item ?? line.item,
    n: line.n,
    rows: rows.map(({ n }) => n),
    matter: known ? { id: known.id, number: known.number } : null,
    text: said.text ?? known?.text ?? '',
    area: said.area ?? known?.area ?? null,
    wanted: said.wanted ?? known?.wanted ?? null,
    due,
    changes,
    units,
    carries: wrong ? [] : taken,
    leaving,
    struck: changes.some(({ of }) => of !== 'area') ? partsIn(known, STRUCK) : [],
    issues,
  };
}

const OPEN: ReadonlySet<string> = new Set<Standing>(['given', 'working', 'claimed']);
const STRUCK: ReadonlySet<string> = new Set<Standing>(['done', 'gained']);
const UNCLEAR: ReadonlySet<string> = new Set(['catalogues.row.units-unknown', 'catalogues.row.units-unsaid']);
const partsIn = (known: Known | undefined, standings: ReadonlySet<string>): Uuid[] =>
  (known?.parts ?? []).flatMap(({ unit, standing }) => (standings.has(standing) ? unit : []));

type Say = (level: 'fault' | 'doubt', code: string, params?: Record<string, ProblemParam>) => void;

/**
 * Those that the line names; where it names none, those that were chosen; of a group whom it means. A name that nobody bears, and a group of which
 * nobody knows who they are, are told and left out.
 */
function unitsOf({ units }: Pick<EditionLine, 'units'>, on: Comparing, say: Say): Uuid[] {
  const names = namesIn(units);
  if (!names.length) return [...on.units];
  const unknown: string[] = [];
  const vague: string[] = [];
  const found = names.flatMap((name): readonly Uuid[] => {
    const is = on.match(name.slice(0, 200));
    if (is.kind === 'exact') return [is.unit];
    const group = is.kind === 'group' ? unitsOfGroup(name, is.group, on) : null;
    if (!group) (is.kind === 'group' ? vague : unknown).push(name);
    return group ?? [];
  });
  if (unknown.length) say('doubt', 'units-unknown', { names: [...new Set(unknown)] });
  if (vague.length) say('doubt', 'units-unsaid', { names: [...new Set(vague)] });
  return [...new Set(found)];
}

/** The groups in a table of which no word says who they are, in the order in which they come. Pure. */
export const askedOf = (lines: readonly EditionLine[], on: Comparing): string[] => [
  ...new Set(
    lines.flatMap(({ units }) =>
      namesIn(units).filter((name) => {
        const is = on.match(name.slice(0, 200));
        return is.kind === 'group' && unitsOfGroup(name, is.group, { ...on, said: new Map() }) === null;
      }),
    ),
  ),
];

/** A day that can still be kept; what names none, or one that has passed, is told and left to the mechanism's own limit. */
function dueOf({ due }: EditionLine, { today, calendar }: Comparing, say: Say): Day | null {
  const read = readDue(due, today, calendar);
  const day = 'day' in read ? read.day : null;
  if (read.kind === 'none') return null;
  if (day !== null && day >= today && day <= farthestDay(today)) return day;
  say('doubt', 'due-left-out', { text: due.slice(0, 60) });
  return null;
}
