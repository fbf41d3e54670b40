import { disputed } from './disputed.rules.ts';
import type { MatterState } from './state.rules.ts';
import type { Former } from './state-parts.rules.ts';

/** What is kept of a matter that is taken up again: that it was answered, or struck off without an answer, and how that was judged. Pure. */
export const formerOf = (state: MatterState, { id: act, at }: { readonly id: Former['act']; at: string }): Former => ({
  act,
  at,
  answered: state.answer !== null,
  disputed: disputed(state),
});

/**
 * Whether it was taken up again because somebody who raised it was not content, and they have neither an answer since nor said on the phone
 * that it is right now: until then it is not simply struck off again. Pure.
 */
export const owesAnew = ({ former, answer, callback, exclusion }: MatterState): boolean =>
  former?.disputed === true &&
  answer === null &&
  !(callback?.solved && callback.satisfied) &&
  exclusion?.agreed !== true;

/** Whether it was struck off without an answer, and has had none since it was taken up again, if it was. Pure. */
export const neverAnswered = ({ struck, former, answer }: MatterState): boolean =>
  struck !== undefined || (former?.answered === false && answer === null);
