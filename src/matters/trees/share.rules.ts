import type { TargetView } from '../targets/target.contract.ts';
import type { TreeNode } from './tree.contract.ts';

/** One target of a matter, the matters above it from the top down, and whether a unit leads or helps there. */
export type Share = {
  readonly node: TreeNode;
  readonly target: TargetView | null;
  readonly above: readonly TreeNode[];
  readonly part: 'lead' | 'co';
};

/**
 * What a unit has of a tree, in its order: every target of every matter that it leads or helps with, and what promises none. Null: what all
 * units have.
 */
export function sharesOfUnit(nodes: readonly TreeNode[], unit: string | null): Share[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const aboveOf = (node: TreeNode): TreeNode[] => {
    const above: TreeNode[] = [];
    for (let at = node.parent && byId.get(node.parent); at; at = at.parent === null ? undefined : byId.get(at.parent))
      above.unshift(at);
    return above;
  };
  return nodes.flatMap((node): Share[] => {
    const lead = unit === null ? node.lead !== null || node.targets.length > 0 : node.lead === unit;
    if (!lead && (unit === null || !node.co.includes(unit))) return [];
    const around = { node, above: aboveOf(node), part: lead ? ('lead' as const) : ('co' as const) };
    return node.targets.length ? node.targets.map((target) => ({ ...around, target })) : [{ ...around, target: null }];
  });
}

/** The units that have any part of a tree, those with most first. */
export function unitsOfTree(nodes: readonly TreeNode[]): { unit: string; n: number }[] {
  const all = nodes.flatMap(({ lead, co }) => [...(lead ? [lead] : []), ...co]);
  return [...Map.groupBy(all, (unit) => unit)]
    .map(([unit, each]) => ({ unit, n: each.length }))
    .toSorted((a, b) => b.n - a.n);
}

/** How much is to be there at the end of each quarter of the year by which a target is promised: the last of it is all. */
export function quartersOf({ plan, by }: Pick<TargetView, 'plan' | 'by'>): (string | null)[] {
  const year = by.slice(0, 4);
  return ['03-31', '06-30', '09-30', '12-31'].map(
    (end) => plan.find(({ on }) => on === `${year}-${end}`)?.quantity ?? null,
  );
}
