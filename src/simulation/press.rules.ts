import { addDays, dayOf, rollForward, startOfDay, type Calendar, type Day, type Uuid } from '../kernel/index.ts';
import { rungDay, rungsOf, type Mechanism } from '../mechanism/index.ts';
import { decide, dueRungs, fold, presses, type Ask, type MatterState, type Step } from '../matters/index.ts';
import { doingsOf, type Doing, type People } from '../notices/index.ts';

/** What the ladder goes by. */
export type Pressing = {
  readonly mechanism: Mechanism;
  readonly version: number;
  readonly calendar: Calendar;
  readonly people: People;
  /** The seat that something may be raised to. */
  readonly seatOf: (seat: Uuid) => Ask['higher'];
  /** What follows of itself is done by nobody. */
  readonly nobody: Ask['caller'];
  readonly unitName: (unit: Uuid) => string;
  readonly until: Date;
};

/** How far each clock was taken up its ladder, by its place in the matter and the day on which it was due. */
export type Climbed = ReadonlyMap<string, number>;
const nameOf = (n: number, due: Day): string => `${n} ${due}`;

/** The ladder is climbed in the morning of a working day, as the office opens; milliseconds after midnight. */
const MORNING_MS = 9 * 3_600_000;
const morningOf = (day: Day): Date => new Date(startOfDay(day).getTime() + MORNING_MS);

/** No clock has so many rungs and new due days between two acts; a file that made one so would never end. */
const MOST_CLIMBS = 400;

/** Climbs every rung that is due between the matter's last act and `limit`, each on its own morning, doing what the file asks for there. */
export function pressUntil(
  from: MatterState,
  limit: Date,
  on: Pressing,
  climbed: Climbed,
): { state: MatterState; climbed: Climbed } {
  const levels = new Map(climbed);
  const reached = (n: number, due: Day): number => levels.get(nameOf(n, due)) ?? 0;
  let state = from;
  let at = new Date(state.updatedAt);
  for (let n = 0; n < MOST_CLIMBS; n++) {
    const next = nextMorning(state, at, on, reached);
    if (!next || next >= limit) break;
    at = next;
    for (const step of dueRungs(state, on.mechanism, on.calendar, at, reached)) {
      levels.set(nameOf(step.n, step.clock.due), step.level);
      state = climb(state, step, at, on);
    }
  }
  return { state, climbed: levels };
}

/** The next working morning on which some clock may come to a rung; null where none does. */
function nextMorning(
  state: MatterState,
  after: Date,
  { mechanism, calendar }: Pressing,
  reached: (n: number, due: Day) => number,
): Date | null {
  const today = dayOf(after);
  const soonest = morningOf(today) > after ? today : addDays(today, 1);
  let first: Day | null = null;
  for (const [n, clock] of state.clocks.entries()) {
    if (!presses(state, clock)) continue;
    for (const [level, rung] of rungsOf(mechanism, clock.clock).entries()) {
      if (level < reached(n, clock.due)) continue;
      const day = rungDay(rung, clock.due, calendar);
      const due = rollForward(calendar, day > soonest ? day : soonest);
      if (first === null || due < first) first = due;
    }
  }
  return first === null ? null : morningOf(first);
}

/** Does what a rung asks for, as far as the file's own rules let it be done. */
function climb(state: MatterState, step: Step, at: Date, on: Pressing): MatterState {
  const words = { title: WORDS, reason: WORDS, now: at, calendar: on.calendar };
  return doingsOf(step, state, on.mechanism, on.people, words).reduce((so, doing) => done(so, doing, at, on), state);
}
/** Nobody reads what a simulation writes. */
const WORDS = '-';

function done(state: MatterState, { kind, given }: Doing, at: Date, on: Pressing): MatterState {
  const found = decide(state, {
    id: NOBODYS,
    kind,
    given,
    caller: on.nobody,
    now: at,
    mechanism: on.mechanism,
    version: on.version,
    calendar: on.calendar,
    filed: null,
    host: null,
    parent: null,
    children: [],
    born: null,
    higher: on.seatOf(String(given['seat'])),
    appointing: null,
    files: [],
    mentioned: [],
    unitName: on.unitName,
  });
  return found.ok ? fold(state, found.value) : state;
}
/** An act that is nowhere kept has no id of its own. */
const NOBODYS: Uuid = '00000000-0000-7000-8000-000000000000';
