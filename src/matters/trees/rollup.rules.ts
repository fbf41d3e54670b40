import { millionths, type Uuid } from '../../kernel/index.ts';
import { ONE, type Attained } from './attain.rules.ts';

/** A matter of a tree: what it stands below, how much it counts there, and what is known of it by itself. */
export type Leaf = {
  readonly id: Uuid;
  readonly parent: Uuid | null;
  /** Exact; null counts as one. */
  readonly weight: string | null;
  /** What is known of it by itself; null where it is what stands below it. */
  readonly own: Attained | null;
};

/** A matter of a tree, summed up. `share`: which part of the one above it is. `lagging`: what falls short, itself or below it. */
export type Rolled = Attained & {
  readonly share: bigint;
  readonly lagging: readonly Uuid[];
};

/** Of which nothing is known. */
export const UNKNOWN: Attained = { low: 0n, high: ONE, planned: 0n, unknown: ONE, behind: null };

/**
 * Sums a tree up from below: each matter is the mean of what stands below it, by weights. What is unknown is not taken for nothing: it makes
 * the sum lie between two bounds, and its weight is told. Bounds are rounded outwards, so that they hold whatever is read later.
 */
export function rollUp(leaves: readonly Leaf[]): Map<Uuid, Rolled> {
  const below = Map.groupBy(leaves, ({ parent }) => parent);
  const all = new Map<Uuid, Rolled>();
  const visit = (leaf: Leaf, share: bigint): Rolled => {
    const children = below.get(leaf.id) ?? [];
    const shares = sharesOf(children);
    const parts = children.map((child, i) => ({ rolled: visit(child, shares[i]!), weight: weightOf(child) }));
    const attained = leaf.own ?? meanOf(parts) ?? UNKNOWN;
    const lagging = parts.flatMap(({ rolled }) => rolled.lagging);
    if (leaf.own?.behind) lagging.unshift(leaf.id);
    const rolled = { ...attained, share, lagging };
    all.set(leaf.id, rolled);
    return rolled;
  };
  const ids = new Set(leaves.map(({ id }) => id));
  for (const leaf of leaves) if (leaf.parent === null || !ids.has(leaf.parent)) visit(leaf, ONE);
  return all;
}

/** Which part of the matter above each of these is; all of them make the whole, but for what is lost in rounding. */
export function sharesOf(siblings: readonly Pick<Leaf, 'weight'>[]): bigint[] {
  const whole = siblings.reduce((sum, one) => sum + weightOf(one), 0n);
  return siblings.map((one) => (weightOf(one) * ONE) / whole);
}

const weightOf = ({ weight }: Pick<Leaf, 'weight'>): bigint => millionths(weight ?? '1');

function meanOf(parts: readonly { rolled: Attained; weight: bigint }[]): Attained | null {
  if (!parts.length) return null;
  const whole = parts.reduce((sum, { weight }) => sum + weight, 0n);
  const mean = (of: 'low' | 'high' | 'planned' | 'unknown', up = false): bigint => {
    const sum = parts.reduce((all, { rolled, weight }) => all + rolled[of] * weight, 0n);
    return up ? (sum + whole - 1n) / whole : sum / whole;
  };
  const [low, high, planned] = [mean('low'), mean('high', true), mean('planned')];
  return {
    low,
    high,
    planned,
    unknown: mean('unknown', true),
    behind: low >= planned ? false : high < planned || null,
  };
}

/**
 * What a matter that falls short takes from each of those above it: its shortfall times its part in them, nearest first. Empty for what is
 * not behind.
 */
export function dragOf(leaf: Leaf, leaves: ReadonlyMap<Uuid, Leaf>, rolled: ReadonlyMap<Uuid, Rolled>): Drag[] {
  const own = rolled.get(leaf.id)!;
  if (!leaf.own?.behind) return [];
  const drags: Drag[] = [];
  let points = own.planned - own.low;
  for (let at: Leaf | undefined = leaf; at.parent !== null;) {
    points = (points * rolled.get(at.id)!.share) / ONE;
    const above = leaves.get(at.parent);
    // What has a reading of its own is not moved by its parts.
    if (!above || above.own) break;
    drags.push({ id: above.id, points });
    at = above;
  }
  return drags;
}

/** How much of a matter another takes from it, as a share of the whole. */
type Drag = { readonly id: Uuid; readonly points: bigint };
