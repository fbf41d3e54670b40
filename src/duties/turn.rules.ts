import type { Uuid } from '../kernel/index.ts';

/** Whose turn it is: the staff of one day after the other, in their order, and how many of them are there. `kinds`: of each of these groups one at least. */
export type Turn = (staff: readonly Uuid[], people: number, kinds: readonly (readonly Uuid[])[]) => Uuid[];

/**
 * The turn from its first day on: one after the other, round and round. Where nothing is wanted of who is there, whoever stands behind the last
 * who had a duty comes next. Where one of a kind has to be there and nobody of it would be, whoever of it has waited longest comes before who
 * waits longer, and those go on waiting at the head. So of two of one kind who take part all the while neither has more than one duty more than the
 * other; of two kinds each has as many as the other as far as their numbers let it.
 */
export function newTurn(): Turn {
  let last: Uuid | null = null;
  let n = 0;
  let queued = false;
  /** When each had their last duty, by number; whoever had none when they came. */
  const waitsSince = new Map<Uuid, number>();
  return (staff, people, kinds) => {
    for (const seat of staff) if (!waitsSince.has(seat)) waitsSince.set(seat, n);
    const begin = placeBehind(staff, last);
    const round = staff.map((_, k) => staff[(begin + k) % staff.length]!);
    // Once some were taken before their turn, a turn by place alone would pass over whoever waits.
    queued ||= kinds.length > 0;
    const seats = queued ? ofKinds(round, people, kinds, waitsSince) : round.slice(0, people);
    for (const seat of seats) waitsSince.set(seat, ++n);
    last = seats.at(-1) ?? last;
    return seats;
  };
}

/** Of each kind the one who has waited longest, unless one is there already; then whoever else has. */
function ofKinds(
  round: readonly Uuid[],
  people: number,
  kinds: readonly (readonly Uuid[])[],
  waitsSince: ReadonlyMap<Uuid, number>,
): Uuid[] {
  const queue = round.toSorted((a, b) => waitsSince.get(a)! - waitsSince.get(b)!);
  const there = new Set<Uuid>();
  for (const kind of kinds) {
    const first = queue.find((seat) => kind.includes(seat));
    if (first !== undefined && !kind.some((seat) => there.has(seat))) there.add(first);
  }
  for (const seat of queue) if (there.size < people) there.add(seat);
  return queue.filter((seat) => there.has(seat));
}

/** The place of whoever stands behind another in the order; the first place where nobody does. */
const placeBehind = (staff: readonly Uuid[], last: Uuid | null): number =>
  last === null
    ? 0
    : Math.max(
        0,
        staff.findIndex((seat) => seat > last),
      );
