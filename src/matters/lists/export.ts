import { findUnits } from '../../directory/index.ts';
import { refuse, type Uuid } from '../../kernel/index.ts';
import { actNames, type ActNames } from '../../mechanism/index.ts';
import { sentence, type Language } from '../../platform/i18n/index.ts';
import type { Caller } from '../../platform/identity/contract.ts';
import { transact, type Pool, type Tx } from '../../platform/postgres/index.ts';
import type { Table } from '../../platform/sheets/index.ts';
import { calendarOf } from '../calendars/calendar.store.ts';
import type { ExportList } from './list.contract.ts';
import { categoryWords, filterWords } from './export-names.ts';
import { cellsOf, clockText, columnsOf, leftOut, titleOf, type Line, type Words } from './export.rules.ts';
import { countAll, findPage } from './list.ts';
import { findMatters, findReadable } from './list.store.ts';
import { getMechanism, mechanismsOf } from '../mechanisms/mechanism.store.ts';
import { findRoundNames } from '../rounds/round.store.ts';
import type { Filed } from '../life/state-parts.rules.ts';
import { rowOf, viewer } from './row.rules.ts';
import { countAllTodos, findTodos } from './workbench.ts';

/** Matters read in one transaction: so many fit well into one answer, and leave the connection to others in between. */
const PAGE = 500;

type Page = { lines: Line[]; next: string | null };
export type Export = {
  readonly pool: Pool;
  readonly caller: Caller;
  readonly list: ExportList;
  readonly language: Language;
  readonly now: Date;
};

/** How many rows an export will have; null where nobody knows. */
export const countRows = ({ pool, caller, list, now }: Export): Promise<number | null> =>
  transact(pool, caller, async (tx) => {
    switch (list.kind) {
      case 'ledger':
        return countAll(tx, caller, list.query, now);
      case 'workbench':
        return (await countAllTodos(tx, caller, now))[list.filter ?? 'total'];
      case 'chosen':
        return (await readableOf(tx, caller.city, list)).size;
    }
  });

/** Which of the matters chosen one by one the seat may read; of another list none, as nobody asks. */
async function readableOf(tx: Tx, city: number, list: ExportList): Promise<ReadonlySet<Uuid>> {
  return list.kind === 'chosen' ? findReadable(tx, city, list.ids) : new Set();
}

/**
 * The list as a table that is read as it is written: page after page by key, each in a transaction of its own under the
 * caller's own row-level security, so that memory stays the same however long the list. `told` hears of each page's rows.
 * Refuses matters chosen one by one of which the seat may read none (`matter.export-none`, 403).
 */
export async function exportTable(given: Export, told: (rows: number) => void): Promise<Table> {
  const { pool, caller, list, language, now } = given;
  const { words, title } = await transact(pool, caller, async (tx) => {
    const lookup = await wordsFor(
      tx,
      caller,
      language,
      list.kind === 'ledger' && list.query.round ? [list.query.round] : [],
      [],
    );
    const readable = await readableOf(tx, caller.city, list);
    if (list.kind === 'chosen' && readable.size === 0) refuseChosen(list);
    const told = await filterWords(tx, caller.city, language, list.kind === 'ledger' ? list.query : {});
    return { words: lookup, title: titleOf(list, { ...lookup, ...told }, readable) };
  });
  const { say } = words;
  const who = [caller.unit && words.unit(caller.unit), caller.title, caller.name].filter(Boolean).join(' ');
  async function* rows(): ReturnType<Table['rows'][typeof Symbol.asyncIterator]> {
    for (let after: string | null | undefined; after !== null;) {
      const from = after;
      const page = await transact(pool, caller, async (tx) => {
        const { lines, next } = await pageOf(tx, given, from);
        const rounds = lines.flatMap(({ row }) => row.round ?? []);
        const lookup = await wordsFor(tx, caller, language, rounds, lines);
        return { cells: lines.map((line) => cellsOf(line, lookup)), next };
      });
      told(page.cells.length);
      yield page.cells;
      after = page.next;
    }
  }
  const asOf = clockText(now.toISOString());
  const about = { list: title.name, filters: title.filters, at: asOf, who };
  return {
    name: say('transfer.sheet.matters'),
    about: {
      name: say('transfer.sheet.about'),
      said: say('transfer.about.said', about),
      lines: [
        [say('transfer.about.what'), title.name],
        [say('transfer.about.filters'), title.filters],
        [say('transfer.about.as-of'), say('transfer.as-of', { at: asOf })],
        [say('transfer.about.by'), who],
      ],
    },
    columns: columnsOf(list, words),
    rows: { [Symbol.asyncIterator]: rows },
  };
}

/** A file without a row would be taken for an answer: which matters were asked for is said instead, and why there are none. */
function refuseChosen(list: Extract<ExportList, { kind: 'chosen' }>): never {
  const { n, named } = leftOut(list, new Set());
  if (named.length) refuse('matter.export-none-named', { n, numbers: named }, { status: 403 });
  return refuse('matter.export-none', { n }, { status: 403 });
}

async function pageOf(tx: Tx, { caller, list, now }: Export, after: string | undefined): Promise<Page> {
  if (list.kind === 'workbench') {
    const { todos, next } = await findTodos(tx, caller, { filter: list.filter, after }, now, PAGE);
    return { lines: todos, next };
  }
  const { found, next } =
    list.kind === 'ledger'
      ? await findPage(tx, caller, { ...list.query, after, limit: PAGE }, now)
      : { found: await findMatters(tx, caller.city, list.ids), next: null };
  const calendar = await calendarOf(tx, caller.city, now);
  const under = await mechanismsOf(
    tx,
    caller.city,
    found.map(({ state }) => state),
  );
  return {
    lines: found.map(({ id, state }) => ({
      state,
      row: rowOf(id, state, now, calendar, viewer(caller, state), under(state)),
    })),
    next,
  };
}

/** The names that these lines need. Those of units and mechanisms are kept by their stores, those of rounds are a page's. */
async function wordsFor(
  tx: Tx,
  caller: Caller,
  language: Language,
  rounds: readonly Uuid[],
  lines: readonly Line[],
): Promise<Words> {
  const { city } = caller;
  const stages = new Map<string, string>();
  const acts = new Map<string, ActNames>();
  for (const { state } of lines) {
    const key = stageKey(state);
    if (stages.has(key)) continue;
    const mechanism = await getMechanism(tx, city, state.mechanism, state.version);
    stages.set(key, mechanism.stages[state.stage]?.name[language] ?? state.stage);
    acts.set(key, actNames(mechanism));
  }
  const filed = new Map<string, string>();
  for (const { state } of lines)
    if (state.category && !filed.has(filedKey(state.category)))
      filed.set(filedKey(state.category), await categoryWords(tx, city, language, state.category));
  const units = await findUnits(tx, city);
  const names = await findRoundNames(tx, city, [...new Set(rounds)]);
  return {
    say: (key, params) => sentence(language, key, params),
    named: (name) => name[language],
    unit: (id) => units.get(id)?.name ?? '',
    round: (id) => names.get(id) ?? '',
    stage: (state) => stages.get(stageKey(state)) ?? state.stage,
    act: (state, kind) => acts.get(stageKey(state))?.[kind]?.[language] ?? sentence(language, `matter.act.${kind}`),
    category: (one) => filed.get(filedKey(one)) ?? one.code,
    comma: language === 'zh' ? '、' : '; ',
  };
}

const filedKey = ({ scheme, version, code }: Filed): string => `${scheme} ${version} ${code}`;
const stageKey = (state: Line['state']): string => `${state.mechanism} ${state.version} ${state.stage}`;
