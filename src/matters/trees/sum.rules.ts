import type { Calendar, Day, Uuid } from '../../kernel/index.ts';
import type { Mechanism } from '../../mechanism/index.ts';
import type { MatterState } from '../life/state.rules.ts';
import { cadenceOf } from '../targets/wanted.rules.ts';
import { attainOf, ONE, type Attained } from './attain.rules.ts';
import { attainOfParts, sumParts, type Part, type PartSum } from './parts.rules.ts';
import { rollUp, UNKNOWN, type Leaf, type Rolled } from './rollup.rules.ts';

/** A matter of a tree, and the day by which it is asked for. */
export type Known = {
  readonly id: Uuid;
  readonly state: MatterState;
  readonly mechanism: Mechanism;
  readonly day: Day;
  readonly calendar: Calendar;
};

/** A matter with what stands below it and what all of that comes to. */
export type Summed = Known & {
  readonly leaf: Leaf;
  readonly rolled: Rolled;
  readonly parts: PartSum | null;
  readonly hidden: number;
};

/** A tree summed up, and what is needed to say why. */
export type SummedTree = {
  readonly nodes: readonly Summed[];
  readonly leaves: ReadonlyMap<Uuid, Leaf>;
  readonly rolled: ReadonlyMap<Uuid, Rolled>;
};

/** Sums up matters that stand below each other. `hidden`: those below a matter of which nothing may be read; they are unknown. */
export function sumTree(known: readonly Known[], hidden: (id: Uuid) => readonly Uuid[]): SummedTree {
  const below = Map.groupBy(known, ({ state }) => state.parent?.id ?? null);
  const ids = new Set(known.map(({ id }) => id));
  const told = known.map((one) => ({ one, ...ownOf(one, below.get(one.id) ?? [], hidden(one.id)) }));
  const leaves = told.map(({ one, own }): Leaf => {
    const parent = one.state.parent?.id ?? null;
    return { id: one.id, parent: parent && ids.has(parent) ? parent : null, weight: one.state.weight, own };
  });
  const secret = known.flatMap(({ id }) =>
    hidden(id).map((child): Leaf => ({ id: child, parent: id, weight: null, own: UNKNOWN })),
  );
  const rolled = rollUp([...leaves, ...secret]);
  const nodes = told.map(({ one, parts }, i) => ({
    ...one,
    leaf: leaves[i]!,
    rolled: rolled.get(one.id)!,
    parts,
    hidden: hidden(one.id).length,
  }));
  return { nodes, leaves: new Map(leaves.map((leaf) => [leaf.id, leaf])), rolled };
}

/** What is known of a matter by itself: by its own readings, by its parts where those were not taken, by its end where it promises nothing. */
function ownOf(
  { state, mechanism, day, calendar }: Known,
  below: readonly Known[],
  hidden: readonly Uuid[],
): { own: Attained | null; parts: PartSum | null } {
  const [first, ...others] = state.targets;
  if (!first) return { own: below.length + hidden.length ? null : ofItsEnd(state, day), parts: null };
  const missed = (target: MatterState['targets'][number], file: Mechanism, of: MatterState): Day | null =>
    of.phase === 'closed'
      ? null
      : // How old a reading is does not depend on who signed for the next one, and when.
        cadenceOf(target, file.targets?.[target.target], day, calendar).missed;
  const each = state.targets.map((target) => attainOf(target, day, missed(target, mechanism, state)));
  const own = each.length === 1 ? each[0]! : meanOf(each);
  const parts = others.length
    ? null
    : sumParts(
        first,
        below.flatMap(({ state: part, mechanism: file }): Part[] =>
          part.targets
            .filter(({ target }) => target === first.target)
            .map((target) => ({ target, missed: missed(target, file, part) })),
        ),
      );
  // A reading of its own stands before what others read for it.
  return own.unknown === 0n || !parts ? { own, parts } : { own: attainOfParts(first, parts, day), parts };
}

/** What promises no quantity is done when it is over. Until then nobody knows how far it is, and by its day it should have been. */
function ofItsEnd({ phase, due }: MatterState, day: Day): Attained {
  if (phase === 'closed') return { low: ONE, high: ONE, planned: ONE, unknown: 0n, behind: false };
  return { ...UNKNOWN, planned: due !== null && day > due ? ONE : 0n };
}

/** Several targets of one matter count alike. */
function meanOf(each: readonly Attained[]): Attained {
  const leaves = each.map((own, i): Leaf => ({ id: String(i), parent: 'all', weight: null, own }));
  const all = rollUp([{ id: 'all', parent: null, weight: null, own: null }, ...leaves]).get('all')!;
  const behind = each.some((one) => one.behind) || (all.unknown ? null : false);
  return { low: all.low, high: all.high, planned: all.planned, unknown: all.unknown, behind };
}
