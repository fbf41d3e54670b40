import { findUnits, unitMatcher } from '../../directory/index.ts';
import type { UnitKind } from '../../directory/contract.ts';
import { dayOf, refuse, uuidv7, type Uuid } from '../../kernel/index.ts';
import {
  act,
  calendarOf,
  checkMayRegister,
  findItems,
  findMatters,
  getMechanism,
  lockCatalogue,
  mechanismsOf,
  registerByHand,
  standingOf,
  type StoredItem,
} from '../../matters/index.ts';
import { stagesFor } from '../../mechanism/index.ts';
import { sentence, type Language } from '../../platform/i18n/index.ts';
import { findCityName } from '../../platform/identity/index.ts';
import type { Caller } from '../../platform/identity/contract.ts';
import { transact, type Pool, type Tx } from '../../platform/postgres/index.ts';
import type { Workbook } from '../sheets/grid.rules.ts';
import {
  MOST_ITEMS,
  MOST_LINES,
  type Brought,
  type Edition,
  type EditionPlan,
  type EditionRead,
  type EntryToBring,
} from './edition.contract.ts';
import { askedOf, compare, readEdition, type Comparing, type Known } from './edition.rules.ts';
import { carries, type KnownPart } from './past.rules.ts';

/**
 * The lines of a table that is a list; nothing is kept of it. Throws `catalogues.no-items`, `catalogues.too-many-items`,
 * `catalogues.too-many-lines`.
 */
export function editionOf({ sheets }: Workbook): EditionRead {
  const read = readEdition(sheets);
  if (!read?.lines.length) return refuse('catalogues.no-items');
  if (read.lines.length > MOST_LINES)
    return refuse('catalogues.too-many-lines', { limit: MOST_LINES }, { status: 413 });
  if (new Set(read.lines.map(({ item }) => item)).size > MOST_ITEMS)
    return refuse('catalogues.too-many-items', { limit: MOST_ITEMS }, { status: 413 });
  return read;
}

/** What an edition would add, change and leave out, item by item; nothing is done. For whoever may register its items. */
export async function compareEdition(
  tx: Tx,
  caller: Caller,
  edition: Edition,
  now: Date,
  language: Language,
): Promise<EditionPlan> {
  await checkMayRegister(tx, caller, edition.mechanism, now);
  const { city } = caller;
  const items = await findItems(tx, city, edition.mechanism, edition.catalogue);
  const [units, name, calendar] = [
    await findUnits(tx, city),
    await findCityName(tx, city),
    await calendarOf(tx, city, now),
  ];
  const parts = await partsOf(tx, city, items);
  const match = unitMatcher(units.values(), name);
  const kept = new Map<string, ReturnType<typeof match>>();
  const of = (kind: UnitKind) =>
    [...units.values()].flatMap((unit) => (unit.kind === kind && unit.retiredAt === null ? unit.id : []));
  const on: Comparing = {
    // A ledger names the same few hundred units in thousands of lines.
    match: (printed) => kept.get(printed) ?? kept.set(printed, match(printed)).get(printed)!,
    units: edition.units,
    counties: of('county'),
    towns: of('town'),
    said: new Map(edition.groups?.map(({ name: group, units: among }) => [group, among])),
    today: dayOf(now),
    calendar,
  };
  const entries = compare(
    edition.lines,
    items.map((one) => known(one, parts)),
    on,
  );
  const told = entries.map(({ issues, ...entry }) => ({
    ...entry,
    issues: issues.map(({ level, code, params }) => ({ level, detail: sentence(language, code, params) })),
  }));
  return { entries: told, asked: askedOf(edition.lines, on) };
}

/** Where each part of items stands, and what was taken over of those that go on by that. */
async function partsOf(tx: Tx, city: number, items: readonly StoredItem[]): Promise<ReadonlyMap<Uuid, KnownPart>> {
  const all = items.flatMap(({ parts }) => parts);
  const under = await mechanismsOf(tx, city, all);
  const standing = new Map(all.map((part) => [part.id, standingOf(under(part), part.stage)]));
  const going = all.flatMap(({ id }) => (standing.get(id) === 'working' ? id : []));
  const states = await findMatters(tx, city, going);
  return new Map(
    all.flatMap(({ id, lead }): [Uuid, KnownPart][] => {
      const carried = states.get(id)?.carried;
      return lead
        ? [[id, { id, unit: lead, standing: standing.get(id)!, carried: carried && !carried.over ? carried : null }]]
        : [];
    }),
  );
}

const known = ({ id, state, parts }: StoredItem, all: ReadonlyMap<Uuid, KnownPart>): Known => ({
  id,
  number: state.number,
  item: state.catalogued!.item,
  text: state.text,
  area: state.area,
  wanted: state.wanted,
  due: state.due,
  dropped: state.catalogued!.dropped !== null,
  units: parts.flatMap(({ lead }) => lead ?? []),
  parts: parts.flatMap((part) => all.get(part.id) ?? []),
});

/**
 * Does what one entry says, each by an act of its own: registers the item where it is new, revises it and those of its parts that are
 * open and say what it said, divides it among the units that have no part in it yet and takes over what the city's own ledger says of
 * them, or marks it as dropped. What is done already is left: sent again, or after a line that was cut, the rest of it is done and nothing twice.
 */
export async function bringEntry(pool: Pool, caller: Caller, entry: EntryToBring, now: Date): Promise<Brought> {
  const { mechanism, catalogue, item, edition } = entry;
  const find = async (tx: Tx) =>
    (await findItems(tx, caller.city, mechanism, catalogue)).find(({ state }) => state.catalogued!.item === item);
  const { before, registered } = await transact(pool, caller, async (tx) => {
    await checkMayRegister(tx, caller, mechanism, now);
    await lockCatalogue(tx, caller.city, mechanism, catalogue);
    const there = await find(tx);
    if (there || entry.drop) return { before: there, registered: false };
    const { text, area, wanted, due } = entry;
    const given = { text, area, wanted, due, catalogued: { catalogue, item, edition } };
    await registerByHand(tx, caller, { id: entry.id, mechanism, given }, now);
    return { before: undefined, registered: true };
  });
  if (!before && !registered)
    return { matter: null, registered, revised: 0, divided: 0, carried: 0, ended: 0, reopened: 0 };
  const found = before ?? (await transact(pool, caller, find))!;
  const does = (matter: Uuid, kind: Kind, given: Record<string, unknown>) =>
    act(pool, caller, matter, { id: uuidv7(now), kind, given }, now);
  let revised = 0;
  if (before) {
    const { state } = before;
    const isDropped = state.catalogued!.dropped !== null;
    const words = entry.drop ? {} : changedWords(state, entry);
    const other = isDropped !== entry.drop;
    if (other || Object.keys(words).length) {
      await does(found.id, 'revise', { edition, ...words, ...(other ? { dropped: entry.drop } : {}) });
      revised++;
    }
    const dropped = other ? entry.drop : undefined;
    revised += await reviseParts(pool, caller, before, { edition, words, text: state.text, dropped }, does);
  }
  if (entry.drop) return { matter: found.id, registered, revised, divided: 0, carried: 0, ended: 0, reopened: 0 };
  const taken = new Set(found.parts.map(({ lead }) => lead));
  const lacking = [...new Set(entry.units)].filter((unit) => !taken.has(unit));
  // One after the other: each takes the lock of the item.
  for (const lead of lacking)
    await does(found.id, 'divide', { text: entry.text || found.state.text, lead, due: entry.due });
  let carried = 0;
  if (entry.carries?.length) {
    const parts = await transact(pool, caller, async (tx) => {
      const item = await find(tx);
      return item ? [...(await partsOf(tx, caller.city, [item])).values()] : [];
    });
    for (const { unit, ...said } of entry.carries) {
      const part = parts.find((one) => one.unit === unit);
      if (!part || carries(part, said) !== 'carry') continue;
      await does(part.id, 'carry', { ...said, book: entry.book || edition });
      carried++;
    }
  }
  let [ended, reopened] = [0, 0];
  for (const part of before?.parts ?? []) {
    const { mechanism: under, lead, stage, version } = part;
    if (lead === null) continue;
    const may = async (kind: Kind) =>
      stagesFor(await transact(pool, caller, (tx) => getMechanism(tx, caller.city, under, version)), kind).includes(
        stage,
      );
    if (entry.ends?.units.includes(lead) && (await may('exempt'))) {
      // Listed for this unit no more; then the office says so, and why.
      const [now_] = await transact(pool, caller, (tx) => findMatters(tx, caller.city, [part.id]));
      if (now_ && now_[1].unlisted === undefined) await does(part.id, 'revise', { edition, dropped: true });
      await does(part.id, 'exempt', { note: entry.ends.note });
      ended++;
    }
    if (entry.reopens?.units.includes(lead) && part.phase === 'closed' && (await may('reopen'))) {
      await does(part.id, 'reopen', { reason: entry.reopens.reason });
      reopened++;
    }
  }
  return { matter: found.id, registered, revised, divided: lacking.length, carried, ended, reopened };
}

type Kind = 'revise' | 'divide' | 'carry' | 'exempt' | 'reopen';
type Words = Partial<Record<'text' | 'area' | 'wanted', string>>;

/** What the entry says otherwise; nothing is taken away by saying nothing. */
function changedWords(state: StoredItem['state'], entry: EntryToBring): Words {
  const fields = (['text', 'area', 'wanted'] as const).filter((of) => entry[of] && entry[of] !== state[of]);
  return Object.fromEntries(fields.map((of) => [of, entry[of]!]));
}

/** Parts that are open, or were struck off by the words before, are told what the item says now, where their words are those that it had, and that it is listed no more, or again. */
async function reviseParts(
  pool: Pool,
  caller: Caller,
  { parts }: StoredItem,
  { edition, words, text, dropped }: { edition: string; words: Words; text: string; dropped: boolean | undefined },
  does: (matter: Uuid, kind: 'revise', given: Record<string, unknown>) => Promise<unknown>,
): Promise<number> {
  if (!words.text && !words.wanted && dropped === undefined) return 0;
  const states = await transact(pool, caller, async (tx) => {
    const open: Uuid[] = [];
    for (const { id, stage, mechanism, version } of parts)
      if (stagesFor(await getMechanism(tx, caller.city, mechanism, version), 'revise').includes(stage)) open.push(id);
    return findMatters(tx, caller.city, open);
  });
  let n = 0;
  for (const [id, now] of states) {
    const said = {
      ...(words.text && now.text === text ? { text: words.text } : {}),
      ...(words.wanted && now.wanted !== words.wanted ? { wanted: words.wanted } : {}),
      ...(dropped === undefined || now.phase === 'closed' || dropped === (now.unlisted !== undefined)
        ? {}
        : { dropped }),
    };
    if (!Object.keys(said).length) continue;
    await does(id, 'revise', { edition, ...said });
    n++;
  }
  return n;
}
