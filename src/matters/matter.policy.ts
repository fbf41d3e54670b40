import { dayOf, problem, type Problem, type Uuid } from '../kernel/index.ts';
import { ActKind, followsOf, phaseOf, ruleFor, stagesFor, type Mechanism, type Phase } from '../mechanism/index.ts';
import type { Caller } from '../platform/identity/contract.ts';
import type { ActChoice, Stance } from './contract.ts';
import { earlyFor } from './life/early.rules.ts';
import { hourOf, inTime } from './life/ends.rules.ts';
import type { Child } from './life/state-parts.rules.ts';
import type { Nobody } from './life/nobody.rules.ts';
import { conflictCase } from './parties/conflicted.policy.ts';
import { partiesCase } from './parties/parties.policy.ts';
import { gateCase } from './gates/gate.policy.ts';
import type { Taken } from './gates/taken.rules.ts';
import { pressCase } from './press.policy.ts';
import { carriedCloseCase, carryCase, exemptCase } from './catalogues/catalogue.policy.ts';
import { explained, targetCase } from './targets/target.policy.ts';
import type { MatterState } from './life/state.rules.ts';
import { actingUnit, fits, helpsIn, isRaisedTo } from './actor.policy.ts';
import { raisedCase } from './raised/raised.policy.ts';
import { heldByChildren } from './children/children.policy.ts';
import type { Originator, UnitState } from './life/state-parts.rules.ts';

/**
 * The one policy of matters: who may do what, and why not. The server asks it before each act, and sends its answers to
 * the page so that a button that is off says why. Who a seat is in a matter is said by actor.policy.ts; what stands against an act for the
 * sake of one subject by that subject's own policy, asked by `whyNot`. What a seat may *read* is the second half, in `mayRead` and, behind
 * it, in the row-level security of migrations/0004_matters.sql.
 */

/** Stances from which a unit's act makes sense; acts not named here do not depend on the unit's stance. */
const STANCES: Partial<Record<ActKind, readonly Stance[]>> = {
  accept: ['assigned'],
  refuse: ['assigned'],
  report: ['accepted', 'returned'],
  answer: ['accepted', 'returned'],
  waive: ['assigned', 'accepted', 'returned'],
  extend: ['assigned', 'accepted', 'returned'],
  promise: ['accepted', 'returned'],
  propose: ['accepted', 'returned'],
  measure: ['accepted', 'returned'],
};

/** Phases in which the units owe nothing. */
const DONE: ReadonlySet<Phase> = new Set(['answered', 'closed']);

/**
 * Why this seat may not do this act to this matter now; null when it may. `state` is null before the matter exists; `circle`: while it
 * begins, the seats that are named for the sealed matters of the mechanism to come, or the desk that takes it down; `taken`: when what is told now was measured.
 */
export function whyNot(
  mechanism: Mechanism,
  state: MatterState | null,
  caller: Caller | Nobody,
  kind: ActKind,
  now: Date,
  children: readonly Child[] = [],
  circle: readonly Uuid[] = [],
  taken: Taken | null = null,
): Problem | null {
  const rule = ruleFor(mechanism, kind);
  if (!rule) return problem('matter.act-not-in-mechanism', { act: kind }, { status: 403 });
  const unit = state && actingUnit(state, caller);
  const as = rule.by.filter((actor) => fits(actor, state, caller, unit, circle));
  if (!as.length) return problem('matter.not-your-act', { act: kind, by: rule.by }, { status: 403 });
  if (!state) return kind === 'register' ? null : problem('matter.not-registered');
  if (kind === 'register') return problem('matter.already-registered');
  const stages = stagesFor(mechanism, kind);
  const stances = STANCES[kind];
  // A co-unit works beside the lead. Its stance alone says what it may do, until the whole is answered: the stage tells how
  // far the lead has come, and a co-unit may neither be kept from refusing by it nor run late while the lead refuses.
  const beside = unit?.part === 'co' && stances && !DONE.has(phaseOf(mechanism, state.stage));
  // And the seat to which it was raised answers from wherever it stands.
  const above = kind === 'answer' && isRaisedTo(state, caller) && !DONE.has(phaseOf(mechanism, state.stage));
  // Whoever else is named for a sealed matter works on, and leaves the answer to the seat that it was raised to.
  if (state.sealed && state.raised && kind === 'answer' && !isRaisedTo(state, caller))
    return problem('matter.raised-answers-named');
  if (!stages.includes(state.stage) && !beside && !above)
    return problem('matter.stage-forbids-act', { act: kind, stage: state.stage, stages });
  if (unit && stances && !stances.includes(unit.stance))
    return problem('matter.stance-forbids-act', { act: kind, stance: unit.stance });
  return (
    specialCase(mechanism, state, kind, unit, now) ??
    raisedCase(mechanism, state, kind, unit, caller) ??
    pressCase(mechanism, state, kind, unit) ??
    heldByChildren(mechanism, kind, unit, children) ??
    conflictCase(state, kind, caller.seat, as) ??
    partiesCase(state, kind) ??
    targetCase(mechanism, state, kind, unit) ??
    gateCase(mechanism, state, kind, unit, taken)
  );
}

function specialCase(
  mechanism: Mechanism,
  state: MatterState,
  kind: ActKind,
  unit: UnitState | null,
  now: Date,
): Problem | null {
  switch (kind) {
    case 'pause':
      if (state.paused) return problem('matter.already-paused');
      return state.clocks.some((c) => !c.stoppedAt && mechanism.clocks[c.clock]?.pausable)
        ? null
        : problem('matter.nothing-to-pause');
    case 'resume':
      return state.paused ? null : problem('matter.not-paused');
    case 'grant':
    case 'deny':
      return state.asked.length ? null : problem('matter.no-extension-asked');
    case 'extend': {
      const clock = state.clocks.find(
        (c) => c.unit === unit?.unit && !c.stoppedAt && mechanism.clocks[c.clock]?.extendable,
      );
      if (!clock) return problem('matter.nothing-to-extend');
      if (clock.paused) return problem('matter.paused-needs-no-extension');
      if (!inTime(clock, now))
        return problem('matter.extension-after-deadline', {
          due: clock.due,
          hour: hourOf(clock),
          today: dayOf(now),
        });
      return state.asked.some((a) => a.unit === unit?.unit) ? problem('matter.extension-already-asked') : null;
    }
    case 'unhelp':
      return state.helpers.length ? null : problem('matter.nobody-helps');
    // Raised above it, the unit no longer says what becomes of the whole.
    case 'waive':
      return state.raised ? problem('matter.raised-answers') : null;
    case 'exempt':
      return exemptCase(state);
    case 'carry':
      return carryCase(state);
    case 'close':
      return carriedCloseCase(state);
    case 'remind':
      return state.units.length || state.sealed ? null : problem('matter.nobody-to-remind');
    default:
      return null;
  }
}

/** Whether an act is somebody's to choose: what follows of itself, or comes with a table, is no button, and none that is off. */
export const canBeChosen = (mechanism: Mechanism, kind: ActKind): boolean =>
  kind !== 'register' &&
  kind !== 'carry' &&
  (ruleFor(mechanism, kind)?.by.some((actor) => actor !== 'ladder' && actor !== 'source') ?? false);

/** The policy's answer for every act that the mechanism has, in the engine's order, for the page. `children`: what stands below. */
export function choices(
  mechanism: Mechanism,
  state: MatterState,
  caller: Caller,
  now: Date,
  children: readonly Child[] = [],
): ActChoice[] {
  const unit = actingUnit(state, caller);
  const as = unit?.part === 'co' ? 'co' : 'whole';
  return ActKind.options
    .filter((kind) => canBeChosen(mechanism, kind) && (kind !== 'forget' || state.erasing?.agreed === null))
    .map((kind) => {
      const why = whyNot(mechanism, state, caller, kind, now, children);
      const params = { ...why?.params };
      return {
        kind,
        allowed: why === null,
        code: why?.code ?? null,
        params,
        give: ruleFor(mechanism, kind)?.give ?? [],
        unreached: [...explained(mechanism, state, kind, unit)],
        early: earlyFor(mechanism, state, kind, unit, now),
        within: ruleFor(mechanism, kind)?.within ?? null,
        follows: followsOf(mechanism, kind, as),
      };
    });
}

/** Roles that oversee the whole city and read what is not open to all of it. */
export const OVERSEERS: readonly string[] = ['supervisor', 'mayor', 'system'];

/**
 * Whether somebody may read a matter, by itself or from one that stands above it (`above`, as far up as it may be read from).
 * Row-level security says the same of the rows; a test compares the two.
 */
export const mayRead = (
  caller: Reader,
  {
    visibility,
    confidential,
    units,
    originators,
    helpers,
    sealed,
  }: Pick<MatterState, 'visibility' | 'confidential' | 'units' | 'originators' | 'helpers' | 'sealed'>,
  above: readonly ReadAbove[] = [],
): boolean =>
  mayReadRow(caller, {
    openToCity: visibility === 'city' && !confidential,
    units: units.map((u) => u.unit),
    originators: originators.map((o) => o.id),
    helpers: helpers.map((h) => h.seat),
    above,
    sealed,
  });

/** Whether a seat may know of one of those who raised a matter. Who asked to be unnamed is known to the overseers alone. */
export const mayKnow = (caller: Caller, { id, unnamed }: Pick<Originator, 'id' | 'unnamed'>): boolean =>
  !unnamed || OVERSEERS.includes(caller.role) || id === caller.seat;

/**
 * Whether a seat may know which enterprise one of those who raised a matter is: the overseers, and the units that have it in hand where they
 * may know of them. Not who only reads it, nor of what is sealed anybody. `firms_behind` says the same in the database.
 */
export const mayKnowFirm = (
  caller: Caller,
  { sealed, units }: Pick<MatterState, 'sealed' | 'units'>,
  one: Pick<Originator, 'id' | 'unnamed'>,
): boolean =>
  !sealed &&
  mayKnow(caller, one) &&
  (OVERSEERS.includes(caller.role) || units.some(({ unit }) => caller.units.includes(unit)));

/**
 * Whether a seat may hear what one who raised a matter thinks of its answer. Where they asked that the units not know who judges, and the
 * units know who raised it, the overseers alone do: a judgement without its name tells it all the same where few could have given it.
 */
export function mayHear(
  caller: Pick<Caller, 'role' | 'seat'>,
  { by, unnamed }: { readonly by: Uuid | null; readonly unnamed: boolean },
  raisers: readonly Pick<Originator, 'id' | 'unnamed'>[],
): boolean {
  if (!unnamed || by === caller.seat || OVERSEERS.includes(caller.role)) return true;
  return raisers.some((one) => one.id === by && one.unnamed);
}

/**
 * Why what is personal of a matter stays masked for this seat; null for who needs it: the lead unit while it works on the matter, as it
 * calls and calls on whoever raised it, and the overseers; of a part of it the lead unit of the whole too (`above`, where it is read).
 * Shown it is for a purpose, which is noted.
 */
export function whyMasked(state: MatterState, caller: Caller, above: MatterState | null = null): Problem | null {
  if (state.sealed) return helpsIn(state, caller) ? null : problem('matter.personal-lead-only', {}, { status: 403 });
  if (OVERSEERS.includes(caller.role)) return null;
  const unit = actingUnit(state, caller);
  if (unit?.part !== 'lead' && above && state.concerns) return whyMasked(above, caller);
  if (unit?.part !== 'lead') return problem('matter.personal-lead-only', {}, { status: 403 });
  if (state.phase === 'closed') return problem('matter.personal-closed', {}, { status: 403 });
  const whose = whoseWords(state);
  const known = whose.some((one) => mayKnow(caller, one));
  return whose.length && !known ? problem('matter.personal-unnamed', {}, { status: 403 }) : null;
}

/** Those with whose keys what is personal in the words of a matter may be sealed, besides the matter's own. */
export const whoseWords = ({
  originators,
  concerns,
}: Pick<MatterState, 'originators' | 'concerns'>): Pick<Originator, 'id' | 'unnamed'>[] =>
  concerns ? [...originators, concerns] : originators;

/** What of a caller decides what they may read. */
type Reader = Pick<Caller, 'role' | 'seat' | 'units'>;
/** What decides who reads the matter above. */
export type ReadAbove = {
  readonly openToCity: boolean;
  readonly units: readonly Uuid[];
  readonly helpers: readonly Uuid[];
};
type Readable = ReadAbove & {
  readonly originators: readonly Uuid[];
  readonly sealed: boolean;
  readonly above: readonly ReadAbove[];
};

/** The same, of a matter's row. An originator reads what they raised and nothing else, though it be open to all the city's seats. */
export function mayReadRow(caller: Reader, { originators, above, sealed, ...own }: Readable): boolean {
  if (caller.role === 'originator') return originators.includes(caller.seat);
  if (sealed) return own.helpers.includes(caller.seat);
  return [own, ...above].some(
    ({ openToCity, units, helpers }) =>
      OVERSEERS.includes(caller.role) ||
      openToCity ||
      helpers.includes(caller.seat) ||
      units.some((unit) => caller.units.includes(unit)),
  );
}
