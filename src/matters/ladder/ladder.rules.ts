import { dayOf, type Calendar, type Day } from '../../kernel/index.ts';
import { SlipColor } from '../../mechanism/contract.ts';
import { offsetOf, rungDay, rungsOf, type Mechanism, type Rung } from '../../mechanism/index.ts';
import { waits } from '../life/slips.rules.ts';
import type { ClockState } from '../life/state-parts.rules.ts';
import type { MatterState } from '../life/state.rules.ts';

/** A rung that a clock has come to. `n`: which of the matter's clocks; `level`: which rung of its ladder, from 1. */
export type Step = {
  readonly n: number;
  readonly clock: ClockState;
  readonly level: number;
  readonly rung: Rung;
};

/** How far up its ladder a clock was taken, as long as it was due on that day; 0 where it was not. */
export type Climbed = (n: number, due: Day) => number;

/** Whether anybody may be pressed about a matter at all: nothing closed, joined to another, excluded or listed no more is, nor what stands still. */
export const escalates = (state: MatterState): boolean =>
  state.phase !== 'closed' &&
  state.joined === null &&
  !state.paused &&
  state.exclusion?.agreed !== true &&
  state.unlisted === undefined;

/** Whether a clock runs and somebody owes what it waits for. Once the whole is answered, no unit owes anything. */
export const presses = (state: MatterState, clock: ClockState): boolean =>
  escalates(state) &&
  clock.stoppedAt === null &&
  clock.paused === null &&
  (clock.unit === null || state.phase !== 'answered');

/**
 * A rung as it is climbed while these slips stand: without its own where the unit has not answered a graver one, or one of that colour
 * which somebody gave it for the whole of the matter. What is said of another clock is another matter; what the ladder itself said before
 * the clock was given another day is said anew. All else of the rung stays, and who is to be told is.
 */
function asSlipsStand({ slips }: MatterState, { unit, clock }: ClockState, rung: Rung): Rung {
  const { slip, ...others } = rung;
  if (!slip) return rung;
  const says = slips.some(
    (one) =>
      waits(one) &&
      one.unit === unit &&
      (one.clock === null ? grade(one.color) >= grade(slip) : one.clock === clock && grade(one.color) > grade(slip)),
  );
  return says ? others : rung;
}
const grade = (color: SlipColor): number => SlipColor.options.indexOf(color);

/**
 * The rungs to be climbed now, one a clock: the highest that it has come to, where that is higher than was climbed. What was passed
 * unseen is left out, so that a worker that stood still for a week does not make up for it in a burst. On the day on which a clock
 * starts nobody is told how little time there is: the act that started it has just said so. Another due day, by an extension or a
 * return, is another climb. Pure.
 */
export function dueRungs(
  state: MatterState,
  mechanism: Mechanism,
  cal: Calendar,
  now: Date,
  climbed: Climbed,
): readonly Step[] {
  const today = dayOf(now);
  return state.clocks.flatMap((clock, n): Step[] => {
    if (!presses(state, clock)) return [];
    const rungs = rungsOf(mechanism, clock.clock);
    const at = rungs.findLastIndex((rung) => rungDay(rung, clock.due, cal) <= today);
    const rung = rungs[at];
    if (!rung || at < climbed(n, clock.due)) return [];
    const startedToday = dayOf(new Date(clock.startedAt)) === today;
    return startedToday && offsetOf(rung) <= 0
      ? []
      : [{ n, clock, level: at + 1, rung: asSlipsStand(state, clock, rung) }];
  });
}

/** The next rung of a clock and its day, for readers, as its slips stand now; null where nothing comes any more, or nothing while it stands as it does. */
export function nextRung(
  state: MatterState,
  clock: ClockState,
  mechanism: Mechanism,
  cal: Calendar,
  now: Date,
): { day: Day; rung: Rung } | null {
  if (!presses(state, clock)) return null;
  const today = dayOf(now);
  for (const rung of rungsOf(mechanism, clock.clock)) {
    const day = rungDay(rung, clock.due, cal);
    if (day > today) return { day, rung: asSlipsStand(state, clock, rung) };
  }
  return null;
}
