import { dayOf, MEASURES, measuresLike, type Calendar, type Day } from '../../kernel/index.ts';
import { OWN, type Mechanism } from '../../mechanism/index.ts';
import type { MatterState } from '../life/state.rules.ts';
import type { TargetState } from '../life/state-parts.rules.ts';
import { toldStanding, wholePlan } from './curve.rules.ts';
import type { TargetsView, TargetView } from './target.contract.ts';
import { cadenceOf, signedOn, wantedOf } from './wanted.rules.ts';

/** The day and the calendar by which readings are wanted. */
export type Today = { readonly now: Date; readonly calendar: Calendar };

/** What matters of a mechanism may promise a quantity of, and the units in which each may be given; `held`: what one has promised. */
export const knownTargets = (
  rules: NonNullable<Mechanism['targets']>,
  held: readonly TargetState[] = [],
): TargetsView['known'] =>
  Object.entries(rules).map(([target, { name, in: unit }]) => {
    const promised = held.find((one) => one.target === target);
    const own = promised?.in ?? (unit === OWN ? MEASURES[0] : unit);
    const also = unit === OWN && !promised ? MEASURES : measuresLike(own);
    return { target, name, in: own, also, own: unit === OWN };
  });

/** What a matter promises a quantity of, as its page shows it; null under a mechanism that measures nothing. */
export function viewTargets(mechanism: Mechanism, state: MatterState, today: Today): TargetsView | null {
  const { targets: rules } = mechanism;
  if (!rules) return null;
  return {
    rows: viewHeld(mechanism, state, today),
    known: knownTargets(rules, state.targets),
  };
}

/** The targets that a matter has, each with its plan, its readings and where it stands; of a closed one no more readings are wanted. */
export function viewHeld(mechanism: Mechanism, state: MatterState, today: Today): TargetView[] {
  const signed = signedOn(mechanism, state);
  return state.targets.map((held) => viewTarget(mechanism, held, signed, state.phase === 'closed' ? null : today));
}

function viewTarget({ targets = {} }: Mechanism, held: TargetState, signed: Day, today: Today | null): TargetView {
  const { target, in: unit, quantity, start = null, sense = 'least', from, by, readings } = held;
  const last = readings.at(-1);
  return {
    target,
    name: targets[target]?.name ?? { zh: target, en: target },
    in: unit,
    quantity,
    start,
    sense,
    from,
    by,
    plan: [...wholePlan(held)],
    readings,
    standing: last ? toldStanding(held, last) : null,
    wanted:
      today && wantedOf(cadenceOf({ from, by, signed }, targets[target], dayOf(today.now), today.calendar), readings),
  };
}
