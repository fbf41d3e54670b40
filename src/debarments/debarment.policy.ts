import { problem, type Day, type Problem } from '../kernel/index.ts';
import type { Caller } from '../platform/identity/contract.ts';
import type { DebarmentActKind } from './contract.ts';
import { mayReadDebarments } from './debarment-access.rules.ts';
import { stageOn, type DebarmentState, type Doer } from './debarment.rules.ts';

/** Why this seat may not read the register; null when it may. Row-level security says the same of the rows. */
export const whyNotRead = ({ role }: Caller): Problem | null =>
  mayReadDebarments(role) ? null : problem('debarments.not-yours', {}, { status: 403 });

/** Why this seat may not do that to an entry on that day; null when it may. `state` is null before there is one. */
export function whyNot(
  caller: Caller,
  state: DebarmentState | null,
  kind: DebarmentActKind | 'propose',
  today: Day,
): Problem | null {
  if (caller.role !== 'supervisor') return problem('debarments.office-only', {}, { status: 403 });
  if (kind === 'propose' || !state) return null;
  const stage = stageOn(state, today);
  const stands = stage === 'standing' || stage === 'to-come';
  const no = (code: string) => problem(`debarments.${code}`);
  // Nobody enters somebody alone, nor hears whoever complains of what they entered themselves.
  const own = (doer: Doer | null) => doer?.seat === caller.seat || doer?.account === caller.account;
  switch (kind) {
    case 'approve':
    case 'refuse':
      if (stage !== 'proposed') return no('not-proposed');
      return kind === 'approve' && own(state.proposed) ? no('approve-by-another') : null;
    case 'ask-review':
      if (!stands) return no('not-standing');
      return state.review === 'asked' ? no('review-open') : null;
    case 'decide-review':
      if (state.review !== 'asked') return no('no-review');
      return own(state.approved) ? no('review-by-another') : null;
    case 'appeal':
      if (!stands) return no('not-standing');
      return state.appeal === 'made' ? no('appeal-open') : null;
    case 'end-appeal':
      return state.appeal === 'made' ? null : no('no-appeal');
    case 'lift':
      return stands ? null : no('not-standing');
  }
}
