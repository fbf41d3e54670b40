import { pinyinInitials, pinyinWhole } from '../../kernel/index.ts';
import type { ListedUnit, Unit } from '../contract.ts';
import type { Units } from './unit.rules.ts';

/** Some hundreds of names, spelt once for as long as the directory keeps these very units. */
const spelt = new WeakMap<Units, Promise<ListedUnit[]>>();

/** The units, each with how it is typed by sound: a dictionary of readings would weigh more than the rest of the page. */
export function withSounds(units: Units): Promise<ListedUnit[]> {
  const there = spelt.get(units);
  if (there) return there;
  const made = Promise.all([...units.values()].map(async (unit) => ({ ...unit, sound: await soundOf(unit) })));
  spelt.set(units, made);
  return made;
}

async function soundOf({ name, shortName, aliases }: Unit): Promise<string> {
  const names = [name, ...(shortName ? [shortName] : []), ...aliases];
  const sounds = await Promise.all([...names.map(pinyinInitials), ...names.map(pinyinWhole)]);
  return [...new Set(sounds)].filter(Boolean).join(' ');
}
