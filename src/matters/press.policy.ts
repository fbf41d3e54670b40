import { problem, type Problem } from '../kernel/index.ts';
import { ruleFor, stagesFor, type ActKind, type Mechanism } from '../mechanism/index.ts';
import { disputed } from './life/disputed.rules.ts';
import { OWING } from './life/owing.rules.ts';
import type { MatterState } from './life/state.rules.ts';
import type { UnitState } from './life/state-parts.rules.ts';

/**
 * What stands against an act for the sake of what presses on the matter: slips, the public list, the higher seat. Nothing that is
 * struck off, joined or excluded, or stands still, is pressed on, whatever its mechanism says.
 */
export function pressCase(
  mechanism: Mechanism,
  state: MatterState,
  kind: ActKind,
  unit: UnitState | null,
): Problem | null {
  const { listed, raised, phase, sealed } = state;
  switch (kind) {
    case 'slip':
    case 'raise':
      if (phase === 'closed') return problem('matter.over-is-not-pressed');
      if (standsStill(state)) return problem('matter.paused-is-not-pressed');
      if (state.unlisted !== undefined) return problem('matter.unlisted-is-not-pressed', { edition: state.unlisted });
      // Of what is sealed those who are named owe it, as long as it is not answered.
      return phase !== 'answered' && (sealed || state.units.some((u) => OWING.has(u.stance) || u.stance === 'refused'))
        ? null
        : problem('matter.nobody-owes');
    case 'list':
      if (phase === 'closed') return problem('matter.over-is-not-pressed');
      if (standsStill(state)) return problem('matter.paused-is-not-pressed');
      if (state.unlisted !== undefined) return problem('matter.unlisted-is-not-pressed', { edition: state.unlisted });
      if (listed) return problem('matter.already-listed', { until: listed.until });
      return state.confidential && !sealed ? problem('matter.confidential-is-not-listed') : null;
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

/** The city itself has let it wait, or waits for a reply. */
const standsStill = ({ paused, question }: MatterState): boolean => paused || question?.held === true;

/** What is promised to the public is done when it was answered, was found to be so, and nobody who raised it says otherwise. */
function unverified(mechanism: Mechanism, state: MatterState): Problem | null {
  if (state.phase !== 'answered') return problem('matter.delist-unanswered');
  if (ruleFor(mechanism, 'verify') && stagesFor(mechanism, 'verify').includes(state.stage))
    return problem('matter.verify-first');
  return disputed(state) ? problem('matter.still-disputed') : null;
}
