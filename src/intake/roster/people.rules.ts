import type { Uuid } from '../../kernel/index.ts';
import type { UnitMatch } from '../../directory/contract.ts';
import type { Person } from '../../directory/people/people.contract.ts';
import type { SeatRole } from '../../platform/identity/contract.ts';
import { doubt, fault, hasFault, unvaluedIssues, type Issue } from './issue.rules.ts';
import type { LineState, PersonLine } from './roster.contract.ts';
import { roleOf } from './words.rules.ts';

type PersonIssue = Issue<'name' | 'login' | 'unit' | 'role' | 'title'>;

export type PersonJudgement = {
  readonly seat: Uuid;
  /** The account that the seat is for: the line's own, or one that is there or stands in a line before. */
  readonly account: Uuid;
  readonly opens: boolean;
  readonly login: string;
  readonly state: LineState;
  readonly role: SeatRole | null;
  readonly unit: Uuid | null;
  readonly issues: readonly PersonIssue[];
};

/** What is known when people are judged. */
export type Known = {
  readonly match: (printed: string) => UnitMatch;
  readonly unitName: (id: Uuid) => string;
  readonly people: readonly Person[];
  /** Logins that somebody on this server has. */
  readonly taken: ReadonlySet<string>;
  /** A name as it is spelled in letters. */
  readonly spell: (name: string) => string;
  /** Whether a text can be a login. */
  readonly isLogin: (text: string) => boolean;
};

const LONGEST = { name: 60, title: 100 } as const;
/** So many people of one spelling are told apart by a number that is looked up; more hardly share one. */
const MOST_ALIKE = 9;

/** The logins that may be made of a spelling, in the order in which they are tried. */
export function loginsFrom(spelling: string): string[] {
  const letters = spelling.toLowerCase().replace(/[^a-z0-9]/gu, '');
  const base = /^[a-z].+/u.test(letters) ? letters.slice(0, 40) : `u${letters}`.padEnd(2, '0');
  return [base, ...Array.from({ length: MOST_ALIKE - 1 }, (_, i) => `${base}${i + 2}`)];
}

/**
 * What each line of people does: opens an account with a seat, gives a known account another seat, or nothing where it has that
 * seat. Two lines of one login are one person; two of one name without a login are two. Roles and units are never guessed. Pure.
 */
export function judgePeople(lines: readonly PersonLine[], known: Known): PersonJudgement[] {
  const byLogin = new Map(known.people.map((person) => [person.login, person]));
  const byName = Map.groupBy(known.people, ({ name }) => name);
  /** What the lines before have opened, by login; and which seats are spoken for. */
  const opened = new Map<string, { id: Uuid; name: string; n: number }>();
  const names = new Map<string, PersonLine>();
  const seated = new Set(
    known.people.flatMap(({ id, seats }) => seats.map(({ unit, role }) => `${id} ${unit} ${role}`)),
  );
  // What somebody typed is theirs, wherever in the table it stands.
  const typed = new Set(lines.map(({ login }) => login.toLowerCase()).filter(Boolean));

  return lines.map((line): PersonJudgement => {
    const issues: PersonIssue[] = unvaluedIssues(line);
    const { name } = line;
    if (name === '') issues.push(fault('name', 'no-person-name'));
    for (const field of ['name', 'title'] as const)
      if (line[field].length > LONGEST[field]) issues.push(fault(field, 'too-long', { limit: LONGEST[field] }));
    const role = judgeRole(line, issues);
    const unit = judgeUnit(line, role, known, issues);
    const same = (byName.get(name) ?? []).find(({ id }) => seated.has(`${id} ${unit} ${role}`));
    const login = line.login.toLowerCase() || (same?.login ?? freeLogin(name, known, opened, typed));
    const there = byLogin.get(login);
    const before = opened.get(login);
    if (line.login !== '') issues.push(...loginIssues(login, line, there?.name ?? before?.name, known));
    else if (!same && names.has(name)) issues.push(nameTwice(names.get(name)!, login));
    if (name !== '' && !names.has(name)) names.set(name, line);
    const account = there?.id ?? before?.id ?? line.id;
    const key = `${account} ${unit} ${role}`;
    const isThere = there !== undefined && seated.has(key);
    if (!isThere && seated.has(key)) issues.push(fault('role', 'seat-twice', { name }));
    const state = hasFault(issues) ? 'fault' : isThere ? 'there' : 'new';
    const opens = !there && !before;
    if (state !== 'fault') seated.add(key);
    if (opens && login) opened.set(login, { id: line.id, name, n: line.n });
    return { seat: line.seat, account, opens, login, state, role, unit, issues };
  });
}

/** A line that was typed has no row of a file to be named by. */
const nameTwice = ({ n, name }: PersonLine, login: string): PersonIssue =>
  n > 0 ? doubt('login', 'name-twice', { name, row: n, login }) : doubt('login', 'name-twice-above', { name, login });

function judgeRole({ role: word }: PersonLine, issues: PersonIssue[]): SeatRole | null {
  const role = roleOf(word);
  if (word === '') issues.push(fault('role', 'no-role'));
  else if (!role) issues.push(fault('role', 'role-unknown', { text: word.slice(0, 40) }));
  return role;
}

function judgeUnit(
  { unit: word }: PersonLine,
  role: SeatRole | null,
  known: Known,
  issues: PersonIssue[],
): Uuid | null {
  if (word === '') {
    if (role === 'handler' || role === 'head') issues.push(fault('unit', `unit-needed-${role}`));
    return null;
  }
  const match = known.match(word);
  const name = word.slice(0, 60);
  if (match.kind === 'exact') return match.unit;
  if (match.kind === 'likely')
    issues.push(fault('unit', 'unit-likely', { name, units: match.units.map(({ unit }) => known.unitName(unit)) }));
  else issues.push(fault('unit', 'unit-unknown', { name }));
  return null;
}

/** A login that was given: it must be one, and nobody else's. */
function loginIssues(login: string, { name }: PersonLine, holder: string | undefined, known: Known): PersonIssue[] {
  if (!known.isLogin(login)) return [fault('login', 'login-wrong', { login: login.slice(0, 64) })];
  if (holder === undefined) return known.taken.has(login) ? [fault('login', 'login-elsewhere', { login })] : [];
  return holder === name ? [] : [fault('login', 'login-taken', { login, name: holder })];
}

/** The first login of the name's spelling that nobody has. */
function freeLogin(
  name: string,
  { spell, taken, people }: Known,
  opened: ReadonlyMap<string, unknown>,
  typed: ReadonlySet<string>,
): string {
  if (name === '') return '';
  const candidates = loginsFrom(spell(name));
  const free = candidates.find((login) => !taken.has(login) && !opened.has(login) && !typed.has(login));
  return free ?? `${candidates[0]}${people.length + opened.size + MOST_ALIKE}`;
}
