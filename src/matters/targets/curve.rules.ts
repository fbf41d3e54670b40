import { dayNumber, decimalOf, millionths, percentOf, type Day } from '../../kernel/index.ts';
import type { Standing } from './target.contract.ts';

/** How much is to be there by a day; days rise, and quantities never fall. */
type Point = { readonly on: Day; readonly quantity: string };

/** The whole plan, from nothing on the first day to all of it on the last. */
export const wholePlan = (target: {
  from: Day;
  by: Day;
  quantity: string;
  plan: readonly Point[];
}): readonly Point[] => [
  { on: target.from, quantity: '0' },
  ...target.plan.filter(({ on }) => on > target.from && on < target.by),
  { on: target.by, quantity: target.quantity },
];

/** Between two points nothing finer than a thousandth is planned: more digits would be nobody's plan. */
const GRAIN = 1000n;

/** How much is planned to be there by a day, in millionths: evenly between two points of the plan, and nothing before the first. */
export function plannedOn(plan: readonly Point[], day: Day): bigint {
  const next = plan.findIndex(({ on }) => on >= day);
  if (next < 0) return millionths(plan.at(-1)!.quantity);
  const to = plan[next]!;
  const from = plan[next - 1];
  if (!from) return to.on === day ? millionths(to.quantity) : 0n;
  const [begun, all] = [from, to].map(({ quantity }) => millionths(quantity)) as [bigint, bigint];
  const [passed, whole] = [BigInt(dayNumber(day) - dayNumber(from.on)), BigInt(dayNumber(to.on) - dayNumber(from.on))];
  const even = begun + ((all - begun) * passed) / whole;
  const told = passed === whole ? even : even - (even % GRAIN);
  return told < begun ? begun : told;
}

/** Plan and fact on the day of a reading. A reading says nothing of the days after it, so neither does this. */
export function standingOf(
  plan: readonly Point[],
  quantity: string,
  { on, value }: { readonly on: Day; readonly value: string },
): Standing {
  const planned = plannedOn(plan, on);
  const is = millionths(value);
  return {
    on,
    planned: decimalOf(planned),
    short: is < planned ? decimalOf(planned - is) : null,
    ahead: is > planned ? decimalOf(is - planned) : null,
    percent: percentOf(is, millionths(quantity)),
  };
}
