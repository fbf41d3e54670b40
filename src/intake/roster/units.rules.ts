import type { Uuid } from '../../kernel/index.ts';
import type { Located, NewUnit, Unit, UnitKind } from '../../directory/contract.ts';
import { doubt, fault, hasFault, unvaluedIssues, type Issue } from './issue.rules.ts';
import { judgeLocated, tellLocated } from './located.rules.ts';
import type { LineState, UnitField, UnitLine } from './roster.contract.ts';
import { kindByName, kindOf } from './words.rules.ts';

type UnitIssue = Issue<UnitField>;

/** What became of a line: the unit that it adds, or the one that is there, by its id. */
export type UnitJudgement = {
  readonly id: Uuid;
  readonly unit: Uuid;
  readonly state: LineState;
  readonly kind: UnitKind | null;
  readonly parent: { readonly id: Uuid; readonly name: string } | null;
  readonly aliases: readonly string[];
  readonly located: Located | null;
  readonly sort: number;
  readonly issues: readonly UnitIssue[];
};

const LONGEST = 100;
const MOST_ALIASES = 20;
/** Between two units, so that one may be put between them later. */
const STEP = 10;
const LAST = 1_000_000;

/** Other names between commas or semicolons. */
const namesIn = (cell: string): string[] =>
  cell
    .split(/[、，,；;\n]+/u)
    .map((name) => name.trim())
    .filter(Boolean);

/**
 * What each line of units does. One whose name a unit of the city bears is there already and stays as it is. The order of the lines
 * is the order of protocol. A unit above is named as it is in the same table or in the register, and never guessed. Pure.
 */
export function judgeUnits(lines: readonly UnitLine[], known: readonly Unit[], city: string): UnitJudgement[] {
  const living = known.filter(({ retiredAt }) => retiredAt === null);
  const there = bearers(living);
  const first = new Map<string, UnitLine>();
  for (const line of lines) if (line.name && !first.has(line.name)) first.set(line.name, line);
  const last = Math.max(0, ...living.map(({ sort }) => sort).filter((sort) => sort < LAST / 2));
  const idOf = (line: UnitLine): Uuid => there.get(line.name)?.[0]?.id ?? line.id;
  const named = bearers(lines.map((line) => ({ ...line, id: idOf(line) })));
  const above = new Map<Uuid, Uuid>();

  const judged = lines.map((line, i): UnitJudgement => {
    const issues: UnitIssue[] = unvaluedIssues(line);
    const { name } = line;
    if (name === '') issues.push(fault('name', 'no-unit-name'));
    if (name.length > LONGEST || line.shortName.length > LONGEST)
      issues.push(fault('name', 'too-long', { limit: LONGEST }));
    const twin = first.get(name);
    // A line that was typed has no row of a file to be named by.
    if (twin && twin !== line)
      issues.push(
        twin.n > 0 ? fault('name', 'unit-twice', { name, row: twin.n }) : fault('name', 'unit-twice-above', { name }),
      );
    const aliases = namesIn(line.aliases);
    if (aliases.length > MOST_ALIASES) issues.push(fault('aliases', 'too-many-aliases', { limit: MOST_ALIASES }));
    const isThere = there.has(name);
    const kind = isThere ? there.get(name)![0]!.kind : judgeKind(line, city, issues);
    const parent = isThere ? null : judgeParent(line, [there, named], issues);
    if (parent) above.set(line.id, parent.id);
    const located = judgeLocated(line, issues);
    if (isThere) tellLocated(located, there.get(name)![0]!.located, issues);
    const state = hasFault(issues) ? 'fault' : isThere ? 'there' : 'new';
    const sort = Math.min(LAST, last + (i + 1) * STEP);
    return { id: line.id, unit: idOf(line), state, kind, parent, aliases, located, sort, issues };
  });
  return judged.map((one) =>
    circles(one.id, above)
      ? { ...one, state: 'fault', issues: [...one.issues, fault('parent', 'unit-circle', {})] }
      : one,
  );
}

/** The unit as the register takes it; for lines that are new. */
export const newUnitOf = (line: UnitLine, judged: UnitJudgement): NewUnit => ({
  id: line.id,
  parent: judged.parent?.id ?? null,
  name: line.name,
  shortName: line.shortName && line.shortName !== line.name ? line.shortName : null,
  aliases: [...judged.aliases],
  kind: judged.kind!,
  sort: judged.sort,
});

function judgeKind({ kind, name }: UnitLine, city: string, issues: UnitIssue[]): UnitKind | null {
  if (kind === '') {
    if (name === '') return null;
    const guessed = kindByName(name, city);
    issues.push(doubt('kind', `kind-by-name-${guessed}`));
    return guessed;
  }
  const said = kindOf(kind);
  if (!said) issues.push(fault('kind', 'kind-unknown', { text: kind.slice(0, 40) }));
  return said;
}

type Bearer = { readonly id: Uuid; readonly name: string };
type Bearers<T extends Bearer = Bearer> = ReadonlyMap<string, readonly T[]>;

/** Who bears a name, its own or its short one. */
function bearers<T extends Bearer & { readonly shortName: string | null }>(units: readonly T[]): Bearers<T> {
  const found = new Map<string, T[]>();
  for (const unit of units)
    for (const one of new Set([unit.name, unit.shortName])) if (one) found.set(one, [...(found.get(one) ?? []), unit]);
  return found;
}

function judgeParent(
  { id, parent }: UnitLine,
  [there, named]: readonly [Bearers, Bearers],
  issues: UnitIssue[],
): Bearer | null {
  if (parent === '') return null;
  const [one, other] = there.get(parent) ?? named.get(parent) ?? [];
  if (!one) issues.push(fault('parent', 'no-such-parent', { name: parent.slice(0, 60) }));
  else if (other) issues.push(fault('parent', 'parent-of-two', { name: parent.slice(0, 60) }));
  else if (one.id === id) issues.push(fault('parent', 'unit-circle', {}));
  else return one;
  return null;
}

/** Whether one comes back to where one began, going up. */
function circles(from: Uuid, above: ReadonlyMap<Uuid, Uuid>): boolean {
  const seen = new Set<Uuid>();
  for (let at = above.get(from); at !== undefined; at = above.get(at)) {
    if (at === from) return true;
    if (seen.has(at)) return false;
    seen.add(at);
  }
  return false;
}
