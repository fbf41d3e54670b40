import { problem, type Day, type Problem } from '../kernel/index.ts';
import type { Caller } from '../platform/identity/contract.ts';
import type { DebarmentActKind } from './contract.ts';
import { mayReadDebarments } from './debarment-access.rules.ts';
import { stageOn, type DebarmentState, type Doer } from './debarment.rules.ts';

/** Why this seat may not read the register; null when it may. Row-level security says the same of the rows. */
export const whyNotRead = ({ role }: Caller): Problem | null =>
  mayReadDebarments(role) ? null : problem('debarments.not-yours', {}, { status: 403 });

/** An entry as somebody comes to it. `opened`: whether whoever asks has opened its decision document, on that seat. */
export type Before = { readonly state: DebarmentState; readonly opened: boolean };

/** Why this seat may not do that to an entry on that day; null when it may. `before` is null where there is none yet. */
export function whyNot(
  caller: Caller,
  before: Before | null,
  kind: DebarmentActKind | 'propose',
  today: Day,
): Problem | null {
  if (caller.role !== 'supervisor') return problem('debarments.office-only', {}, { status: 403 });
  if (kind === 'propose' || !before) return null;
  const { state, opened } = before;
  const stage = stageOn(state, today);
  const stands = stage === 'standing' || stage === 'to-come';
  // What is over can be contested still, within its days: it stood. What never stood cannot.
  const stood = stands || stage === 'expired' || (stage === 'lifted' && !state.lifted!.void);
  const no = (code: string) => problem(`debarments.${code}`);
  // Nobody enters somebody alone, nor hears whoever complains of what they entered themselves.
  const own = (doer: Doer | null) => doer?.seat === caller.seat || doer?.account === caller.account;
  switch (kind) {
    case 'approve':
    case 'refuse':
      if (stage !== 'proposed') return no('not-proposed');
      if (kind === 'refuse') return null;
      if (own(state.proposed)) return no('approve-by-another');
      if (state.until < today) return no('term-over-meanwhile');
      // A second pair of eyes that has read nothing is none.
      return opened ? null : no('open-decision-first');
    case 'ask-review':
      if (!stood) return no('never-stood');
      return state.review === 'asked' ? no('review-open') : null;
    case 'decide-review':
      if (state.review !== 'asked') return no('no-review');
      return own(state.approved) ? no('review-by-another') : null;
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
