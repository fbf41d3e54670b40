import type { Uuid } from '../../kernel/index.ts';
import type { AssignmentRow, ClockRow, ListingRow, MatterRows } from '../life/project.rules.ts';
import type { StoredFact } from '../facts/verify-facts.rules.ts';
import type { StoredTarget } from '../targets/target-rows.rules.ts';
import type { MatterState } from '../life/state.rules.ts';
import { publishedWords, type PublishedRow } from '../life/published.rules.ts';
import { wordsOf } from '../life/words.rules.ts';

/** What the tables hold of one matter. Instants are seconds since 1970: written as a date each cost more than reading its row. */
export type StoredRows = {
  readonly matter: StoredMatter;
  readonly assignments: readonly StoredAssignment[];
  readonly clocks: readonly StoredClock[];
  readonly listing: StoredListing | undefined;
  readonly words: StoredWords | undefined;
  readonly published: StoredPublished | undefined;
  readonly files: readonly Uuid[];
  /** Oldest first. */
  readonly facts: readonly StoredFact[];
  readonly targets: readonly StoredTarget[];
};
export type StoredMatter = {
  id: Uuid;
  seq: number;
  hash: string;
  state: string;
  mechanism: string;
  version: number;
  number: string;
  n: number;
  round: Uuid | null;
  stage: string;
  phase: string;
  area: string | null;
  lead: Uuid | null;
  /** Apart by spaces. */
  units: string;
  /** Apart by spaces. */
  originators: string;
  parent: Uuid | null;
  /** Apart by spaces. */
  helpers: string;
  sealed: boolean;
  recursOn: string | null;
  catalogue: string | null;
  item: string | null;
  openToCity: boolean;
  dueAt: number;
  todo: string | null;
  todoAt: number;
  updatedAt: number;
  confidential: boolean;
  paused: boolean;
  bounces: number;
  registeredAt: number;
  listed: boolean;
  raisedTo: Uuid | null;
  raisedAt: number;
  slip: string | null;
  green: boolean;
};
/** What the public reads. */
export type StoredListing = {
  matter: Uuid;
  number: string;
  title: string;
  lead: Uuid | null;
  until: string;
  listedAt: number;
  delistedAt: number | null;
  result: string | null;
  promise: string | null;
  promisedBy: string | null;
  pausedOn: string | null;
  answeredOn: string | null;
};
export type StoredAssignment = {
  matter: Uuid;
  unit: Uuid;
  mechanism: string;
  sealed: boolean | null;
  part: string;
  stance: string;
  phase: string;
  stage: string;
  area: string | null;
  bounces: number;
  dueAt: number;
  todo: string | null;
  todoAt: number;
  forHead: boolean;
  meetsOn: string | null;
};
export type StoredClock = {
  matter: Uuid;
  n: number;
  clock: string;
  unit: Uuid | null;
  startedAt: number;
  dueAt: number;
  pausedOn: string | null;
  stoppedAt: number | null;
  how: string | null;
};
/** `grams` as the server writes a tsvector: in order, each in quotes, apart by spaces. */
type Worded = { matter: Uuid; words: string; grams: string };
export type StoredWords = Worded & { units: string; sealed: boolean | null };
export type StoredPublished = Worded & {
  id: Uuid;
  question: string;
  answer: string;
  scheme: string | null;
  category: string | null;
  publishedAt: number;
};

/** The first table that does not hold what follows from the state; null where all do. */
export function differingTable(found: StoredRows, state: MatterState, rows: MatterRows): string | null {
  if (!isMatter(found.matter, state, rows.matter)) return 'matter';
  if (!sameRows(found.assignments, rows.assignments.toSorted(byUnit), isAssignment)) return 'assignments';
  if (!sameRows(found.clocks, rows.clocks, isClock)) return 'clocks';
  if (!isListing(found.listing, rows.listing)) return 'listing';
  if (!found.words || !areWords(found.words, wordsOf(found.words.matter, state))) return 'words';
  if (found.words.units !== rows.matter.units.join(' ') || found.words.sealed !== rows.matter.sealed) return 'words';
  if (!isPublished(found.published, rows.published)) return 'published';
  return isSet(found.files, new Set(state.files.map((f) => f.id))) ? null : 'attachments';
}

const byUnit = (a: AssignmentRow, b: AssignmentRow): number => (a.unit < b.unit ? -1 : 1);

const sameRows = <F, R>(found: readonly F[], rows: readonly R[], is: (found: F, row: R) => boolean): boolean =>
  found.length === rows.length && rows.every((row, i) => is(found[i]!, row));

const isMatter = (found: StoredMatter, state: MatterState, m: MatterRows['matter']): boolean =>
  found.mechanism === state.mechanism &&
  found.version === state.version &&
  found.number === state.number &&
  found.n === state.n &&
  found.round === state.round &&
  found.stage === m.stage &&
  found.phase === m.phase &&
  found.area === m.area &&
  found.lead === m.lead &&
  found.units === m.units.join(' ') &&
  found.originators === m.originators.join(' ') &&
  found.parent === m.parent &&
  found.helpers === m.helpers.join(' ') &&
  found.sealed === m.sealed &&
  found.recursOn === m.recursOn &&
  found.catalogue === m.catalogue &&
  found.item === m.item &&
  found.openToCity === m.openToCity &&
  found.dueAt === endOf(m.dueAt) &&
  found.todo === m.todo &&
  found.todoAt === endOf(m.todoAt) &&
  found.updatedAt === secondsOf(state.updatedAt) &&
  found.confidential === m.confidential &&
  found.paused === m.paused &&
  found.bounces === m.bounces &&
  found.registeredAt === secondsOf(m.registeredAt) &&
  found.listed === m.listed &&
  found.raisedTo === m.raisedTo &&
  found.raisedAt === endOf(m.raisedAt) &&
  found.slip === m.slip &&
  found.green === m.green;

const isListing = (found: StoredListing | undefined, row: ListingRow | null): boolean =>
  found === undefined || row === null
    ? found === undefined && row === null
    : found.number === row.number &&
      found.title === row.title &&
      found.lead === row.lead &&
      found.until === row.until &&
      found.listedAt === secondsOf(row.listedAt) &&
      found.delistedAt === (row.delistedAt === null ? null : secondsOf(row.delistedAt)) &&
      found.result === row.result &&
      found.promise === row.promise &&
      found.promisedBy === row.promisedBy &&
      found.pausedOn === row.pausedOn &&
      found.answeredOn === row.answeredOn;

const isAssignment = (found: StoredAssignment, a: AssignmentRow): boolean =>
  found.unit === a.unit &&
  found.mechanism === a.mechanism &&
  found.sealed === a.sealed &&
  found.part === a.part &&
  found.stance === a.stance &&
  found.phase === a.phase &&
  found.stage === a.stage &&
  found.area === a.area &&
  found.bounces === a.bounces &&
  found.dueAt === endOf(a.dueAt) &&
  found.todo === a.todo &&
  found.todoAt === endOf(a.todoAt) &&
  found.forHead === a.forHead &&
  found.meetsOn === a.meetsOn;

const isClock = (found: StoredClock, c: ClockRow): boolean =>
  found.n === c.n &&
  found.clock === c.clock &&
  found.unit === c.unit &&
  found.startedAt === secondsOf(c.startedAt) &&
  found.dueAt === secondsOf(c.dueAt) &&
  found.pausedOn === c.pausedOn &&
  found.stoppedAt === (c.stoppedAt === null ? null : secondsOf(c.stoppedAt)) &&
  found.how === c.how;

function isPublished(found: StoredPublished | undefined, row: PublishedRow | null): boolean {
  if (!found || !row) return !found && !row;
  return (
    found.id === row.id &&
    found.question === row.question &&
    found.answer === row.answer &&
    found.scheme === row.scheme &&
    found.category === row.category &&
    found.publishedAt === secondsOf(row.publishedAt) &&
    areWords(found, publishedWords(row))
  );
}

function areWords(found: Worded, { words, grams }: { words: string; grams: string[] }): boolean {
  // No gram holds a quote, a backslash or a space, which the server would write otherwise.
  return found.words === words && isSet(found.grams ? found.grams.slice(1, -1).split("' '") : [], new Set(grams));
}

const isSet = (found: readonly string[], set: ReadonlySet<string>): boolean =>
  found.length === set.size && found.every((each) => set.has(each));

const endOf = (instant: string | null): number => (instant === null ? Infinity : secondsOf(instant));

/** Seconds since 1970, the very number that the server makes of such an instant. */
function secondsOf(instant: string): number {
  let known = asSeconds.get(instant);
  if (known === undefined) {
    if (asSeconds.size >= MOST_KEPT) asSeconds.clear();
    asSeconds.set(instant, (known = Date.parse(instant) / 1000));
  }
  return known;
}
/** A matter's clocks share their moments, and a day's matters their deadlines. */
const asSeconds = new Map<string, number>();
const MOST_KEPT = 10_000;
