import type { Unit } from './contract.ts';
import { alsoCalled, partsOf } from './units/unit-name.rules.ts';

/** Letters typed for initials: two at least, or half the city is meant; `zjj`, `XCSZJJ`. */
export const isInitials = (text: string): boolean => /^[a-z]{2,20}$/iu.test(text);

/**
 * Everything that a unit may be called when it is looked for: its names, each also without the city and the level, as nobody
 * types 市 before 住建局 in their own city, and what papers call a unit of that name.
 */
export function callsOf(unit: Pick<Unit, 'name' | 'shortName' | 'aliases'>, city: string): string[] {
  const names = [unit.name, unit.shortName, ...unit.aliases].filter((name) => name !== null);
  const bare = names.flatMap((name) => {
    const { written, core } = partsOf(name, city);
    return [written, core, ...alsoCalled(core)];
  });
  return [...new Set([...names, ...bare])];
}

/** How well what was typed fits one of the calls: 0 the very one, 1 its beginning, 2 its middle; null not at all. */
export function fit(typed: string, calls: readonly string[]): 0 | 1 | 2 | null {
  if (calls.includes(typed)) return 0;
  if (calls.some((call) => call.startsWith(typed))) return 1;
  return calls.some((call) => call.includes(typed)) ? 2 : null;
}
