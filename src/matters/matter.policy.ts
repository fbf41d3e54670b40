import { dayOf, problem, type Problem, type Uuid } from '../kernel/index.ts';
import {
  ActKind,
  followsOf,
  phaseOf,
  ruleFor,
  stagesFor,
  type Actor,
  type Mechanism,
  type Phase,
} from '../mechanism/index.ts';
import type { Caller } from '../platform/identity/contract.ts';
import type { ActChoice, Stance } from './contract.ts';
import { inTime } from './life/clocks.rules.ts';
import { consentOf } from './life/consent.rules.ts';
import type { Child } from './life/state-parts.rules.ts';
import type { Ladder } from './life/nobody.rules.ts';
import { disputed } from './life/disputed.rules.ts';
import { partiesCase } from './parties/parties.policy.ts';
import { gateCase } from './gates/gate.policy.ts';
import { pressCase } from './press.policy.ts';
import { targetCase } from './targets/target.policy.ts';
import type { MatterState } from './life/state.rules.ts';
import type { Originator, UnitState } from './life/state-parts.rules.ts';

/**
 * The one policy of matters: who may do what, and why not. The server asks it before each act, and sends its answers to
 * the page so that a button that is off says why. What a seat may *read* is the second half, in `mayRead` and, behind it,
 * in the row-level security of migrations/0004_matters.sql.
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
 * The unit through which a seat acts in this matter: its own, or for a head one below it. Overseers act as themselves even
 * where their own office helps with the matter, or the office's verdict would count as a co-unit's and move nothing; and whoever a
 * matter was raised to stands above its units.
 */
export function actingUnit(state: MatterState, caller: Caller | Ladder): UnitState | null {
  if (isRaisedTo(state, caller)) return null;
  if (caller.role !== 'handler' && caller.role !== 'head') return null;
  const own = state.units.find((u) => u.unit === caller.unit);
  if (own || caller.role !== 'head') return own ?? null;
  return state.units.find((u) => caller.units.includes(u.unit)) ?? null;
}

/** Whether the matter was raised to this very seat, and waits for its answer. */
const isRaisedTo = ({ raised }: MatterState, { seat }: Caller | Ladder): boolean =>
  raised !== null && raised.seat === seat;

/** Whether somebody fits one of the actors that a mechanism names. */
function fits(
  actor: Actor,
  state: MatterState | null,
  caller: Caller | Ladder,
  unit: UnitState | null,
  circle: readonly Uuid[] = [],
): boolean {
  // An originator is one in the matters that they raised, and whoever may raise one before there is any.
  if (actor === 'originator') return caller.role === actor && (state === null || raisedBy(state, caller.seat));
  // Before a sealed matter is there, whoever is named for those to come is named for it.
  if (actor === 'helper') return state === null ? circle.includes(caller.seat!) : helpsIn(state, caller);
  if (actor === 'raised') return state !== null && isRaisedTo(state, caller);
  if (actor === 'appointed') return state !== null && state.appointed?.seat === caller.seat;
  const [part, role] = actor.split('.');
  if (part !== 'lead' && part !== 'co') return caller.role === actor;
  if (unit?.part !== part) return false;
  return role === undefined || role === caller.role;
}

/** Whether this seat may let that one go who helps: whoever only helps ends their own help and nobody else's. */
export const mayLetGo = (mechanism: Mechanism, state: MatterState, caller: Caller | Ladder, seat: Uuid): boolean =>
  seat === caller.seat ||
  (ruleFor(mechanism, 'unhelp')?.by ?? []).some(
    (actor) => actor !== 'helper' && fits(actor, state, caller, actingUnit(state, caller)),
  );

/** Whether this seat was asked to help. */
const helpsIn = ({ helpers }: Pick<MatterState, 'helpers'>, { seat, role }: Caller | Ladder): boolean =>
  role !== 'originator' && helpers.some((helper) => helper.seat === seat);

const raisedBy = ({ originators }: Pick<MatterState, 'originators'>, id: Uuid): boolean =>
  originators.some((originator) => originator.id === id);

/**
 * Why this seat may not do this act to this matter now; null when it may. `state` is null before the matter exists; `circle`: the seats
 * that are named for the sealed matters of the mechanism to come.
 */
export function whyNot(
  mechanism: Mechanism,
  state: MatterState | null,
  caller: Caller | Ladder,
  kind: ActKind,
  now: Date,
  children: readonly Child[] = [],
  circle: readonly Uuid[] = [],
): Problem | null {
  const rule = ruleFor(mechanism, kind);
  if (!rule) return problem('matter.act-not-in-mechanism', { act: kind }, { status: 403 });
  const unit = state && actingUnit(state, caller);
  if (!rule.by.some((actor) => fits(actor, state, caller, unit, circle)))
    return problem('matter.not-your-act', { act: kind, by: rule.by }, { status: 403 });
  if (!state) return kind === 'register' ? null : problem('matter.not-registered');
  if (kind === 'register') return problem('matter.already-registered');
  const stages = stagesFor(mechanism, kind);
  const stances = STANCES[kind];
  // A co-unit works beside the lead. Its stance alone says what it may do, until the whole is answered: the stage tells how
  // far the lead has come, and a co-unit may neither be kept from refusing by it nor run late while the lead refuses.
  const beside = unit?.part === 'co' && stances && !DONE.has(phaseOf(mechanism, state.stage));
  // And the seat to which it was raised answers from wherever it stands.
  const above = kind === 'answer' && isRaisedTo(state, caller) && !DONE.has(phaseOf(mechanism, state.stage));
  if (!stages.includes(state.stage) && !beside && !above)
    return problem('matter.stage-forbids-act', { act: kind, stage: state.stage, stages });
  if (unit && stances && !stances.includes(unit.stance))
    return problem('matter.stance-forbids-act', { act: kind, stance: unit.stance });
  return (
    specialCase(mechanism, state, kind, unit, now) ??
    raisedCase(mechanism, state, kind, unit, caller) ??
    pressCase(mechanism, state, kind, unit) ??
    heldByChildren(mechanism, kind, unit, children) ??
    partiesCase(state, kind, now) ??
    targetCase(state, kind) ??
    gateCase(mechanism, state, kind, unit)
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
      if (!inTime(clock.due, now))
        return problem('matter.extension-after-deadline', { due: clock.due, today: dayOf(now) });
      return state.asked.some((a) => a.unit === unit?.unit) ? problem('matter.extension-already-asked') : null;
    }
    case 'unhelp':
      return state.helpers.length ? null : problem('matter.nobody-helps');
    // Raised above it, the unit no longer says what becomes of the whole.
    case 'waive':
      return state.raised ? problem('matter.raised-answers') : null;
    case 'exempt':
      return state.waiver?.granted === null ? null : problem('matter.nothing-waived');
    case 'remind':
      return state.units.length ? null : problem('matter.nobody-to-remind');
    default:
      return null;
  }
}

/** What stands against an act for the sake of those who raised the matter, or of how it was judged. */
function raisedCase(
  mechanism: Mechanism,
  state: MatterState,
  kind: ActKind,
  unit: UnitState | null,
  caller: Caller | Ladder,
): Problem | null {
  switch (kind) {
    case 'assign':
      return mechanism.scheme && !state.category ? problem('matter.classify-first') : null;
    case 'refuse': {
      const { again } = ruleFor(mechanism, kind) ?? {};
      return unit?.part === 'lead' && again && state.entered[again] ? problem('matter.decided-for-good') : null;
    }
    case 'inquire':
      if (!state.originators.length) return problem('matter.nobody-raised-it');
      return state.question ? problem('matter.already-asked') : null;
    case 'reply':
      return state.question ? null : problem('matter.nothing-asked');
    // Its own head sends a draft back, the supervision office an answer.
    case 'return':
      if (unit || isRaisedTo(state, caller)) return state.draft ? null : problem('matter.no-draft');
      return state.draft ? problem('matter.draft-is-the-heads') : null;
    case 'evaluate':
      if (!state.answer) return problem('matter.nothing-answered');
      return state.evaluations.some(({ by }) => by === caller.seat) ? problem('matter.already-evaluated') : null;
    case 'draw':
      if (!state.answer) return problem('matter.nothing-answered');
      return state.drawn ? problem('matter.already-drawn') : null;
    case 'publish':
      return publishCase(state);
    case 'withdraw':
      return state.published ? null : problem('matter.nothing-published');
    case 'callback':
      if (!state.answer) return problem('matter.nothing-answered');
      return state.originators.length ? null : problem('matter.nobody-raised-it');
    case 'exclude':
      if (!disputed(state)) return problem('matter.nothing-to-exclude');
      return ruleFor(mechanism, 'callback') && !state.callback ? problem('matter.call-back-first') : null;
    case 'review': {
      const { exclusion } = state;
      const own = exclusion?.seat === caller.seat || exclusion?.account === caller.account;
      return own ? problem('matter.review-by-another') : null;
    }
    case 'close':
      return disputed(state) ? problem('matter.still-disputed') : null;
    default:
      return null;
  }
}

/** What stands against publishing: it is nobody's to give away but theirs who raised it, each of them by their own word. */
function publishCase(state: MatterState): Problem | null {
  if (!state.answer) return problem('matter.nothing-answered');
  if (state.confidential) return problem('matter.publish-confidential');
  if (disputed(state)) return problem('matter.still-disputed');
  const consent = consentOf(state);
  if (consent === null) return problem('matter.consent-missing');
  return consent ? null : problem('matter.consent-refused');
}

/** Whether an act is somebody's to choose: what follows of itself is nobody's to do, and no button that is off. */
export const canBeChosen = (mechanism: Mechanism, kind: ActKind): boolean =>
  kind !== 'register' && (ruleFor(mechanism, kind)?.by.some((actor) => actor !== 'ladder') ?? false);

/** What waits for the matters below: what the mechanism says, and going on in another matter, which would leave them behind. */
function heldByChildren(
  { children: rule }: Mechanism,
  kind: ActKind,
  unit: UnitState | null,
  children: readonly Child[],
): Problem | null {
  const until = kind === 'join' ? 'closed' : rule?.hold?.[kind];
  // A co-unit answers for its own part alone.
  if (!until || unit?.part === 'co') return null;
  const open = children.filter(({ phase }) => phase !== 'closed' && !(until === 'answered' && phase === 'answered'));
  return open.length ? problem(`matter.children-not-${until}`, { children: open.map(({ number }) => number) }) : null;
}

/** The policy's answer for every act that the mechanism has, in the engine's order, for the page. `children`: what stands below. */
export function choices(
  mechanism: Mechanism,
  state: MatterState,
  caller: Caller,
  now: Date,
  children: readonly Child[] = [],
): ActChoice[] {
  const as = actingUnit(state, caller)?.part === 'co' ? 'co' : 'whole';
  return ActKind.options
    .filter((kind) => canBeChosen(mechanism, kind))
    .map((kind) => {
      const why = whyNot(mechanism, state, caller, kind, now, children);
      const params = { ...why?.params };
      return {
        kind,
        allowed: why === null,
        code: why?.code ?? null,
        params,
        give: ruleFor(mechanism, kind)?.give ?? [],
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
export const mayKnow = (caller: Caller, { id, unnamed }: Originator): boolean =>
  !unnamed || OVERSEERS.includes(caller.role) || id === caller.seat;

/**
 * Why what is personal of a matter stays masked for this seat; null for who needs it: the lead unit while it works on the matter, as it
 * calls and calls on whoever raised it, and the overseers. Shown it is for a purpose, which is noted.
 */
export function whyMasked(state: MatterState, caller: Caller): Problem | null {
  if (state.sealed) return helpsIn(state, caller) ? null : problem('matter.personal-lead-only', {}, { status: 403 });
  if (OVERSEERS.includes(caller.role)) return null;
  const unit = actingUnit(state, caller);
  if (unit?.part !== 'lead') return problem('matter.personal-lead-only', {}, { status: 403 });
  if (state.phase === 'closed') return problem('matter.personal-closed', {}, { status: 403 });
  const known = state.originators.some((one) => mayKnow(caller, one));
  return state.originators.length && !known ? problem('matter.personal-unnamed', {}, { status: 403 }) : null;
}

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
