import { dayOf, type Uuid } from '../../kernel/index.ts';
import type { ActKind } from '../../mechanism/contract.ts';
import type { Cell } from '../../platform/sheets/contract.ts';
import { FILTER_NAMES, tellFilter, type Telling } from './filter.rules.ts';
import type { ExportList } from './list.contract.ts';
import { ofAnyPhase } from './list.rules.ts';
import type { MatterRow } from '../contract.ts';
import type { Filed } from '../life/state-parts.rules.ts';
import type { MatterState } from '../life/state.rules.ts';

/** The columns of an export, with their widths in characters. What an import reads back comes under the same names. */
const COLUMNS = {
  number: 20,
  text: 64,
  area: 16,
  filed: 28,
  round: 22,
  lead: 22,
  co: 28,
  due: 12,
  closed: 12,
  stage: 14,
  slip: 12,
  'workdays-left': 11,
  office: 26,
  pressing: 26,
  stances: 44,
  confidential: 8,
  registered: 17,
  updated: 17,
} as const;
type Column = keyof typeof COLUMNS;

/** How an export speaks: the reader's language, and the names of what a matter only knows by id. */
export type Words = {
  readonly say: (key: string, params?: Readonly<Record<string, string | number>>) => string;
  /** A name that is kept in both languages. */
  readonly named: (name: { zh: string; en: string }) => string;
  readonly unit: (id: Uuid) => string;
  readonly round: (id: Uuid) => string;
  readonly stage: (state: MatterState) => string;
  /** What a matter's mechanism calls an act. */
  readonly act: (state: MatterState, kind: ActKind) => string;
  /** A category with those above it, as they were called when the matter was filed, and its code. */
  readonly category: (filed: Filed) => string;
  /** What stands between the members of a list. */
  readonly comma: string;
};

/** How what a list is narrowed by is called, which an address has by a key or a code. */
export type FilterWords = Words &
  Readonly<Record<'mechanismNamed' | 'stageNamed' | 'channelNamed' | 'categoryNamed', (key: string) => string>>;

/** One line to be written; a workbench's has the act that is waited for. */
export type Line = { readonly row: MatterRow; readonly state: MatterState; readonly act?: ActKind };

/** The columns of a list in the reader's language. */
export function columnsOf({ kind }: ExportList, { say }: Words): { title: string; width: number }[] {
  const columns = Object.entries(COLUMNS).map(([key, width]) => ({ title: say(`matter.column.${key}`), width }));
  return kind === 'workbench' ? [{ title: say('matter.column.todo'), width: 12 }, ...columns] : columns;
}

/** The cells of one line, in the order of {@link columnsOf}; times are Shanghai's. */
export function cellsOf({ row, state, act }: Line, words: Words): Cell[] {
  const { say, unit, comma } = words;
  const cells: Record<Column, Cell> = {
    number: row.number,
    text: row.text,
    area: row.area,
    filed: state.category && words.category(state.category),
    round: row.round && words.round(row.round),
    lead: row.lead && unit(row.lead),
    co: row.co.map(unit).join(comma) || null,
    due: row.due === null ? null : { day: row.due },
    closed: row.closedOn ? { day: row.closedOn } : null,
    stage: words.stage(state),
    slip: row.slip && say(`matter.slip.${row.slip}`),
    'workdays-left': row.workdaysLeft,
    office: officeText(row, words),
    pressing: pressText(row, words),
    stances: state.units.map((u) => stanceText(u, words)).join(comma) || null,
    confidential: row.confidential ? say('transfer.yes') : null,
    registered: clockText(state.registeredAt),
    updated: clockText(state.updatedAt),
  };
  return [...(act ? [words.act(state, act)] : []), ...Object.values(cells)];
}

/** How the supervision office stands with its own part, which is not the unit's lateness; null while nothing waits for it. */
const officeText = ({ office, phase }: MatterRow, { say, named }: Words): string | null =>
  office
    ? say('transfer.office', {
        work: office.name ? named(office.name) : say(`matter.office.${phase}`),
        day: office.due,
        slip: say(`matter.slip.${office.slip}`),
      })
    : null;

/** The slip that waits to be answered, the day promised to the public, that a higher seat owes the answer, and the green channel. */
const pressText = ({ slipColor, listed, raised, green }: MatterRow, { say, comma }: Words): string | null =>
  [
    slipColor && say(`matter.slip-color.${slipColor}`),
    listed && say('transfer.pressing.listed', { day: listed.until }),
    raised && say('web.slip.raised'),
    green && say('web.slip.green'),
  ]
    .filter(Boolean)
    .join(comma) || null;

const stanceText = (u: MatterState['units'][number], { say, unit }: Words): string =>
  say('transfer.stance', { unit: unit(u.unit), stance: say(`matter.stance.${u.stance}`) });

/** An instant as a clock in Shanghai shows it, to the minute. */
export function clockText(instant: string): string {
  const at = new Date(instant);
  return `${dayOf(at)} ${new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(11, 16)}`;
}

type Chosen = Extract<ExportList, { kind: 'chosen' }>;
/** So many left out are named; of more it is said how many. */
const NAMED = 20;

/** Of matters chosen one by one those that the seat may not read, by the numbers under which they were chosen where those came along. */
export function leftOut({ ids, numbers }: Chosen, readable: ReadonlySet<Uuid>): { n: number; named: string[] } {
  const missing = new Map(ids.flatMap((id, i) => (readable.has(id) ? [] : [[id, numbers?.[i] ?? '']])));
  return { n: missing.size, named: [...missing.values()].filter(Boolean).slice(0, NAMED) };
}

/**
 * What a list is called and by what it was narrowed, e.g. `台账（单位（牵头或配合）：市教育局；时限：逾期）`; of matters chosen one by
 * one how many stand in it, and which do not, as `readable` does not hold them.
 */
export function titleOf(
  list: ExportList,
  words: FilterWords,
  readable: ReadonlySet<Uuid>,
): { name: string; filters: string } {
  const { say, comma } = words;
  switch (list.kind) {
    case 'chosen':
      return { name: list.title, filters: chosenText(list, words, readable) };
    case 'workbench':
      return {
        name: say('transfer.list.workbench'),
        filters: list.filter ? say(`transfer.workbench.${list.filter}`) : say('transfer.filters.none'),
      };
    case 'ledger': {
      const { query } = list;
      const telling = tellingOf(words);
      const told = FILTER_NAMES.flatMap((name) => {
        const value = query[name];
        return value === undefined ? [] : [tellFilter(name, value, telling)];
      });
      if (!query.phase && !ofAnyPhase(query)) told.unshift(say('transfer.filters.open'));
      return { name: say('transfer.list.ledger'), filters: told.join(comma) || say('transfer.filters.none') };
    }
  }
}

/** Filters as an export tells them, a person by no name. */
function tellingOf({ say, unit, round, ...named }: FilterWords): Telling {
  const itself = (value: string) => value;
  return {
    say,
    both: (what, value) => say('transfer.filter.told', { what, value }),
    names: {
      unit,
      round,
      person: () => say('transfer.person'),
      area: itself,
      mechanism: named.mechanismNamed,
      category: named.categoryNamed,
      channel: named.channelNamed,
      stage: named.stageNamed,
      day: itself,
    },
  };
}

function chosenText(list: Chosen, { say, comma }: Words, readable: ReadonlySet<Uuid>): string {
  const { n, named } = leftOut(list, readable);
  const there = say('transfer.chosen', { n: readable.size });
  if (n === 0) return there;
  const which = named.length ? say('transfer.chosen.which', { numbers: named.join(comma) }) : '';
  return `${there}${comma}${say('transfer.chosen.left-out', { n, which })}`;
}
