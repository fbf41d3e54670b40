import type { Uuid } from '../../kernel/index.ts';
import type { Mechanism } from '../../mechanism/index.ts';
import { disputed } from './disputed.rules.ts';
import type { MatterState } from './state.rules.ts';
import type { Former, Standing } from './state-parts.rules.ts';

/** What is kept of a matter that is taken up again: that it was answered, or struck off without an answer, and how that was judged. Pure. */
export function formerOf(state: MatterState, { id: act, at }: { readonly id: Former['act']; at: string }): Former {
  const { answer, former } = state;
  return {
    act,
    at,
    answered: answer !== null || former?.answered === true,
    disputed: disputed(state),
    lead: answer ? leadOf(state) : (former?.lead ?? null),
    ...standing(state),
    ...(former?.there && !answer ? { there: former.there } : {}),
    ...(former?.late ? { late: true } : {}),
  };
}

/**
 * What those who raised it say of it as it counts: of the answer that stands, and of the one before it that was taken up again what each of them
 * has not said anew. What was heard of the one before on the phone, or was excluded of it, counts until anything is said anew. Pure.
 */
export function standing({ evaluations, callback, exclusion, former }: MatterState): Standing {
  const heard = callback?.solved != null || callback?.satisfied != null;
  const anew = heard || evaluations.length > 0;
  const own = [...evaluations].map(({ by, stars, solved, satisfied, unnamed }) => ({
    by,
    stars,
    solved,
    satisfied,
    unnamed,
  }));
  const before = former && !(anew && former.excluded) ? former.evaluations : [];
  const said = anew ? callback : (former?.callback ?? callback);
  return {
    evaluations: [...before.filter(({ by }) => !own.some((one) => one.by === by)), ...own],
    callback: said && { reached: said.reached, solved: said.solved, satisfied: said.satisfied },
    excluded: exclusion?.agreed === true || (!anew && former?.excluded === true),
  };
}

/** Whether it is as it was answered before it was taken up again: there is no answer since. Pure. */
export const standsAsBefore = ({ former, answer }: MatterState): boolean =>
  former?.answered === true && answer === null;

export const leadOf = ({ units }: Pick<MatterState, 'units'>): Uuid | null =>
  units.find(({ part }) => part === 'lead')?.unit ?? null;

/**
 * Whether it, or another that goes on in it, was taken up again because somebody who raised it was not content, and they have neither an answer
 * since nor said on the phone that it is right now: until then it is not simply struck off again. Pure.
 */
export const owesAnew = (state: MatterState): boolean =>
  (state.former?.disputed === true && !settledAfter(state, '')) ||
  state.gathered.some(({ at, owes }) => owes === true && !settledAfter(state, at));

/** What was heard or agreed before another was joined was not of that one; an answer that stands is its own at once. */
const settledAfter = ({ answer, callback, exclusion }: MatterState, after: string): boolean =>
  answer !== null ||
  (callback?.solved === true && callback.satisfied === true && callback.at > after) ||
  (exclusion?.agreed === true && exclusion.at > after);

/** Whether it was struck off without an answer, and has had none since it was taken up again, if it was. Pure. */
export const neverAnswered = ({ struck, former, answer }: MatterState): boolean =>
  struck !== undefined || (former?.answered === false && answer === null);

/** Whether an answer of this unit, or of the whole, came after its time. Pure. */
export const answeredLate = ({ clocks }: MatterState, lead: Uuid | undefined, mechanism: Mechanism): boolean =>
  clocks.some((c) => c.how === 'late' && (c.unit === lead || !c.unit) && answers(mechanism, c.clock));

/** Whether a clock is one that an answer stops: being slow to sign for a paper is not being late with the work. Pure. */
export function answers({ clocks }: Mechanism, clock: string): boolean {
  const rule = Object.hasOwn(clocks, clock) ? clocks[clock] : undefined;
  return (
    rule !== undefined &&
    (rule.until.includes('answer') || rule.until.includes('settle')) &&
    !rule.until.includes('accept')
  );
}
