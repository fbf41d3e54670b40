import { problem, type Problem } from '../../kernel/index.ts';
import { ruleFor, type ActKind, type Mechanism } from '../../mechanism/index.ts';
import type { MatterState } from '../life/state.rules.ts';
import type { UnitState } from '../life/state-parts.rules.ts';
import { isReached } from './curve.rules.ts';

/** What stands against an act for the sake of the targets: of what nothing is promised nothing can be read, and some acts wait until all is reached. */
export function targetCase(
  mechanism: Mechanism,
  state: MatterState,
  kind: ActKind,
  unit: UnitState | null,
): Problem | null {
  if (kind === 'measure' && state.targets.length === 0) return problem('matter.nothing-promised');
  const left = held(mechanism, state, kind, unit, 'never');
  return left.length ? problem('matter.targets-unreached', { targets: targetNames(mechanism, left) }) : null;
}

/** The targets of which an act has to say why they are not reached. A co-unit answers for its own part alone, and targets are of the whole. */
export const explained = (
  mechanism: Mechanism,
  state: MatterState,
  kind: ActKind,
  unit: UnitState | null,
): readonly string[] => held(mechanism, state, kind, unit, 'reason');

function held(
  mechanism: Mechanism,
  { targets }: MatterState,
  kind: ActKind,
  unit: UnitState | null,
  how: 'reason' | 'never',
): string[] {
  if (ruleFor(mechanism, kind)?.unreached !== how || unit?.part === 'co') return [];
  // What nobody has measured is not known to be there.
  const isThere = (target: (typeof targets)[number]) => {
    const last = target.readings.at(-1);
    return last !== undefined && isReached(target, last);
  };
  return targets.filter((target) => !isThere(target)).map(({ target }) => target);
}

/** What targets are called. */
export const targetNames = ({ targets: rules = {} }: Mechanism, targets: readonly string[]) =>
  targets.map((target) => rules[target]?.name ?? target);
