import type { Uuid } from '../kernel/index.ts';
import { ruleFor, type Actor, type Mechanism } from '../mechanism/index.ts';
import type { Caller } from '../platform/identity/contract.ts';
import type { Nobody } from './life/nobody.rules.ts';
import type { MatterState } from './life/state.rules.ts';
import type { UnitState } from './life/state-parts.rules.ts';

/**
 * The unit through which a seat acts in this matter: its own, or for a head one below it. Overseers act as themselves even
 * where their own office helps with the matter, or the office's verdict would count as a co-unit's and move nothing; and whoever a
 * matter was raised to stands above its units.
 */
export function actingUnit(state: MatterState, caller: Caller | Nobody): UnitState | null {
  if (isRaisedTo(state, caller)) return null;
  if (caller.role !== 'handler' && caller.role !== 'head') return null;
  const own = state.units.find((u) => u.unit === caller.unit);
  if (own || caller.role !== 'head') return own ?? null;
  return state.units.find((u) => caller.units.includes(u.unit)) ?? null;
}

/** Whether the matter was raised to this very seat, and waits for its answer. */
export const isRaisedTo = ({ raised }: MatterState, { seat }: Caller | Nobody): boolean =>
  raised !== null && raised.seat === seat;

/**
 * Whether somebody fits one of the actors that a mechanism names. `circle`: while a matter begins, the seats that are named for sealed ones,
 * or the desk that takes it down.
 */
export function fits(
  actor: Actor,
  state: MatterState | null,
  caller: Caller | Nobody,
  unit: UnitState | null,
  circle: readonly Uuid[] = [],
): boolean {
  // An originator is one in the matters that they raised, and whoever may raise one before there is any.
  if (actor === 'originator') return caller.role === actor && (state === null || raisedBy(state, caller.seat));
  // Before a sealed matter is there, whoever is named for those to come is named for it.
  if (actor === 'helper') return state === null ? circle.includes(caller.seat!) : helpsIn(state, caller);
  // Nobody has a part in a matter by having taken it down: a desk is one while that begins, and no longer.
  if (actor === 'desk') return circle.includes(caller.seat!);
  if (actor === 'raised') return state !== null && isRaisedTo(state, caller);
  if (actor === 'appointed') return state !== null && state.appointed?.seat === caller.seat;
  const [part, role] = actor.split('.');
  if (part !== 'lead' && part !== 'co') return caller.role === actor;
  if (unit?.part !== part) return false;
  return role === undefined || role === caller.role;
}

/** Whether this seat may let that one go who helps: whoever only helps ends their own help and nobody else's. */
export const mayLetGo = (mechanism: Mechanism, state: MatterState, caller: Caller | Nobody, seat: Uuid): boolean =>
  seat === caller.seat ||
  (ruleFor(mechanism, 'unhelp')?.by ?? []).some(
    (actor) => actor !== 'helper' && fits(actor, state, caller, actingUnit(state, caller)),
  );

/** Whether this seat was asked to help. */
export const helpsIn = ({ helpers }: Pick<MatterState, 'helpers'>, { seat, role }: Caller | Nobody): boolean =>
  role !== 'originator' && helpers.some((helper) => helper.seat === seat);

const raisedBy = ({ originators }: Pick<MatterState, 'originators'>, id: Uuid): boolean =>
  originators.some((originator) => originator.id === id);
