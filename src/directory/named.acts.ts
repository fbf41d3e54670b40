import { normalise, pinyinInitials, type Uuid } from '../kernel/index.ts';
import { findCityName } from '../platform/identity/index.ts';
import type { Tx } from '../platform/postgres/index.ts';
import type { Unit } from './contract.ts';
import { findUnits } from './units/unit.store.ts';
import { callsOf, fit, isInitials } from './named.rules.ts';
import { findNames, findPeopleNamed, type Person } from './people/people.store.ts';
import { unitMatcher } from './units/unit-match.rules.ts';

export type Named = { units: Uuid[]; people: Person[] };

const MOST = 8;

/**
 * The units and people that a few typed letters mean, by name or by the initials of its pinyin: `住建局`, `zjj`, `白露`, `bl`.
 * Suggestions list whatever it is the beginning or the middle of, best first. What is to be acted upon is `sure`: the whole name,
 * or a fragment (发改) that some few units have; what half the city is called by (公司) means none of it.
 */
export async function findNamed(tx: Tx, city: number, text: string, sure: boolean): Promise<Named> {
  const typed = normalise(text).toLowerCase();
  const initials = isInitials(typed);
  const units = await findUnits(tx, city);
  const cityName = await findCityName(tx, city);
  const calls = initials ? await unitInitials(units, cityName) : unitCalls(units, cityName);
  const ids = (whole: boolean) => ranked([...calls], typed, whole, ([, named]) => named).map(([id]) => id);
  const found = ids(sure);
  if (found.length === 0 && !initials) {
    // As papers call it, where the unit itself does not say so.
    const match = unitMatcher(units.values(), cityName)(typed);
    if (match.kind === 'exact') found.push(match.unit);
    else if (sure && typed.length > 1) found.push(...fewOf(ids(false)));
  }
  const people = await peopleNamed(tx, city, typed, sure);
  return { units: found.slice(0, MOST), people };
}

const fewOf = (units: Uuid[]): Uuid[] => (units.length > MOST ? [] : units);

async function peopleNamed(tx: Tx, city: number, typed: string, whole: boolean): Promise<Person[]> {
  if (typed.length < 2 || typed.length > 20) return [];
  if (whole && !isInitials(typed)) return findPeopleNamed(tx, city, [typed], MOST);
  const names = await findNames(tx, city);
  const called = isInitials(typed)
    ? await Promise.all(names.map(async (name) => [name, await initialsOf(name)] as const))
    : names.map((name) => [name, name] as const);
  const fitting = ranked(called, typed, whole, ([, call]) => [call]).map(([name]) => name);
  return fitting.length ? findPeopleNamed(tx, city, fitting.slice(0, MOST), MOST) : [];
}

function ranked<T>(all: readonly T[], typed: string, whole: boolean, calls: (one: T) => readonly string[]): T[] {
  const fitting = all.flatMap((one) => {
    const how = fit(typed, calls(one));
    return how === null || (whole && how > 0) ? [] : [{ one, how }];
  });
  return fitting.toSorted((a, b) => a.how - b.how).map(({ one }) => one);
}

type Calls = ReadonlyMap<Uuid, readonly string[]>;
type Units = ReadonlyMap<Uuid, Unit>;

/** Some hundreds of names, taken apart once for as long as the directory keeps these very units. */
const known = new WeakMap<Units, Calls>();
const spelt = new WeakMap<Units, Promise<Calls>>();

/** Everything that each unit may be called when it is looked for, by its id. */
export function unitCalls(units: Units, city: string): Calls {
  const there = known.get(units);
  if (there) return there;
  const made = new Map([...units].filter(([, unit]) => !unit.retiredAt).map(([id, unit]) => [id, callsOf(unit, city)]));
  known.set(units, made);
  return made;
}

/** The same by the initials of their pinyin. */
export function unitInitials(units: Units, city: string): Promise<Calls> {
  const there = spelt.get(units);
  if (there) return there;
  const made = Promise.all(
    [...unitCalls(units, city)].map(async ([id, calls]) => [id, await Promise.all(calls.map(initialsOf))] as const),
  ).then((all) => new Map(all));
  spelt.set(units, made);
  return made;
}

/** A name's initials never change, so they are kept. */
const spelled = new Map<string, string>();
const MOST_SPELLED = 50_000;

/** The initials of a name's pinyin. */
export async function initialsOf(name: string): Promise<string> {
  const known = spelled.get(name);
  if (known !== undefined) return known;
  const made = await pinyinInitials(name);
  if (spelled.size >= MOST_SPELLED) spelled.clear();
  spelled.set(name, made);
  return made;
}
