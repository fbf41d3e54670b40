import { problem, type Day, type Problem } from '../kernel/index.ts';
import type { Caller } from '../platform/identity/contract.ts';
import type { DebarmentActKind } from './contract.ts';
import { mayReadDebarments } from './debarment-access.rules.ts';
import { stageOn, type DebarmentState, type Doer } from './debarment.rules.ts';

/** Why this seat may not read the register; null when it may. Row-level security says the same of the rows. */
export const whyNotRead = ({ role }: Caller): Problem | null =>
  mayReadDebarments(role) ? null : problem('debarments.not-yours', {}, { status: 403 });

/**
 * An entry as somebody comes to it. `opened`: whether whoever asks has opened its decision document, on that seat. `office`: who holds a seat of
 * the supervision office now; needed of an entry that waits for its review alone.
 */
export type Before = { readonly state: DebarmentState; readonly opened: boolean; readonly office: readonly Holder[] };
type Holder = Pick<Doer, 'seat' | 'account'>;

/** Whether two are one person or one seat: one person may sit on two seats, and one seat pass from hand to hand. */
const same = (one: Holder | null, other: Holder): boolean =>
  one !== null && (one.seat === other.seat || one.account === other.account);

/** Whether somebody had a hand in entering an entry: proposed it, or approved it. */
const enteredBy = ({ proposed, approved }: DebarmentState, who: Holder): boolean =>
  same(proposed, who) || same(approved, who);

/** Why this seat may not do that to an entry on that day; null when it may. `before` is null where there is none yet. */
export function whyNot(
  caller: Caller,
  before: Before | null,
  kind: DebarmentActKind | 'propose',
  today: Day,
): Problem | null {
  if (caller.role !== 'supervisor') return problem('debarments.office-only', {}, { status: 403 });
  if (kind === 'propose' || !before) return null;
  const { state, opened, office } = before;
  const stage = stageOn(state, today);
  const stands = stage === 'standing' || stage === 'to-come';
  // What is over can be contested still, within its days: it stood. What never stood cannot.
  const stood = stands || stage === 'expired' || (stage === 'lifted' && !state.lifted!.void);
  const no = (code: string) => problem(`debarments.${code}`);
  switch (kind) {
    case 'approve':
    case 'refuse':
      if (stage !== 'proposed') return no('not-proposed');
      if (kind === 'refuse') return null;
      // Nobody enters somebody alone.
      if (same(state.proposed, caller)) return no('approve-by-another');
      if (state.until < today) return no('term-over-meanwhile');
      // A second pair of eyes that has read nothing is none.
      return opened ? null : no('open-decision-first');
    case 'note-service':
      return stood ? null : no('not-to-serve');
    case 'ask-review':
      if (!stood) return no('never-stood');
      if (state.review === 'asked') return no('review-open');
      // The office heard it once; whoever does not agree turns to who stands above it, or to a court.
      return state.review === null ? null : no('reviewed-once');
    case 'decide-review':
      if (state.review !== 'asked') return no('no-review');
      // Nor hears whoever complains of what they entered themselves, neither as the first nor as the second of the two.
      // Nor does anybody judge a decision that they have not read.
      if (!enteredBy(state, caller)) return opened ? null : no('open-decision-before-review');
      return no(office.some((one) => !enteredBy(state, one)) ? 'review-by-another' : 'review-by-nobody');
    case 'appeal':
      if (!stood) return no('never-stood');
      return state.appeal === 'made' ? no('appeal-open') : null;
    case 'end-appeal':
      return state.appeal === 'made' ? null : no('no-appeal');
    case 'note-late':
      if (stands) return no('late-while-standing');
      return stood ? null : no('never-stood');
    case 'lift':
      return stands ? null : no('not-standing');
  }
}
