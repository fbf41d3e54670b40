import { problem, type Problem } from '../../kernel/index.ts';
import type { ActKind } from '../../mechanism/index.ts';
import type { MatterState } from '../life/state.rules.ts';
import { isUnasked, lastDayToConfirm, mayConfirm, openObligations } from '../settlement/open.rules.ts';

/** What stands against an act for the sake of the parties, or of what they agreed on. */
export function partiesCase(state: MatterState, kind: ActKind, now: Date): Problem | null {
  const { settlement } = state;
  switch (kind) {
    case 'keep':
    case 'breach':
      if (!settlement) return problem('matter.nothing-agreed');
      if (kind === 'keep' && settlement.obligations.some((one) => one.state === 'broken')) return null;
      return openObligations(state).length ? null : problem('matter.nothing-promised-open');
    case 'retract':
      if (!settlement) return problem('matter.nothing-agreed');
      return settlement.obligations.some((one) => one.state !== 'open') ? null : problem('matter.nothing-found');
    case 'confirm':
      if (!settlement) return problem('matter.nothing-agreed');
      // What was noted is put right at any time; only asking has its days.
      if (!isUnasked(settlement) || mayConfirm(state, now)) return null;
      // By the clock of the matter, and so by the limit of its mechanism’s file, whatever that is.
      return problem('matter.confirm-lapsed', { last: lastDayToConfirm(state) ?? '' });
    case 'rule':
      if (!settlement) return problem('matter.nothing-agreed');
      return settlement.confirmation ? null : problem('matter.nothing-asked-of-court');
    case 'close': {
      const open = openObligations(state).length;
      return open ? problem('matter.promised-still-open', { n: open }) : null;
    }
    default:
      return null;
  }
}
