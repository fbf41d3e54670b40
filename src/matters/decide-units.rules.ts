import { no, ok, problem, type Result, type Uuid } from '../kernel/index.ts';
import { redate, startClocks, stopClocks } from './clocks.rules.ts';
import type { Given } from './contract.ts';
import type { Checked } from './ask.rules.ts';
import type { Effect, MatterState, UnitState } from './state.rules.ts';

/** What acts do to the units of a matter: who leads, who helps, and what each has said. */
export function decideUnits(state: MatterState, ask: Checked): Result<Effect[]> {
  const unit = ask.unit;
  switch (ask.kind) {
    case 'assign':
      return assign(state, ask as Checked<'assign'>);
    case 'accept':
      return ok(unit ? [stance(unit, 'accepted')] : []);
    case 'refuse':
      return ok(unit ? [stance(unit, 'refused'), { do: 'bounce', unit: unit.unit }] : []);
    case 'answer':
      return answer(state, ask as Checked<'answer'>);
    case 'verify':
      return ok(state.units.filter((u) => u.stance === 'answered').map((u) => stance(u, 'done')));
    case 'return':
    case 'reopen':
      return ok([
        ...state.units.filter((u) => u.part === 'lead').map((u) => stance(u, 'returned')),
        ...((ask.given as Given<'return'>).due
          ? [{ do: 'due' as const, due: (ask.given as Given<'return'>).due! }]
          : []),
      ]);
    default:
      return ok([]);
  }
}

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
  if (co.includes(lead))
    return no(problem('matter.lead-is-co', { unit: ask.unitName(lead) }, { pointer: '/given/co' }));
  if (new Set(co).size !== co.length) return no(problem('matter.co-twice', {}, { pointer: '/given/co' }));
  const named: [Uuid, UnitState['part']][] = [[lead, 'lead'], ...co.map((u): [Uuid, 'co'] => [u, 'co'])];
  const leaving = state.units.filter((u) => !named.some(([unit]) => unit === u.unit));
  const formerLead = state.units.find((u) => u.part === 'lead');
  const asked = named.filter(([unit, part]) => {
    const old = state.units.find((u) => u.unit === unit);
    return !old || old.part !== part || old.stance === 'refused';
  });
  if (!asked.length && !leaving.length && !due) return no(problem('matter.assign-changes-nothing'));
  const day = due ?? state.due;
  const inherit = new Map(formerLead && formerLead.unit !== lead ? [[lead, formerLead.unit]] : []);
  const { mechanism, now, calendar } = ask;
  const starts = startClocks(
    state,
    { mechanism, kind: 'assign', units: asked.map(([u]) => u), due: day, now, calendar },
    inherit,
  );
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
    ...(due ? [{ do: 'due' as const, due }] : []),
    ...asked.map(([unit, part]): Effect => ({ do: 'unit', unit, part, stance: 'assigned' })),
    ...redue.map((c) => redate(c, due!)),
    ...stopClocks(state, now, (c) => (leaving.some((l) => l.unit === c.unit) ? 'void' : false)),
    ...starts,
    ...withdrawn(state, (unit) => leaving.some((l) => l.unit === unit)),
    ...leaving.map((u): Effect => ({ do: 'leave', unit: u.unit })),
  ]);
}

/** The lead unit answers for the whole: not before its co-units have answered, or saying why without them. */
function answer(state: MatterState, ask: Checked<'answer'>): Result<Effect[]> {
  const unit = ask.unit;
  if (!unit) return ok([]);
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
  const released = stopClocks(state, ask.now, (c) => (owing.some((u) => u.unit === c.unit) ? 'void' : false));
  return ok([stance(unit, 'answered'), ...released, ...withdrawn(state, () => true)]);
}

/** Extensions still asked for by units that need none any more. */
const withdrawn = (state: MatterState, who: (unit: Uuid) => boolean): Effect[] =>
  state.asked.filter((a) => who(a.unit)).map((a) => ({ do: 'settle', unit: a.unit, granted: false }));
