import type { Uuid } from '../../kernel/index.ts';
import type { ActKind, Mechanism } from '../../mechanism/index.ts';
import type { Tx } from '../../platform/postgres/index.ts';
import type { Child } from '../life/state-parts.rules.ts';

const below = { name: 'matter.children', text: 'select parent, id, number, phase from children_of($1)' };

/**
 * What stands below matters that the caller may read, by matter, the oldest first; the confidential ones too, of which no more is told.
 */
export async function findChildren(tx: Tx, parents: readonly Uuid[]): Promise<(parent: Uuid) => Child[]> {
  const rows = parents.length ? await tx.run<Child & { parent: Uuid }>(below, [parents]) : [];
  const all = Map.groupBy(rows, ({ parent }) => parent);
  return (parent) => (all.get(parent) ?? []).map(({ id, number, phase }) => ({ id, number, phase }));
}

/** Whether an act may have to wait for what stands below; most never do, and nothing is read for them. */
export const waitsForChildren = ({ children }: Mechanism, kind: ActKind): boolean =>
  children !== undefined && (kind === 'join' || children.hold?.[kind] !== undefined);
