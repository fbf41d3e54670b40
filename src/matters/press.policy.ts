import { problem, type Problem } from '../kernel/index.ts';
import { ruleFor, stagesFor, type ActKind, type Mechanism } from '../mechanism/index.ts';
import { disputed } from './life/disputed.rules.ts';
import { OWING } from './life/owing.rules.ts';
import type { MatterState } from './life/state.rules.ts';
import type { UnitState } from './life/state-parts.rules.ts';

/**
 * What stands against an act for the sake of what presses on the matter: reminders, slips, the public list, the higher seat. Nothing that
 * is struck off, joined or excluded, or stands still, is pressed on, whatever its mechanism says.
 */
export function pressCase(
  mechanism: Mechanism,
  state: MatterState,
  kind: ActKind,
  unit: UnitState | null,
): Problem | null {
  const { listed, raised, phase, sealed } = state;
  switch (kind) {
    case 'remind':
      return whyLeftAlone(state);
    case 'slip':
    case 'raise': {
      const why = whyLeftAlone(state);
      if (why) return why;
      // Of what is sealed those who are named owe it, as long as it is not answered.
      return phase !== 'answered' && (sealed || state.units.some((u) => OWING.has(u.stance) || u.stance === 'refused'))
        ? null
        : problem('matter.nobody-owes');
    }
    case 'list': {
      const why = whyLeftAlone(state);
      if (why) return why;
      if (listed)
        return problem(sealed ? 'matter.already-listed-sealed' : 'matter.already-listed', { until: listed.until });
      return state.confidential && !sealed ? problem('matter.confidential-is-not-listed') : null;
    }
    case 'delist':
      return listed ? unverified(mechanism, state) : problem('matter.not-listed');
    case 'lower':
      return raised ? null : problem('matter.not-raised');
    case 'close':
    case 'join':
      if (listed) return problem('matter.delist-first');
      return kind === 'join' && raised ? problem('matter.lower-first') : null;
    case 'answer':
      return raised && unit?.part === 'lead' ? problem('matter.raised-answers') : null;
    default:
      return null;
  }
}

/**
 * Why nobody is pressed about a matter at all, by hand or by the ladder (`escalates`). It stands still while its clocks do: where the office
 * lets them run again though a question is not answered yet, the unit is held to them.
 */
function whyLeftAlone({ phase, joined, exclusion, paused, question, unlisted }: MatterState): Problem | null {
  if (phase === 'closed') {
    const how = joined ? 'joined' : exclusion ? 'excluded' : 'over';
    return problem(`matter.${how}-is-not-pressed`);
  }
  // The reply lets its time run again, and so may the office.
  if (paused) return problem(question?.held ? 'matter.waits-is-not-pressed' : 'matter.paused-is-not-pressed');
  return unlisted === undefined ? null : problem('matter.unlisted-is-not-pressed', { edition: unlisted });
}

/** What is promised to the public is done when it was answered, was found to be so, and nobody who raised it says otherwise. */
function unverified(mechanism: Mechanism, state: MatterState): Problem | null {
  if (state.phase !== 'answered') return problem('matter.delist-unanswered');
  if (ruleFor(mechanism, 'verify') && stagesFor(mechanism, 'verify').includes(state.stage))
    return problem('matter.verify-first');
  return disputed(state) ? problem('matter.still-disputed') : null;
}
