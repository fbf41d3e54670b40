import { problem, type Problem } from '../../kernel/index.ts';
import type { ActKind } from '../../mechanism/index.ts';
import type { MatterState } from '../life/state.rules.ts';

/** What stands against measuring: of what nothing is promised, nothing can be read. */
export const targetCase = (state: MatterState, kind: ActKind): Problem | null =>
  kind === 'measure' && state.targets.length === 0 ? problem('matter.nothing-promised') : null;
