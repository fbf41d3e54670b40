import {
  addUnits,
  findUnits,
  listPeople,
  locateUnits,
  openPeople,
  openSeats,
  unitMatcher,
  type Unit,
} from '../../directory/index.ts';
import { pinyin, refuse, uuidv7, type Uuid } from '../../kernel/index.ts';
import { sentence, type Language } from '../../platform/i18n/index.ts';
import { findCityName, findTakenLogins, isLogin } from '../../platform/identity/index.ts';
import type { Caller } from '../../platform/identity/contract.ts';
import type { Tx } from '../../platform/postgres/index.ts';
import type { Workbook } from '../sheets/grid.rules.ts';
import { readTables } from './heads.rules.ts';
import { lackingSeats } from './lacking.rules.ts';
import { judgePeople, loginsFrom, type PersonJudgement } from './people.rules.ts';
import {
  MOST_PEOPLE,
  MOST_UNITS,
  type AskLacking,
  type LackingSeats,
  type Roster,
  type RosterDone,
  type RosterPlan,
  type RosterRead,
} from './roster.contract.ts';
import { judgeUnits, newUnitOf, type UnitJudgement } from './units.rules.ts';

/** More people than any city has accounts for. */
const ALL = 100_000;

/**
 * The units and people that a file names, each under ids of their own from here on. Nothing is kept of it: what is brought in is
 * what comes back. Throws `roster.no-table`, `roster.too-many`.
 */
export function readRoster({ sheets, notes }: Workbook, now: Date): RosterRead {
  const found = readTables(sheets);
  if (!found || found.units.length + found.people.length === 0) return refuse('roster.no-table');
  const { units, people, unused } = found;
  if (units.length > MOST_UNITS || people.length > MOST_PEOPLE)
    refuse('roster.too-many', { units: MOST_UNITS, people: MOST_PEOPLE }, { status: 413 });
  return {
    units: units.map((line) => ({ ...line, id: uuidv7(now) })),
    people: people.map((line) => ({ ...line, id: uuidv7(now), seat: uuidv7(now) })),
    unused,
    notes,
  };
}

type Judged = {
  units: UnitJudgement[];
  people: PersonJudgement[];
  /** The units of the register, and those that the table adds. */
  all: Unit[];
  unitName: (id: Uuid) => string;
};

async function judge(tx: Tx, city: number, roster: Roster): Promise<Judged> {
  const [known, cityName, people] = [
    [...(await findUnits(tx, city)).values()],
    await findCityName(tx, city),
    await findEverybody(tx, city),
  ];
  const units = judgeUnits(roster.units, known, cityName);
  const planned = roster.units.flatMap((line, i): Unit[] => {
    const judged = units[i]!;
    if (judged.state !== 'new') return [];
    const unit = newUnitOf(line, judged);
    const nothing = { retiredAt: null, mergedInto: null, earlier: [] };
    return [{ ...unit, ...nothing, parent: unit.parent!, shortName: unit.shortName!, aliases: unit.aliases!, sort: 0 }];
  });
  const all = [...known, ...planned];
  const names = new Map(all.map(({ id, name }) => [id, name]));
  const unitName = (id: Uuid): string => names.get(id) ?? '';
  const spelled = await spellings(roster.people.filter(({ login }) => login === '').map(({ name }) => name));
  const spell = (name: string): string => spelled.get(name) ?? '';
  const asked = roster.people.flatMap(({ login, name }) => (login ? [login.toLowerCase()] : loginsFrom(spell(name))));
  const taken = await findTakenLogins(tx, [...new Set(asked)]);
  const match = remembering(unitMatcher(all, cityName));
  return {
    units,
    people: judgePeople(roster.people, { match, unitName, people, taken, spell, isLogin }),
    all,
    unitName,
  };
}

/** What each line would do and what is wrong with it; nothing is done. */
export async function previewRoster(tx: Tx, caller: Caller, roster: Roster, language: Language): Promise<RosterPlan> {
  refuseOthers(caller);
  const { units, people, unitName } = await judge(tx, caller.city, roster);
  const told = <F extends string>({ field, level, code, params }: { field: F; level: 'fault' | 'doubt' } & Coded) => ({
    field,
    level,
    detail: sentence(language, code, params),
  });
  const fresh = people.filter(({ state }) => state === 'new');
  const all = [...units, ...people];
  return {
    units: units.map(({ id, state, kind, parent, located, issues }) => ({
      id,
      state,
      kind,
      parent: parent?.name ?? null,
      located,
      issues: issues.map(told),
    })),
    people: people.map(({ seat, state, login, role, unit, opens, issues }) => ({
      seat,
      state,
      login,
      role,
      unit: unit && unitName(unit),
      account: opens ? 'new' : 'known',
      issues: issues.map(told),
    })),
    adds: {
      units: units.filter(({ state }) => state === 'new').length,
      accounts: fresh.filter(({ opens }) => opens).length,
      seats: fresh.length,
    },
    there: all.filter(({ state }) => state === 'there').length,
    faults: all.filter(({ state }) => state === 'fault').length,
  };
}
type Coded = { readonly code: string; readonly params: NonNullable<Parameters<typeof sentence>[2]> };

/**
 * Brings units and people in, all or nothing: every unit, where it is found, every account and seat is an act of its own in the register. What is there
 * already stays as it is. The accounts have no password until one is made for them. Throws `roster.faults` where a line has one.
 */
export async function bringIn(tx: Tx, caller: Caller, roster: Roster, now: Date): Promise<RosterDone> {
  refuseOthers(caller);
  const { units, people } = await judge(tx, caller.city, roster);
  const faults = [...units, ...people].filter(({ state }) => state === 'fault').length;
  if (faults > 0) refuse('roster.faults', { faults });
  const added = roster.units.flatMap((line, i) => (units[i]!.state === 'new' ? [newUnitOf(line, units[i]!)] : []));
  await addUnits(tx, caller, added, now);
  const located = units.flatMap(({ unit, state, located: to }) => (state === 'new' && to ? [{ unit, to }] : []));
  await locateUnits(tx, caller, located, now);
  const fresh = roster.people.flatMap((line, i) => (people[i]!.state === 'new' ? [{ line, judged: people[i]! }] : []));
  const opened = fresh.filter(({ judged }) => judged.opens);
  await openPeople(
    tx,
    caller,
    opened.map(({ line, judged }) => ({ id: line.id, login: judged.login, name: line.name })),
    now,
  );
  await openSeats(
    tx,
    caller,
    fresh.map(({ line, judged }) => ({
      id: line.seat,
      account: judged.account,
      unit: judged.unit,
      role: judged.role!,
      title: line.title,
    })),
    now,
  );
  return countDone(tx, caller.city, roster);
}

async function countDone(tx: Tx, city: number, { units, people }: Roster): Promise<RosterDone> {
  const known = await findUnits(tx, city);
  const everybody = await findEverybody(tx, city);
  const accounts = new Set(everybody.map(({ id }) => id));
  const seats = new Set(everybody.flatMap((person) => person.seats.map(({ id }) => id)));
  return {
    units: units.filter(({ id }) => known.has(id)).length,
    accounts: people.filter(({ id }) => accounts.has(id)).length,
    seats: people.filter(({ seat }) => seats.has(seat)).length,
  };
}

/** The seats that neither the register nor the table has, as lines to be filled in and brought in like any others. */
export async function findLacking(
  tx: Tx,
  caller: Caller,
  { above, ...table }: AskLacking,
  now: Date,
): Promise<LackingSeats> {
  refuseOthers(caller);
  const { all, people: judged } = await judge(tx, caller.city, table);
  const people = await findEverybody(tx, caller.city);
  const post = (role: 'handler' | 'head') => (unit: string) => sentence('zh', `roster.post.${role}`, { unit });
  const words = {
    role: (role: string) => sentence('zh', `web.role.${role}`),
    handler: post('handler'),
    head: post('head'),
  };
  const held = [
    ...people.filter(({ disabledAt }) => disabledAt === null).flatMap(({ seats }) => seats),
    // Also a line that has still to be put right stands for its seat.
    ...judged.flatMap(({ role, unit }) => (role ? [{ role, unit }] : [])),
  ];
  const lines = lackingSeats(all, held, words, { above });
  return { people: lines.map((line) => ({ ...line, n: 0, id: uuidv7(now), seat: uuidv7(now) })) };
}

const findEverybody = (tx: Tx, city: number) => listPeople(tx, city, { after: '', q: '', without: null, limit: ALL });

async function spellings(names: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const once = [...new Set(names)];
  return new Map(await Promise.all(once.map(async (name) => [name, await pinyin(name)] as const)));
}

/** A table names the same few units a thousand times. */
function remembering<T>(match: (printed: string) => T): (printed: string) => T {
  const kept = new Map<string, T>();
  return (printed) => {
    const known = kept.get(printed) ?? match(printed);
    kept.set(printed, known);
    return known;
  };
}

function refuseOthers({ role }: Caller): void {
  if (role !== 'administrator') refuse('roster.administrators-only', {}, { status: 403 });
}
