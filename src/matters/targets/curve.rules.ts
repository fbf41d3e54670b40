import {
  dayNumber,
  decimalOf,
  isCounted,
  isWhole,
  millionths,
  percentOf,
  wholeDown,
  wholeUp,
  type Day,
} from '../../kernel/index.ts';
import type { TargetState } from '../life/state-parts.rules.ts';
import type { Standing } from './target.contract.ts';

/** How much is to be there by a day; days rise, and quantities go one way. */
type Point = { readonly on: Day; readonly quantity: string };

/** What a target is compared by. */
type Aim = Pick<TargetState, 'from' | 'by' | 'quantity' | 'plan' | 'start' | 'sense'>;

/** The whole plan, from what was there on the first day to all of it on the last. */
export const wholePlan = (target: {
  from: Day;
  by: Day;
  quantity: string;
  plan: readonly Point[];
  start?: string | undefined;
}): readonly Point[] => [
  { on: target.from, quantity: target.start ?? '0' },
  ...target.plan.filter(({ on }) => on > target.from && on < target.by),
  { on: target.by, quantity: target.quantity },
];

/** Between two points nothing finer than a thousandth is planned: more digits would be nobody's plan. */
const GRAIN = 1000n;

/** How much is planned to be there by a day, in millionths: evenly between two points of the plan; before the first, what was there. */
export function plannedOn(plan: readonly Point[], day: Day): bigint {
  const next = plan.findIndex(({ on }) => on >= day);
  if (next < 0) return millionths(plan.at(-1)!.quantity);
  const to = plan[next]!;
  const from = plan[next - 1];
  if (!from) return millionths(to.quantity);
  const [begun, all] = [from, to].map(({ quantity }) => millionths(quantity)) as [bigint, bigint];
  const [passed, whole] = [BigInt(dayNumber(day) - dayNumber(from.on)), BigInt(dayNumber(to.on) - dayNumber(from.on))];
  if (passed === whole) return all;
  const even = begun + ((all - begun) * passed) / whole;
  const told = even - (even % GRAIN);
  // What falls is not called lower than it is planned to be.
  if (all < begun) return even === told ? told : least(told + GRAIN, begun);
  return told < begun ? begun : told;
}

const least = (a: bigint, b: bigint): bigint => (a < b ? a : b);

/**
 * Plan and fact as they are told. Of what is counted one by one, and promised and read in whole ones, the plan is whole too: two bridges
 * are what is short of 9.846 where eight stand, as nobody builds 0.846 of one. Rounded so that who is behind stays behind, and nobody else:
 * up for what is to be reached, down for what is not to be passed.
 */
export function toldStanding(target: Aim & Pick<TargetState, 'in'>, reading: { on: Day; value: string }): Standing {
  const exact = standingOf(target, reading);
  // A quarter of eighteen is a point of the plan and no part of a bridge: what is promised and read decides.
  const said = [target.quantity, target.start ?? '0', reading.value];
  if (!isCounted(target.in) || !said.every((one) => isWhole(millionths(one)))) return exact;
  const planned = (target.sense === 'most' ? wholeDown : wholeUp)(millionths(exact.planned));
  return { ...exact, ...against(planned, millionths(reading.value), target.sense) };
}

/** Plan and fact on the day of a reading. A reading says nothing of the days after it, so neither does this. */
export function standingOf(target: Aim, { on, value }: { readonly on: Day; readonly value: string }): Standing {
  const planned = plannedOn(wholePlan(target), on);
  const is = millionths(value);
  return { on, ...against(planned, is, target.sense), percent: progressOf(target, is) };
}

function against(planned: bigint, is: bigint, sense: Aim['sense']): Pick<Standing, 'planned' | 'short' | 'ahead'> {
  const better = sense === 'most' ? planned - is : is - planned;
  return {
    planned: decimalOf(planned),
    short: better < 0n ? decimalOf(-better) : null,
    ahead: better > 0n ? decimalOf(better) : null,
  };
}

/**
 * How much of the way from what was there to what is promised has been gone, in percent, rounded down; of a limit that counts up from
 * below, how much of it is used.
 */
function progressOf({ quantity, start = '0' }: Aim, is: bigint): string {
  const [to, from] = [millionths(quantity), millionths(start)];
  if (to === from) return is <= to ? '100' : '0';
  const [gone, whole] = to > from ? [is - from, to - from] : [from - is, from - to];
  return gone < 0n ? '0' : percentOf(gone, whole);
}

/** Whether what is promised is there: of a limit that counts up, whether it was held to the end. */
export function isReached(target: Aim, { on, value }: { readonly on: Day; readonly value: string }): boolean {
  const [is, all] = [millionths(value), millionths(target.quantity)];
  if (target.sense !== 'most') return is >= all;
  return is <= all && (on >= target.by || all < millionths(target.start ?? '0'));
}
