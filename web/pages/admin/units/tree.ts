import type { ListedUnit, Unit } from '../../../../src/directory/contract.ts';
import { fits, wordsOf } from '../../../units/unitWords.ts';

export type Node = { unit: Unit; below: Node[] };

/** The units as a tree in the order of protocol. A unit whose parent is left out stands at the top. */
export function treeOf(units: readonly Unit[]): Node[] {
  const nodes = new Map(units.map((unit) => [unit.id, { unit, below: [] as Node[] }]));
  const top: Node[] = [];
  for (const node of nodes.values()) (nodes.get(node.unit.parent ?? '')?.below ?? top).push(node);
  return top;
}

/**
 * Units that are called so somewhere in their names, or are typed so by sound, each with all that stands above it, so that it keeps
 * its place. The one that is chosen is among them, whatever became of it.
 */
export function narrowed(units: readonly ListedUnit[], words: string, retired: boolean, chosen?: string): Unit[] {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const kept = new Set<string>();
  for (const unit of units) {
    const sought = fits(wordsOf(unit), words) && (retired || !unit.retiredAt);
    if (unit.id !== chosen && !sought) continue;
    for (let at: Unit | undefined = unit; at; at = byId.get(at.parent ?? '')) kept.add(at.id);
  }
  return units.filter((unit) => kept.has(unit.id));
}
