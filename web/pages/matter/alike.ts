import type { MatterView } from '../../../src/matters/contract.ts';

type Clock = MatterView['clocks'][number];

/** From so many on, clocks that say the same are told as one line. */
const MANY = 3;

/**
 * The running clocks as they are drawn, the next to run out first: clocks of units that only take part and that stand just alike
 * lie together once they are `MANY`, every other stays alone, the lead unit's always. Returns groups, in order, none empty.
 */
export function alike<T extends Pick<Clock, 'clock' | 'unit' | 'slip' | 'due' | 'dueAt' | 'workdaysLeft'>>(
  clocks: readonly T[],
  lead: string | null,
): readonly (readonly T[])[] {
  const ordered = clocks.toSorted((a, b) => a.dueAt.localeCompare(b.dueAt));
  const groups = Map.groupBy(ordered, (one) =>
    !one.unit || one.unit === lead ? one : `${one.clock} ${one.slip} ${one.due} ${one.workdaysLeft}`,
  );
  return [...groups.values()].flatMap((group) => (group.length < MANY ? group.map((one) => [one]) : [group]));
}
