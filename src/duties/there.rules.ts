import { dayOf, type Day, type Uuid } from '../kernel/index.ts';
import type { DutyRule } from './duty.contract.ts';

/** That somebody sat on a seat, from a moment on and until another: null while they still do. */
type Sat = { readonly seat: Uuid; readonly from: Date; readonly until: Date | null };

/**
 * Who of those who sit or sat on the seats of a unit is there on a day. Of a day that has begun: whoever held the seat on it, if only for
 * a part, so that whoever left at noon has had the duty of that day; of two who passed a seat on that day, the one who held it
 * first. Of a day to come: whoever holds it now. What is over therefore stays as it was, whoever comes or goes.
 */
export function thereOn<S extends Sat>(sat: readonly S[], now: Date): (day: Day) => readonly S[] {
  const today = dayOf(now);
  const stretches = sat
    .filter(({ from }) => from <= now)
    .toSorted((a, b) => a.from.getTime() - b.from.getTime())
    .map((one) => ({ one, first: dayOf(one.from), last: lastDay(one, now) }));
  return (day) => {
    const bySeat = new Map<Uuid, S>();
    for (const { one, first, last } of stretches) {
      const held = day > today ? last === null : first <= day && (last === null || day <= last);
      if (held && !bySeat.has(one.seat)) bySeat.set(one.seat, one);
    }
    // Ids tell time: whoever came later stands behind, and moves nobody before them.
    return [...bySeat.values()].toSorted((a, b) => (a.seat < b.seat ? -1 : 1));
  };
}

/** The last day on which somebody held a seat; null where they hold it now. */
const lastDay = ({ until }: Sat, now: Date): Day | null =>
  until === null || until > now ? null : dayOf(new Date(until.getTime() - 1));

/** Who takes part by a rule, in the order of their turns. */
export function takePart<S extends { readonly seat: Uuid }>({ eligible }: DutyRule, staff: readonly S[]): readonly S[] {
  if (!eligible) return staff;
  const among = new Set(eligible);
  return staff.filter(({ seat }) => among.has(seat));
}
