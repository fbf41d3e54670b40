import { dayOf, problem, type Problem } from '../../kernel/index.ts';
import { ruleFor, type ActKind, type Mechanism } from '../../mechanism/index.ts';
import type { Caller } from '../../platform/identity/contract.ts';
import { consentOf } from '../life/consent.rules.ts';
import { handedBackBy } from '../life/handed-back.rules.ts';
import type { Nobody } from '../life/nobody.rules.ts';
import { disputed } from '../life/disputed.rules.ts';
import { owesAnew } from '../life/former.rules.ts';
import { triedOn } from '../life/tried.rules.ts';
import type { MatterState } from '../life/state.rules.ts';
import type { UnitState } from '../life/state-parts.rules.ts';
import { isRaisedTo } from '../actor.policy.ts';

/** What stands against an act for the sake of those who raised the matter, or of how it was judged. */
export function raisedCase(
  mechanism: Mechanism,
  state: MatterState,
  kind: ActKind,
  unit: UnitState | null,
  caller: Caller | Nobody,
): Problem | null {
  switch (kind) {
    case 'assign':
      return mechanism.scheme && !state.category ? problem('matter.classify-first') : null;
    case 'refuse': {
      const { again } = ruleFor(mechanism, kind) ?? {};
      const lead = unit?.part === 'lead' && again !== undefined && state.entered[again] !== undefined;
      return lead || (unit && handedBackBy(state, unit.unit)?.decided) ? problem('matter.decided-for-good') : null;
    }
    case 'inquire':
      if (!state.originators.length) return problem('matter.nobody-raised-it');
      return state.question ? problem('matter.already-asked') : null;
    case 'wish':
      return state.erasing?.agreed === null ? problem('matter.already-wished') : null;
    case 'forget':
      return state.erasing?.agreed === null ? null : problem('matter.nothing-wished');
    case 'reply':
      return state.question ? null : problem('matter.nothing-asked');
    // Its own head sends a draft back, the supervision office an answer.
    case 'return':
      if (unit || isRaisedTo(state, caller)) return state.draft ? null : problem('matter.no-draft');
      return state.draft ? problem('matter.draft-is-the-heads') : null;
    case 'evaluate':
      if (!state.answer && !state.struck) return problem('matter.nothing-answered');
      return evaluatedCase(mechanism, state, caller.seat);
    case 'draw':
      if (!state.answer) return problem('matter.nothing-answered');
      return state.drawn ? problem('matter.already-drawn') : null;
    case 'publish':
      return publishCase(state);
    case 'withdraw':
      return state.published ? null : problem('matter.nothing-published');
    case 'callback':
      if (!state.answer && !state.struck && !owesAnew(state)) return problem('matter.nothing-answered');
      return state.originators.length ? null : problem('matter.nobody-raised-it');
    case 'exclude':
      if (!disputed(state)) return problem('matter.nothing-to-exclude');
      return ruleFor(mechanism, 'callback') && !state.callback ? notCalled(mechanism, state) : null;
    case 'review': {
      const { exclusion } = state;
      const own = exclusion?.seat === caller.seat || exclusion?.account === caller.account;
      return own ? problem('matter.review-by-another') : null;
    }
    case 'close':
      if (disputed(state)) return problem('matter.still-disputed');
      return owesAnew(state) ? problem('matter.reopened-unanswered') : null;
    default:
      return null;
  }
}

/** That nobody was called yet, or how often they still have to be tried. */
function notCalled(mechanism: Mechanism, state: MatterState): Problem {
  const tried = triedOn(state).size;
  if (!tried) return problem('matter.call-back-first');
  const tries = ruleFor(mechanism, 'callback')?.tries;
  return tries === undefined
    ? problem('matter.call-back-until-reached')
    : problem('matter.call-back-again', { tried, tries });
}

/** Judged once for each answer: when that was, and what can be done instead, which is another once it is struck off. */
function evaluatedCase({ stages }: Mechanism, state: MatterState, seat: Caller['seat'] | null): Problem | null {
  const judged = state.evaluations.find(({ by }) => by === seat);
  if (!judged) return null;
  const closed = stages[state.stage]?.phase === 'closed';
  const params = { day: dayOf(new Date(judged.at)) };
  return problem(closed ? 'matter.already-evaluated-and-closed' : 'matter.already-evaluated', params);
}

/** What stands against publishing: it is nobody's to give away but theirs who raised it, each of them by their own word. */
function publishCase(state: MatterState): Problem | null {
  if (!state.answer) return problem('matter.nothing-answered');
  if (state.confidential) return problem('matter.publish-confidential');
  if (disputed(state)) return problem('matter.still-disputed');
  const consent = consentOf(state);
  if (consent === null) return problem('matter.consent-missing');
  return consent ? null : problem('matter.consent-refused');
}
