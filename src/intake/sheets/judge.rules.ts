import {
  farthestDay,
  isWorkday,
  normalise,
  type Calendar,
  type Day,
  type ProblemParam,
  type Uuid,
} from '../../kernel/index.ts';
import type { UnitMatch } from '../../directory/contract.ts';
import type { ImportField, Mapping, RowFix, RowPlan } from './contract.ts';
import type { GridRow } from './grid.rules.ts';
import { judgeRaised, type Raising } from './raised.rules.ts';
import { readDue } from './rowDue.rules.ts';

/** What is known when a row is judged. */
export type Judging = {
  readonly mapping: Mapping;
  /** The heads of the file's columns, by which one is named to its reader. */
  readonly headings: readonly string[];
  readonly match: (printed: string) => UnitMatch;
  /** Names of the file that the reader has said which unit they mean. */
  readonly names: Readonly<Record<string, Uuid>>;
  /** Reads who raises a row; see `raised.rules.ts`. */
  readonly people: Raising;
  readonly today: Day;
  readonly calendar: Calendar;
};

/** An issue before it is worded: its sentence is chosen in the reader's language. */
export type Issue = {
  readonly field: ImportField;
  readonly level: 'fault' | 'doubt';
  readonly code: string;
  readonly params: Readonly<Record<string, ProblemParam>>;
  readonly printed?: string;
  readonly offers?: readonly Uuid[];
  readonly matter?: Uuid;
};
export type Judged = { readonly plan: RowPlan; readonly issues: readonly Issue[]; readonly number: string | null };

/** What the engine takes of each text, in characters. */
const LONGEST = { text: 4000, area: 120, aim: 400, dueText: 120 } as const;
const MOST_CO = 60;

/** What is to be said of a field of a row; its words are `sheet.row-<code>`, `more` what was printed there and what may be meant. */
export const issue = (
  level: Issue['level'],
  field: ImportField,
  code: string,
  params: Issue['params'] = {},
  more: Pick<Issue, 'printed' | 'offers'> = {},
): Issue => ({ field, level, code: `sheet.row-${code}`, params, ...more });

/** What a row would become and what is wrong with it, of itself; what it shares with others is judged beside. Pure. */
export function judgeRow(
  { cells, unvalued = [] }: Pick<GridRow, 'cells' | 'unvalued'>,
  fix: RowFix,
  judging: Judging,
): Judged {
  const { mapping } = judging;
  const issues: Issue[] = [];
  const cell = (field: ImportField): string => {
    const column = mapping[field];
    return column === null ? '' : (cells[column] ?? '').trim();
  };
  const words = (field: 'area' | 'aim'): string | null => {
    const text = fix[field] === undefined ? normalise(cell(field)) || null : fix[field]?.trim() || null;
    if (text && text.length > LONGEST[field]) issues.push(tooLong(field, text.length));
    return text;
  };
  const text = fix.text === undefined ? cell('text') : fix.text.trim();
  if (text === '') issues.push(issue('fault', 'text', 'no-text'));
  if (text.length > LONGEST.text) issues.push(tooLong('text', text.length));
  const raisable = [mapping.enterprise, mapping.creditCode, mapping.contact].some((column) => column !== null);
  const units = judgeUnits(cell, fix, { ...judging, raisable }, issues);
  const raised = judgeRaised(cell, judging.people, issues);
  const due = judgeDue(cell('due'), fix, judging, issues);
  const confidential = judgeConfidential(cell('confidential'), fix, issues);
  issues.push(...unvaluedIssues(unvalued, fix, judging));
  const plan = {
    text,
    area: words('area'),
    aim: words('aim'),
    ...units,
    ...due,
    confidential,
    ...(raised ? { raised } : {}),
  };
  return { plan, issues, number: normalise(cell('number')) || null };
}

const tooLong = (field: keyof typeof LONGEST & ImportField, length: number): Issue =>
  issue('fault', field, 'too-long', { length, limit: LONGEST[field] });

/** Names between commas, semicolons or lines; what stands in brackets behind a name is about it, and commas in them part no names (各县（市、区）). */
export const namesIn = (cell: string): string[] =>
  cell
    .split(/[、，,；;\n\r/]+(?![^（()）]*[）)])/u)
    .map((name) => normalise(name).replace(/[（(](?:牵头|配合|负责)[）)]$/u, ''))
    .filter((name) => !/^[-—无]*$/u.test(name));

type Cell = (field: ImportField) => string;

function judgeUnits(
  cell: Cell,
  fix: RowFix,
  judging: Judging & { readonly raisable: boolean },
  issues: Issue[],
): Pick<RowPlan, 'lead' | 'co'> {
  const leads = fix.lead === undefined ? resolved('lead', cell('lead'), judging, issues) : fix.lead ? [fix.lead] : [];
  const helpers = fix.co ?? resolved('co', cell('co'), judging, issues);
  const [lead = null, ...others] = leads;
  if (others.length) issues.push(issue('doubt', 'lead', 'several-lead', { n: leads.length }));
  if (lead && helpers.includes(lead)) issues.push(issue('doubt', 'co', 'lead-is-co'));
  const co = [...new Set([...others, ...helpers])].filter((unit) => unit !== lead);
  const unknown = issues.some(({ field, level }) => level === 'fault' && field === 'lead');
  if (!lead && !unknown && co.length) issues.push(issue('fault', 'lead', 'co-without-lead'));
  // What others raise is registered first and assigned when it has been classified.
  else if (!lead && !unknown && !judging.raisable) issues.push(issue('doubt', 'lead', 'no-lead'));
  if (co.length > MOST_CO) issues.push(issue('fault', 'co', 'too-many-co', { n: co.length, limit: MOST_CO }));
  return { lead, co };
}

/** The units that a cell names. One that the directory does not know is a fault with the likeliest to choose from. */
function resolved(field: 'lead' | 'co', cell: string, { names, match }: Judging, issues: Issue[]): Uuid[] {
  return namesIn(cell).flatMap((printed) => {
    const said = names[printed];
    if (said) return [said];
    const found = match(printed.slice(0, 200));
    if (found.kind === 'exact') return [found.unit];
    const offers = found.kind === 'likely' ? found.units.map(({ unit }) => unit) : [];
    const code = found.kind === 'group' ? 'unit-group' : offers.length ? 'unit-likely' : 'unit-unknown';
    issues.push(issue('fault', field, code, { name: printed }, { printed, offers }));
    return [];
  });
}

function judgeDue(
  cell: string,
  fix: RowFix,
  { today, calendar }: Judging,
  issues: Issue[],
): Pick<RowPlan, 'due' | 'dueText'> {
  const read = fix.due === undefined ? readDue(cell, today, calendar) : fixedDue(fix.due);
  if (read.kind === 'none') return { due: null, dueText: null };
  if (read.kind === 'impossible') {
    issues.push(issue('fault', 'due', 'due-impossible', { text: read.text.slice(0, LONGEST.dueText) }));
    return { due: null, dueText: null };
  }
  const { day } = read;
  const last = farthestDay(today);
  if (day && day < today) issues.push(issue('fault', 'due', 'due-past', { day, today }));
  else if (day && day > last) issues.push(issue('fault', 'due', 'due-too-far', { day, last }));
  else if (day && !isWorkday(calendar, day)) issues.push(issue('doubt', 'due', 'due-day-off', { day }));
  if (read.kind === 'number')
    issues.push(issue('doubt', 'due', 'due-number', { text: read.text.slice(0, LONGEST.dueText), day: read.day }));
  if (read.kind !== 'words') return { due: day, dueText: null };
  const text = read.text.slice(0, LONGEST.dueText);
  issues.push(
    day ? issue('doubt', 'due', 'due-worked-out', { text, day }) : issue('doubt', 'due', 'due-open', { text }),
  );
  return { due: day, dueText: text };
}

/** A formula that was never worked out leaves a blank that nobody meant: it is said of each field, until the field is put right. */
const unvaluedIssues = (unvalued: readonly number[], fix: RowFix, { mapping, headings }: Judging): Issue[] =>
  Object.entries(mapping).flatMap(([key, column]) => {
    const field = key as ImportField;
    const isFixed = field in fix && fix[field as keyof RowFix] !== undefined;
    if (column === null || isFixed || !unvalued.includes(column)) return [];
    // Who may read a matter is not guessed.
    const level = field === 'confidential' ? 'fault' : 'doubt';
    return [issue(level, field, 'unvalued', { head: headings[column] || String(column + 1) })];
  });

const fixedDue = (day: Day | null): { kind: 'none' } | { kind: 'day'; day: Day } =>
  day ? { kind: 'day', day } : { kind: 'none' };

const YES = /^(?:是|√|✓|y|yes|true|1|不公开|保密|涉密)$/iu;
const NO = /^(?:|否|×|n|no|false|0|公开|无|[-—]+)$/iu;

/** Who may read a matter is not guessed: a word that says neither yes nor no is a fault. */
function judgeConfidential(cell: string, fix: RowFix, issues: Issue[]): boolean {
  if (fix.confidential !== undefined) return fix.confidential;
  const word = normalise(cell);
  if (YES.test(word)) return true;
  if (!NO.test(word)) issues.push(issue('fault', 'confidential', 'confidential-unclear', { text: word.slice(0, 40) }));
  return false;
}
