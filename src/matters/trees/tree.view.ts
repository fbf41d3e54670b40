import type { Calendar, Uuid } from '../../kernel/index.ts';
import type { Named } from '../../mechanism/contract.ts';
import { viewHeld } from '../targets/target.view.ts';
import { ONE, type Attained } from './attain.rules.ts';
import { dragOf } from './rollup.rules.ts';
import type { Summed, SummedTree } from './sum.rules.ts';
import type { TreeNode, TreeSum } from './tree.contract.ts';

type Level = Named & { readonly optional?: boolean | undefined };
type Asked = { top: Uuid; levels: readonly Level[]; now: Date; calendar: Calendar };

/** The matters of a tree as a page shows them: from the top down, each followed by what stands below it. */
export function viewTree(tree: SummedTree, { top, levels, now, calendar }: Asked): TreeNode[] {
  const below = Map.groupBy(tree.nodes, ({ leaf }) => leaf.parent);
  const rows: TreeNode[] = [];
  const visit = (node: Summed, depth: number, above: number): void => {
    const { id, state, mechanism, leaf, rolled, parts, hidden } = node;
    const place = state.level ?? levelBelow(levels, above);
    const drags = dragOf(leaf, tree.leaves, tree.rolled);
    rows.push({
      id,
      parent: leaf.parent,
      depth,
      // A kind that has levels of its own is called by them; one that stands below those is called as it is.
      level: nameOf(mechanism.tree && levels[place]) ?? mechanism.name,
      number: state.number,
      text: state.text,
      stage: mechanism.stages[state.stage]!.name,
      phase: state.phase,
      lead: state.units.find(({ part }) => part === 'lead')?.unit ?? null,
      co: state.units.filter(({ part }) => part === 'co').map(({ unit }) => unit),
      due: state.due,
      weight: state.weight,
      share: percent(rolled.share),
      sum: viewSum(rolled),
      targets: viewHeld(mechanism, state, { now, calendar }),
      parts,
      lagging: rolled.lagging.filter((one) => one !== id).length,
      hidden,
      drags: drags.map(({ id: above, points }) => ({ id: above, points: percent(points) })),
    });
    for (const child of inOrder(node, below.get(id) ?? [])) visit(child, depth + 1, place);
  };
  const head = tree.nodes.find(({ id }) => id === top);
  if (head) visit(head, 0, -1);
  return rows;
}

/** The level that stands below one: what may be left out is there only where a matter says so. */
function levelBelow(levels: readonly Level[], above: number): number {
  const next = levels.findIndex(({ optional }, i) => i > above && !optional);
  return next < 0 ? Math.max(levels.length, above + 1) : next;
}

const nameOf = (level: Level | undefined): Named | undefined => level && { zh: level.zh, en: level.en };

/** In the order in which they were put below it. */
function inOrder({ state }: Summed, below: readonly Summed[]): Summed[] {
  const place = new Map(state.children.map(({ matter }, i) => [matter, i]));
  return below.toSorted((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0));
}

/** Bounds are told rounded outwards: what is not all of it is never called all of it. */
const viewSum = ({ low, high, planned, unknown, behind }: Attained): TreeSum => ({
  low: percent(low),
  high: unknown === 0n ? percent(low) : percent(high, true),
  planned: percent(planned),
  unknown: percent(unknown, true),
  standing: behind === null ? 'unknown' : behind ? 'behind' : 'on-plan',
});

const TENTH = ONE / 1000n;

function percent(share: bigint, up = false): string {
  const tenths = up ? (share + TENTH - 1n) / TENTH : share / TENTH;
  return tenths % 10n === 0n ? String(tenths / 10n) : `${tenths / 10n}.${tenths % 10n}`;
}
