import { problem, type Problem } from '../../kernel/index.ts';
import type { ActKind, Mechanism } from '../../mechanism/index.ts';
import type { Child, UnitState } from '../life/state-parts.rules.ts';

/** What waits for the matters below: what the mechanism says, and going on in another matter, which would leave them behind. */
export function heldByChildren(
  { children: rule }: Mechanism,
  kind: ActKind,
  unit: UnitState | null,
  children: readonly Child[],
): Problem | null {
  const until = kind === 'join' ? 'closed' : rule?.hold?.[kind];
  // A co-unit answers for its own part alone.
  if (!until || unit?.part === 'co') return null;
  const open = children.filter(({ phase }) => phase !== 'closed' && !(until === 'answered' && phase === 'answered'));
  return open.length ? problem(`matter.children-not-${until}`, { children: open.map(({ number }) => number) }) : null;
}
