import { dayOf, no, ok, problem, timeOf, type Result } from '../../kernel/index.ts';
import type { Checked } from '../life/ask.rules.ts';
import type { Given } from '../life/given.contract.ts';
import type { Arranged, Session } from '../parties/between-state.rules.ts';
import type { Effect, MatterAct } from '../life/effect.rules.ts';
import type { MatterState } from '../life/state.rules.ts';

/**
 * A session that was held. Refuses a day, and an hour of today, that is still to come, parties that the matter does not have, and one where it is not
 * said who came: `matter.nobody-came`, `matter.somebody-came`.
 */
export function decideMeet(state: MatterState, { given, now }: Checked<'meet'>): Result<Effect[]> {
  const today = dayOf(now);
  if (given.heldOn > today)
    return no(problem('matter.session-in-future', { day: given.heldOn, today }, { pointer: '/given/heldOn' }));
  if (given.heldOn === today && given.from && given.from > timeOf(now))
    return no(
      problem('matter.session-hour-in-future', { from: given.from, time: timeOf(now) }, { pointer: '/given/from' }),
    );
  if (state.parties.length && !given.came.length && !given.nobody)
    return no(problem('matter.nobody-came', {}, { pointer: '/given/came' }));
  if (given.came.length && given.nobody) return no(problem('matter.somebody-came', {}, { pointer: '/given/nobody' }));
  const strange = given.came.find((n) => !state.parties.some((party) => party.n === n));
  if (strange !== undefined) return no(problem('matter.no-such-party', { n: strange }, { pointer: '/given/came' }));
  return ok([{ do: 'session' }]);
}

/**
 * A session is arranged; one that was arranged before is by that another. Refuses `matter.session-over` for a day that has passed,
 * `matter.session-hour-over` for an hour of today that has, and parties that the matter does not have.
 */
export function decideConvene(state: MatterState, { given, now }: Checked<'convene'>): Result<Effect[]> {
  const today = dayOf(now);
  if (given.meetOn < today)
    return no(problem('matter.session-over', { day: given.meetOn, today }, { pointer: '/given/meetOn' }));
  if (given.meetOn === today && given.from && given.from < timeOf(now))
    return no(problem('matter.session-hour-over', { from: given.from, time: timeOf(now) }, { pointer: '/given/from' }));
  const strange = given.came.find((n) => !state.parties.some((party) => party.n === n));
  if (strange !== undefined) return no(problem('matter.no-such-party', { n: strange }, { pointer: '/given/came' }));
  return ok([{ do: 'arrange' }]);
}

/** The session that an act has arranged, and that was not held yet. */
export const arrangedBy = (act: MatterAct): Arranged => {
  const { meetOn, from, place, came } = act.given as Given<'convene'>;
  return { act: act.id, at: act.at, meetOn, from: from ?? null, place, came };
};

/** The sessions with the one that an act tells of, last. */
export const withSession = (sessions: readonly Session[], act: MatterAct): Session[] => {
  const { heldOn, from, lasted, place, came, text } = act.given as Given<'meet'>;
  const held = { heldOn, from: from ?? null, lasted: lasted ?? null, place, came, text };
  return [...sessions, { act: act.id, at: act.at, ...held }];
};
