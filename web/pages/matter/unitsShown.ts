import type { MatterView } from '../../../src/matters/contract.ts';

type Unit = Pick<MatterView['units'][number], 'unit' | 'part' | 'stance'>;
type Clock = Pick<MatterView['clocks'][number], 'unit' | 'stoppedAt' | 'workdaysLeft'>;

/** So many units are read side by side; more than two beyond them fold. */
const SEEN = 8;

/**
 * The units in the order in which they are read, the lead unit first. Where they are many, those follow that somebody must look at
 * (refused, returned, the longest overdue), and the rest fold. Returns `seen` and `rest`; `rest` is empty where all fit.
 */
export function unitsShown<T extends Unit>(
  units: readonly T[],
  clocks: readonly Clock[],
): { seen: readonly T[]; rest: readonly T[] } {
  const byPart = units.toSorted((a, b) => Number(b.part === 'lead') - Number(a.part === 'lead'));
  if (units.length <= SEEN + 2) return { seen: byPart, rest: [] };
  const left = (unit: string): number =>
    Math.min(0, ...clocks.flatMap((one) => (one.unit === unit && !one.stoppedAt ? [one.workdaysLeft ?? 0] : [])));
  const weight = ({ unit, part, stance }: T): number => {
    if (part === 'lead') return -Infinity;
    return stance === 'refused' || stance === 'returned' ? -1e6 : left(unit);
  };
  const weights = new Map(byPart.map((one) => [one, weight(one)]));
  const ordered = byPart.toSorted((a, b) =>
    weights.get(a)! < weights.get(b)! ? -1 : weights.get(a)! > weights.get(b)! ? 1 : 0,
  );
  return { seen: ordered.slice(0, SEEN), rest: ordered.slice(SEEN) };
}
