import { meetings, workHour, type Meeting } from '../../src/app/demo/calendar.ts';
import type { CourseName } from '../../src/app/demo/courses.ts';
import { dayOf, uuidv7, type Uuid } from '../../src/kernel/index.ts';
import { chance, zipf, type Chance } from './chance.ts';
import { RARE, UNIT_COUNT } from './people.ts';

/** One matter of the million before it is written: which life it has, who does it, what it says. */
export type Planned = {
  readonly id: Uuid;
  readonly week: number;
  readonly course: CourseName;
  readonly round: number;
  readonly n: number;
  readonly text: number;
  /** Numbers of units, the leading one first. */
  readonly units: readonly number[];
  readonly confidential: boolean;
};
export type Week = { readonly meeting: Meeting; readonly opened: Date };
export type PlannedRound = { readonly id: Uuid; readonly week: number; readonly number: number; readonly year: number };

const WEEKS = 200;
/** Weeks so young that most of their matters are still open; of older ones two in a hundred are. */
const YOUNG = 3;
/** A rare unit has one matter in so many, and always an open one. */
const RARELY = 149_989;
export const PER_ROUND = 50;
export const TEXTS = 20_000;

const STRUCK: readonly CourseName[] = ['done', 'done', 'done', 'returnedOnce', 'late'];
const OPEN: readonly CourseName[] = [
  'overdue',
  'extended',
  'asking',
  'awaitingCheck',
  'verified',
  'untouched',
  'untouched',
  'refused',
  'paused',
  'overdue',
];

/** Where the matter numbered n of a week stands among ids, so that pgbench can make them without looking them up. */
const matterId = (at: Date, n: number): Uuid => {
  const bytes = new Uint8Array(10);
  // The last four bits are not part of a UUID's random ones.
  new DataView(bytes.buffer).setUint32(6, n * 16);
  return uuidv7(at, bytes);
};

/** The weeks, oldest first, and the rounds and matters in them, `count` in all; oldest first too. */
export function plan(count: number, now: Date): { weeks: Week[]; rounds: PlannedRound[]; matters: Planned[] } {
  const c = chance(1);
  const common = zipf(UNIT_COUNT - RARE, 1.3);
  const weeks = meetings(dayOf(now), WEEKS)
    .toReversed()
    .map((meeting) => ({ meeting, opened: workHour(meeting.heldOn, 0, 15) }));
  const rounds: PlannedRound[] = [];
  const matters: Planned[] = [];
  const inYear = new Map<number, number>();
  const perWeek = count / WEEKS;
  for (let i = 0; i < count; i++) {
    const week = Math.floor(i / perWeek);
    const { meeting, opened } = weeks[week]!;
    if (!rounds.length || rounds.at(-1)!.week !== week || matters.at(-1)!.n === PER_ROUND) {
      const number = (inYear.get(meeting.year) ?? 0) + 1;
      inYear.set(meeting.year, number);
      rounds.push({
        id: uuidv7(opened, new Uint8Array(10).fill(rounds.length % 251)),
        week,
        number,
        year: meeting.year,
      });
    }
    const before = matters.at(-1);
    const n = before && before.round === rounds.length - 1 ? before.n + 1 : 1;
    const rare = i % RARELY < RARE ? UNIT_COUNT - RARE + (i % RARELY) : null;
    const open = c.next() < (WEEKS - week <= YOUNG ? 0.7 : 0.02) || rare !== null;
    matters.push({
      id: matterId(opened, i),
      week,
      course: c.pick(open ? OPEN : STRUCK),
      round: rounds.length - 1,
      n,
      text: Math.floor(c.next() ** 2 * TEXTS),
      units: unitsOf(rare, c, common),
      confidential: c.next() < 0.02,
    });
  }
  return { weeks, rounds, matters };
}

/** A leading unit, drawn by how much it has unless it is given, and up to three that help. */
function unitsOf(given: number | null, c: Chance, common: (c: Chance) => number): number[] {
  const many = UNIT_COUNT - RARE;
  const lead = given ?? common(c);
  const step = 1 + c.below(40);
  const helping = Array.from({ length: c.below(4) }, (_, k) => (lead + step * (k + 1)) % many);
  return [lead, ...helping.filter((unit, k) => unit !== lead && helping.indexOf(unit) === k)];
}
