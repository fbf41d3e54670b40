import { dayOf, deadline, no, ok, problem, type Result, type Uuid } from '../../kernel/index.ts';
import { hasGreen, limitFor, limitOf, type Mechanism } from '../../mechanism/index.ts';
import { redate, startClocks, stopClocks } from './clocks.rules.ts';
import { awaitsDecision, countsEveryUnit, waitsForDispatch } from './handed-back.rules.ts';
import { neverAnswered } from './former.rules.ts';
import { OWING } from './owing.rules.ts';
import type { Given } from './given.contract.ts';
import { explained, targetNames } from '../targets/target.policy.ts';
import { inThePast } from './due.rules.ts';
import type { Checked } from './ask.rules.ts';
import { openClock, type MatterState } from './state.rules.ts';
import type { ClockState, UnitState } from './state-parts.rules.ts';
import type { Effect } from './effect.rules.ts';

/** What acts do to the units of a matter: who leads, who helps, and what each has said. */
export function decideUnits(state: MatterState, ask: Checked): Result<Effect[]> {
  const unit = ask.unit;
  switch (ask.kind) {
    case 'assign':
      return assign(state, ask as Checked<'assign'>);
    case 'accept':
      return ok(unit ? [stance(unit, 'accepted')] : []);
    case 'refuse':
      return ok(unit ? [stance(unit, 'refused'), { do: 'bounce', unit: unit.unit }, ...counted(ask, unit)] : []);
    case 'answer':
      return answer(state, ask as Checked<'answer'>);
    case 'waive':
      return ok(waive(state, ask as Checked<'waive'>));
    case 'verify':
      return ok(state.units.filter((u) => u.stance === 'answered').map((u) => stance(u, 'done')));
    case 'return':
    case 'reopen':
      // Its own head sends a draft back, or the higher seat that owes the answer.
      if (state.draft) return ok([{ do: 'undraft' }]);
      return ok([
        ...(ask.mechanism.originators
          ? [{ do: 'anew' as const, ...(ask.kind === 'reopen' ? { former: true as const } : {}) }]
          : []),
        ...(state.waiver && state.waiver.granted !== false ? [{ do: 'waived' as const, granted: false }] : []),
        ...(state.settlement || state.outcome ? [{ do: 'undone' as const }] : []),
        // What was struck off while no unit had it is given back to none.
        ...state.units
          .filter((u) => u.part === 'lead' && !(neverAnswered(state) && u.stance === 'refused'))
          .map((u) => stance(u, 'returned')),
        // Asked again, and to accept again: what it said once was to an assignment that went on without it.
        ...state.units.filter((u) => u.stance === 'unawaited').map((u) => stance(u, 'assigned')),
        ...((ask.given as Given<'return'>).due
          ? [{ do: 'due' as const, due: (ask.given as Given<'return'>).due! }]
          : []),
      ]);
    default:
      return ok([]);
  }
}

const counted = ({ mechanism }: Checked, { unit }: UnitState): Effect[] =>
  countsEveryUnit(mechanism) ? [{ do: 'hand-back', unit }] : [];

const stance = (u: UnitState, said: UnitState['stance']): Effect => ({
  do: 'unit',
  unit: u.unit,
  part: u.part,
  stance: said,
});

/**
 * Assigning names the lead unit and the co-units, all of them. Who is no longer named leaves and is held to nothing; who is
 * named again after a refusal is asked again; who stays keeps stance and clocks.
 */
function assign(state: MatterState, ask: Checked<'assign'>): Result<Effect[]> {
  const { lead, co, due } = ask.given;
  const green = ask.given.green ?? state.green;
  if (ask.given.green && !hasGreen(ask.mechanism))
    return no(problem('matter.no-green-channel', {}, { pointer: '/given/green' }));
  if (co.includes(lead))
    return no(problem('matter.lead-is-co', { unit: ask.unitName(lead) }, { pointer: '/given/co' }));
  const twice = [...new Set(co.filter((unit, i) => co.indexOf(unit) !== i))];
  if (twice.length) return no(problem('matter.co-twice', { units: twice.map(ask.unitName) }, { pointer: '/given/co' }));
  const named: [Uuid, UnitState['part']][] = [[lead, 'lead'], ...co.map((u): [Uuid, 'co'] => [u, 'co'])];
  const leaving = state.units.filter((u) => !named.some(([unit]) => unit === u.unit));
  const formerLead = state.units.find((u) => u.part === 'lead');
  // The higher seat stands above the unit that leads, and reads the matter as that.
  if (state.raised && formerLead && formerLead.unit !== lead)
    return no(problem('matter.lower-first', {}, { pointer: '/given/lead' }));
  const asked = named.filter(([unit, part]) => {
    const old = state.units.find((u) => u.unit === unit);
    return !old || old.part !== part || old.stance === 'refused';
  });
  if (!asked.length && !leaving.length && !due && green === state.green)
    return no(problem('matter.assign-changes-nothing'));
  const { mechanism, now, calendar } = ask;
  const today = dayOf(now);
  // A day that has passed can be kept by nobody: the first assignment must name another, a later one falls back on the limit.
  const past = !due && !state.units.length ? inThePast(ask, state.due) : null;
  if (past) return no(past);
  const standing = state.due && state.due >= today ? state.due : null;
  const inherit = new Map(formerLead && formerLead.unit !== lead ? [[lead, formerLead.unit]] : []);
  const units = asked.map(([unit]) => unit);
  const starting = {
    mechanism,
    kind: 'assign',
    units,
    matter: true,
    due: due ?? null,
    standing,
    now,
    calendar,
    way: state.category?.way ?? [],
    green,
    hastened: green && !state.green,
  } as const;
  const starts = [
    ...startClocks(state, starting, inherit),
    ...(formerLead && formerLead.unit !== lead ? takeOver(state, formerLead.unit, lead) : []),
  ];
  // A new date for those who stay: their own open clocks are due then.
  const redue = due
    ? state.clocks.filter(
        (c) =>
          !c.stoppedAt &&
          c.unit &&
          !leaving.some((l) => l.unit === c.unit) &&
          mechanism.clocks[c.clock]?.limit === 'due',
      )
    : [];
  return ok([
    ...(green === state.green ? [] : [{ do: 'green' as const, on: green }]),
    ...(due ? [{ do: 'due' as const, due }] : []),
    ...asked.map(([unit, part]): Effect => ({ do: 'unit', unit, part, stance: 'assigned' })),
    ...units.filter((unit) => awaitsDecision(state, unit)).map((unit): Effect => ({ do: 'settled-on', unit })),
    // What another unit drafted is no answer of whoever leads now.
    ...(state.draft && formerLead?.unit !== lead ? [{ do: 'undraft' as const }] : []),
    ...redue.map((c) => redate(c, due!, now, calendar)),
    ...(starting.hastened ? hastened(state, leaving, starting) : []),
    ...stopClocks(state, now, (c) => letGo(leaving, c)),
    ...starts,
    ...withdrawn(state, (unit) => leaving.some((l) => l.unit === unit)),
    ...leaving.map((u): Effect => ({ do: 'leave', unit: u.unit })),
  ]);
}

/** Those who stay and whose time is shorter in the green channel have until then, counted from now. */
function hastened(state: MatterState, leaving: readonly UnitState[], on: HastenedBy): Effect[] {
  const { mechanism, way, now, calendar } = on;
  return state.clocks.flatMap((c): Effect[] => {
    const rule = mechanism.clocks[c.clock];
    if (c.stoppedAt || !c.unit || !rule?.green || leaving.some(({ unit }) => unit === c.unit)) return [];
    const due = deadline(calendar, limitOf(limitFor(rule, way, true)), dayOf(now), null);
    return due < c.due ? [redate(c, due, now, calendar)] : [];
  });
}
type HastenedBy = Pick<Checked, 'mechanism' | 'now' | 'calendar'> & { readonly way: readonly string[] };

/** What a leader asked of the lead unit is asked of whoever leads now, by the same day: their word does not end with an assignment. */
function takeOver(state: MatterState, from: Uuid, to: Uuid): Effect[] {
  return state.clocks.flatMap((c): Effect[] => {
    if (!c.aside || c.unit !== from || c.stoppedAt !== null || openClock(state, c.clock, to)) return [];
    const { clock, startedAt: at, limit, calendar, due, paused } = c;
    const whole = c.wholeDay ? { wholeDay: true as const } : {};
    const start: Effect = { do: 'start', clock, unit: to, aside: true, ...whole, at, limit, calendar, due };
    return paused ? [start, { do: 'hold', clock, unit: to, paused }] : [start];
  });
}

/**
 * The lead unit answers for the whole: not before its co-units have answered, or saying why without them. Those are then
 * held to nothing, and their stance says so; one that refused has said what it had to say.
 */
function answer(state: MatterState, ask: Checked<'answer'>): Result<Effect[]> {
  const unit = ask.unit;
  const short = explained(ask.mechanism, state, 'answer', unit);
  if (short.length && !ask.given.unreached)
    return no(
      problem(
        'matter.targets-unreached-unexplained',
        { targets: targetNames(ask.mechanism, short) },
        { status: 400, pointer: '/given/unreached' },
      ),
    );
  if (!unit) return ok(state.raised ? answerAbove(state, ask) : []);
  if (unit.part === 'co') return ok([stance(unit, 'answered'), ...withdrawn(state, (u) => u === unit.unit)]);
  const owing = state.units.filter((u) => u.part === 'co' && u.stance !== 'answered' && u.stance !== 'done');
  if (owing.length && !ask.given.withoutCo)
    return no(
      problem(
        'matter.co-units-not-answered',
        { units: owing.map((u) => ask.unitName(u.unit)) },
        { pointer: '/given/withoutCo' },
      ),
    );
  const released = stopClocks(state, ask.now, (c) => letGo(owing, c) || unneeded(ask.mechanism, c));
  const unawaited = owing.filter((u) => u.stance !== 'refused').map((u) => stance(u, 'unawaited'));
  const standing: Effect[] = ask.mechanism.originators ? [{ do: 'answered' }] : [];
  return ok([stance(unit, 'answered'), ...standing, ...unawaited, ...released, ...withdrawn(state, () => true)]);
}

/** A unit that has nothing to do here says so for the whole: none of its co-units is waited for. It is no answer. */
function waive(state: MatterState, { unit, now, mechanism }: Checked<'waive'>): Effect[] {
  return unit ? [{ do: 'waive' }, ...answersForAll(state, mechanism, unit, now)] : [];
}

/** One unit has said for the whole: none of the others is waited for, and extensions asked for are needed no more. */
export function answersForAll(state: MatterState, mechanism: Mechanism, unit: UnitState, now: Date): Effect[] {
  const owing = state.units.filter((u) => u.unit !== unit.unit && OWING.has(u.stance));
  return [
    stance(unit, 'answered'),
    ...owing.map((u) => stance(u, 'unawaited')),
    ...stopClocks(state, now, (c) => letGo(owing, c) || unneeded(mechanism, c)),
    ...withdrawn(state, () => true),
  ];
}

/** The higher seat answers for the whole and for every unit of it: none is waited for, and none is held to what it had not done. */
function answerAbove(state: MatterState, { mechanism, now }: Checked<'answer'>): Effect[] {
  const owing = state.units.filter((u) => u.stance !== 'answered' && u.stance !== 'done' && u.stance !== 'refused');
  return [
    ...owing.map((u) => stance(u, u.part === 'lead' ? 'answered' : 'unawaited')),
    ...(mechanism.originators ? [{ do: 'answered' as const }] : []),
    ...stopClocks(state, now, (c) => (c.unit === null ? unneeded(mechanism, c) : letGo(state.units, c) || 'release')),
    ...withdrawn(state, () => true),
  ];
}

/** What becomes of the clocks of units that are let go; one that refused was kept waiting and is held to nothing. */
function letGo(units: readonly UnitState[], clock: ClockState): 'release' | 'void' | false {
  const unit = units.find((u) => u.unit === clock.unit);
  return unit ? (unit.stance === 'refused' ? 'void' : 'release') : false;
}

/** Whoever assigns need find nobody any more for what was handed back, once the whole is answered. */
const unneeded = (mechanism: Mechanism, clock: ClockState): 'release' | false =>
  waitsForDispatch(mechanism, clock) && 'release';

/** Extensions still asked for by units that need none any more. */
const withdrawn = (state: MatterState, who: (unit: Uuid) => boolean): Effect[] =>
  state.asked.filter((a) => who(a.unit)).map((a) => ({ do: 'settle', unit: a.unit, granted: false }));
