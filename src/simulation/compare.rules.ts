import type { Problem } from '../kernel/index.ts';
import type { SlipColor } from '../mechanism/index.ts';
import { MEASURES, type Measure } from './contract.ts';
import type { Course, Refused } from './replay.rules.ts';

/**
 * How many matters it befell under the file in force and under the changed one, of how many of the latter that cannot be said, and the
 * numbers of those that only one of the two has.
 */
export type Compared = { was: number; would: number; unknown: number; more: string[]; fewer: string[] };

export type Comparison = {
  /** Matters whose past could be played again under the file that each stands under. */
  matters: number;
  measures: Record<Measure, Compared>;
  /** By clock: how many matters were not in time by it. */
  clocks: Record<string, { was: number; would: number }>;
  /** Acts of the past that the changed file does not allow, by kind and why, with one of the matters. */
  refused: Refusal[];
  /** Matters in which something was done that the changed file does not allow: how they would have gone on from there nobody knows. */
  unknown: string[];
  /** Matters in which something was done that today's checks, units or seats would refuse: it was taken as it was done. */
  asDone: string[];
  /** Matters whose past does not fit together again, even taken as it was done; they are in none of the counts. */
  unplayable: string[];
  /** Of both, what would be refused today under a matter's own file, by kind and why, with one of the matters. */
  notAgain: Refusal[];
};

/** So many matters in which an act was refused for the same reason, and one of them. */
export type Refusal = { kind: string; problem: Problem; n: number; number: string };

const BEFELL: Readonly<Record<Measure, (course: Course) => boolean>> = {
  late: ({ byUnit }) => byUnit,
  reminders: ({ reminders }) => reminders > 0,
  blue: slipped('blue'),
  yellow: slipped('yellow'),
  orange: slipped('orange'),
  red: slipped('red'),
  listed: ({ listed }) => listed,
  raised: ({ raised }) => raised,
};

function slipped(color: SlipColor): (course: Course) => boolean {
  return ({ slips }) => slips.includes(color);
}

/** An empty comparison, to which matters are added one by one. */
export const nothingYet = (): Comparison => ({
  matters: 0,
  measures: Object.fromEntries(
    MEASURES.map((measure) => [measure, { was: 0, would: 0, unknown: 0, more: [], fewer: [] }]),
  ) as unknown as Comparison['measures'],
  clocks: {},
  refused: [],
  unknown: [],
  asDone: [],
  unplayable: [],
  notAgain: [],
});

/**
 * Adds one matter: how it went under the file in force, played again as well so that like is compared with like, and how it would have
 * gone. What befell it before an act that would have been refused, befell it; what did not, might have after: that is unknown.
 */
export function add(to: Comparison, number: string, was: Course | null, would: Course | null): void {
  const again = [...(was?.taken.values() ?? []), ...(was?.refused ? [was.refused] : [])];
  for (const one of distinct(again)) addRefused(to.notAgain, number, one);
  if (!was || was.refused) {
    to.unplayable.push(number);
    return;
  }
  if (was.taken.size > 0) to.asDone.push(number);
  to.matters++;
  if (!would || would.refused) to.unknown.push(number);
  if (would?.refused) addRefused(to.refused, number, would.refused);
  for (const measure of MEASURES) {
    const befell = BEFELL[measure];
    addMeasure(to.measures[measure], number, befell(was), would && (befell(would) || (would.refused ? null : false)));
  }
  for (const clock of new Set(was.late)) clockOf(to, clock).was++;
  for (const clock of new Set(would?.late)) clockOf(to, clock).would++;
}

/** Each reason once, however often something was refused for it. */
const distinct = (all: readonly Refused[]): Refused[] => [
  ...new Map(all.map((one) => [`${one.kind} ${reasonOf(one.problem)}`, one])).values(),
];

/** `would`: null where that cannot be said. */
function addMeasure(to: Compared, number: string, was: boolean, would: boolean | null): void {
  if (was) to.was++;
  if (would) to.would++;
  if (would === null) to.unknown++;
  if (would && !was) to.more.push(number);
  if (was && would === false) to.fewer.push(number);
}

function addRefused(refused: Refusal[], number: string, { kind, problem }: Refused): void {
  const reason = reasonOf(problem);
  const known = refused.find((one) => one.kind === kind && reasonOf(one.problem) === reason);
  if (known) known.n++;
  else refused.push({ kind, problem, n: 1, number });
}

/**
 * By what two refusals are the same: their sentence, the field, and what of the file they name (a gate, a target, a stage). Days, units and
 * numbers are each matter's own.
 */
function reasonOf({ code, pointer, errors = [], params = {} }: Problem): string {
  const named = Object.entries(params).filter(([key, value]) => key === 'stage' || [value].flat().some(isNamed));
  return JSON.stringify([code, pointer, errors.map((one) => [one.code, one.pointer]), named]);
}

const isNamed = (value: unknown): boolean => typeof value === 'object' && value !== null && 'zh' in value;

const clockOf = ({ clocks }: Comparison, clock: string): { was: number; would: number } =>
  (clocks[clock] ??= { was: 0, would: 0 });
