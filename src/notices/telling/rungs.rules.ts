import { addWorkdays, dayOf, type Calendar, type Day, type Uuid } from '../../kernel/index.ts';
import { offsetOf, stagesFor, type ActKind, type Mechanism, type Rung } from '../../mechanism/index.ts';
import type { ClockState, MatterState, Step } from '../../matters/index.ts';
import type { NoticeKind } from '../contract.ts';
import { highestNamed, higherThan, mayorsOf, type People } from './people.rules.ts';
import { fit } from './route.rules.ts';
import {
  toAllNamed,
  toMayors,
  toNamed,
  toOffice,
  toOfficeRefused,
  toOwners,
  toReviewers,
  toReviewingOffice,
  toSeat,
  toSuperiors,
  type Told,
} from './told.rules.ts';

/** An act that the ladder does at a rung. */
export type Doing = { readonly kind: ActKind; readonly given: Record<string, unknown> };

/** Words that the acts of a rung need: what the public reads of a listed matter, and why a matter is raised. */
export type Words = { readonly title: string; readonly reason: string };

/**
 * What a rung does to a matter as it stands, in order. What the matter's stage does not allow is left out, and what has been done
 * already; so is what would press a unit that has refused: the time that runs on is the office's. Nothing confidential is listed.
 */
export function doingsOf(
  { clock, rung }: Step,
  state: MatterState,
  mechanism: Mechanism,
  people: People,
  { title, reason, now, calendar }: Words & { now: Date; calendar: Calendar },
): Doing[] {
  const { unit } = clock;
  if (state.sealed)
    return allowed(amongNamed({ clock, rung }, state, people, { title, reason, now, calendar }), state, mechanism);
  if (unit === null || hasRefused(state, unit)) return [];
  const doings: Doing[] = [];
  if (rung.slip) doings.push({ kind: 'slip', given: { color: rung.slip, unit, clock: clock.clock } });
  if (rung.remind) doings.push({ kind: 'remind', given: { unit } });
  // A co-unit answers for its own part: the whole is neither listed nor raised for its sake.
  if (state.units.some((u) => u.unit === unit && u.part === 'co')) return allowed(doings, state, mechanism);
  if (rung.list && !state.listed && !state.confidential) {
    const until = addWorkdays(calendar, dayOf(now), Number.parseInt(rung.list, 10));
    doings.push({ kind: 'list', given: { title, until } });
  }
  const seat = rung.raise && seatAbove(rung.raise, unit, state, people);
  if (seat) doings.push({ kind: 'raise', given: { seat, reason } });
  return allowed(doings, state, mechanism);
}

/** The same of a sealed matter, all of it among those who are named: raised to the highest of them but who has it in hand. */
function amongNamed(
  { clock, rung }: Pick<Step, 'clock' | 'rung'>,
  state: MatterState,
  people: People,
  { title, reason, now, calendar }: Words & { now: Date; calendar: Calendar },
): Doing[] {
  const doings: Doing[] = [];
  if (rung.slip) doings.push({ kind: 'slip', given: { color: rung.slip, clock: clock.clock } });
  if (rung.remind) doings.push({ kind: 'remind', given: {} });
  if (rung.list && !state.listed) {
    const until = addWorkdays(calendar, dayOf(now), Number.parseInt(rung.list, 10));
    doings.push({ kind: 'list', given: { title, until } });
  }
  const to = rung.raise && !state.raised && highestNamed(people, state, rung.raise);
  if (to) doings.push({ kind: 'raise', given: { seat: to.seat, reason } });
  return doings;
}

const allowed = (doings: readonly Doing[], state: MatterState, mechanism: Mechanism): Doing[] =>
  doings.filter(({ kind }) => stagesFor(mechanism, kind).includes(state.stage));

/** Where a matter is raised to from a unit: not to where it is already. */
function seatAbove(to: NonNullable<Rung['raise']>, unit: Uuid, state: MatterState, people: People): Uuid | null {
  const seats = to === 'superior' ? higherThan(people, unit) : mayorsOf(people);
  const seat = (seats[0] ?? mayorsOf(people)[0])?.seat ?? null;
  return state.raised?.seat === seat ? null : seat;
}

const hasRefused = (state: MatterState, unit: Uuid): boolean =>
  state.units.some((u) => u.unit === unit && u.stance === 'refused');

/** Of several acts at once the gravest is what people are told. */
const TELLS: readonly (readonly [kind: string, notice: NoticeKind])[] = [
  ['raise', 'raised'],
  ['list', 'listed'],
  ['slip', 'slipped'],
  ['remind', 'reminded'],
];

/** An act that was done at a rung, under its id. */
export type Done = Doing & { readonly id: Uuid };

/**
 * Who is told of a rung, of what, and of which act: those whom the mechanism names, and whoever the matter was raised to. `state`
 * is the matter after what was done.
 */
export function tellOfRung(
  { clock, rung }: Step,
  done: readonly Done[],
  state: MatterState,
  people: People,
): (Told & { act: Uuid | null })[] {
  const [told, kind] = gravest(done);
  const { unit, due } = clock;
  const saying = { kind: kind ?? (offsetOf(rung) > 0 ? ('overdue' as const) : ('due-soon' as const)), unit, due };
  const raised = told?.kind === 'raise' ? toSeat(people, told.given['seat'] as Uuid, saying) : [];
  const hearers = rung.tell.flatMap((who): Told[] => {
    switch (who) {
      case 'owner':
        return state.sealed && clock.seat === undefined
          ? toNamed(people, state, saying)
          : ownerOf(clock, state, people, saying);
      case 'superior':
        if (state.sealed) return toAllNamed(people, state, saying);
        return unit !== null && hasRefused(state, unit) ? [] : toSuperiors(people, saying);
      case 'office':
        if (state.sealed) return toAllNamed(people, state, saying);
        if (underReview(clock, state)) return toReviewingOffice(people, saying);
        return unit !== null && hasRefused(state, unit) ? toOfficeRefused(people, saying) : toOffice(people, saying);
      case 'mayor':
        return toMayors(people, saying);
    }
  });
  return fit([...raised, ...hearers], state, people).map((one) => ({ ...one, act: told?.id ?? null }));
}

function gravest(done: readonly Done[]): [Done, NoticeKind] | [undefined, undefined] {
  for (const [kind, notice] of TELLS) {
    const found = done.find((one) => one.kind === kind);
    if (found) return [found, notice];
  }
  return [undefined, undefined];
}

/** Whether what runs out is the office's own time while an exclusion waits for its review: that, then, is what is wanted. */
const underReview = ({ unit, seat }: ClockState, { exclusion, sealed }: MatterState): boolean =>
  unit === null && seat === undefined && !sealed && exclusion?.agreed === null;

type Saying = { kind: NoticeKind; unit: Uuid | null; due: Day | null };

/** Whoever owes what a clock waits for. The time that runs on after a refusal is the office's. */
export function ownerOf(clock: ClockState, state: MatterState, people: People, saying: Saying): Told[] {
  const { unit, seat } = clock;
  if (seat !== undefined) return toSeat(people, seat, saying);
  if (underReview(clock, state)) return toReviewers(people, saying);
  if (unit === null) return toOffice(people, saying);
  return hasRefused(state, unit) ? toOfficeRefused(people, saying) : toOwners(people, saying);
}
