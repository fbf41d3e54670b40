import { problem, type Problem } from '../../kernel/index.ts';
import type { ActKind } from '../../mechanism/index.ts';
import type { MatterState } from '../life/state.rules.ts';
import { openObligations } from '../settlement/open.rules.ts';

/** What stands against an act for the sake of the parties, or of what they agreed on. */
export function partiesCase(state: MatterState, kind: ActKind): Problem | null {
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
      // Asking has its days, noting it has none: the day of the request is judged once it is given.
      return settlement ? null : problem('matter.nothing-agreed');
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
