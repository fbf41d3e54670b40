import { dayOf, no, ok, problem, type Day, type Problem, type Result, type Uuid } from '../kernel/index.ts';
import { numberFor, phaseOf, ruleFor } from '../mechanism/index.ts';
import { startClocks, stopByAct, stopClocks } from './clocks.rules.ts';
import { Given } from './contract.ts';
import { decideTime } from './decide-time.rules.ts';
import { decideUnits } from './decide-units.rules.ts';
import type { Ask, Checked, Opening } from './ask.rules.ts';
import { actingUnit, whyNot } from './matter.policy.ts';
import type { Effect, MatterAct, MatterState } from './state.rules.ts';

/**
 * Decides an act: the act as it will stand in the ledger, or why it may not be. Pure: the same question gets the same
 * answer, here, on the page's server, and when a mechanism is simulated.
 */
export function decide(state: MatterState | null, ask: Ask, opening?: Opening): Result<MatterAct> {
  const why = whyNot(ask.mechanism, state, ask.caller, ask.kind, ask.now);
  if (why) return no(why);
  const given = Given[ask.kind].safeParse(ask.given);
  if (!given.success) {
    const errors = given.error.issues.map((i) =>
      problem('matter.given', { what: i.message }, { status: 400, pointer: `/given/${i.path.join('/')}` }),
    );
    return no(problem('matter.given-malformed', { act: ask.kind }, { status: 400, errors }));
  }
  const unit = state && actingUnit(state, ask.caller);
  const checked = { ...ask, given: given.data, unit } as Checked;
  const lacking = demanded(checked);
  if (lacking) return no(lacking);
  const effects = state ? effectsOf(state, checked) : open(checked, opening);
  if (!effects.ok) return effects;
  const at = instantAfter(state, ask.now);
  const act = {
    id: ask.id,
    seq: (state?.seq ?? 0) + 1,
    kind: ask.kind,
    at,
    seat: ask.caller.seat,
    unit: unit?.unit ?? null,
  };
  return ok({ ...act, given: given.data as Record<string, unknown>, effects: effects.value });
}

/** Time does not run backwards within a matter, even where two servers' clocks disagree. */
const instantAfter = (state: MatterState | null, now: Date): string => {
  const at = now.toISOString();
  return state && at < state.updatedAt ? state.updatedAt : at;
};

/** What the mechanism demands and the person did not give. */
function demanded(ask: Checked): Problem | null {
  const given = ask.given as Record<string, unknown>;
  for (const demand of ruleFor(ask.mechanism, ask.kind)?.give ?? []) {
    const missing = demand === 'evidence' ? !(given['files'] as unknown[] | undefined)?.length : !given[demand];
    if (missing)
      return problem(
        `matter.give-${demand}`,
        { act: ask.kind },
        { status: 400, pointer: `/given/${demand === 'evidence' ? 'files' : demand}` },
      );
  }
  return null;
}

function open(ask: Checked, opening: Opening | undefined): Result<Effect[]> {
  if (!opening) return no(problem('matter.not-registered'));
  const { mechanism, version } = ask;
  const { year, round, n } = opening;
  const number = numberFor(mechanism.number, { year, round: round?.number ?? null, n });
  const first: Effect = {
    do: 'open',
    mechanism: mechanism.key,
    version,
    number,
    n,
    round: round?.id ?? null,
    visibility: mechanism.visibility,
  };
  return ok([first, ...stageAfter(null, ask)]);
}

/** The stage that the act leads to. A co-unit's act never moves the matter. */
function stageAfter(state: MatterState | null, ask: Checked): Effect[] {
  const to = ruleFor(ask.mechanism, ask.kind)?.to;
  if (!to || ask.unit?.part === 'co' || (state?.stage === to && ask.kind !== 'assign')) return [];
  return [{ do: 'stage', to, phase: phaseOf(ask.mechanism, to) }];
}

function effectsOf(state: MatterState, ask: Checked): Result<Effect[]> {
  const own = particular(state, ask);
  if (!own.ok) return own;
  const { mechanism, now, calendar, kind, unit } = ask;
  const to = ruleFor(mechanism, kind)?.to;
  // What closes the matter stops every clock there is: nothing closed is ever escalated.
  const closing = to !== undefined && phaseOf(mechanism, to) === 'closed';
  const stopped = closing ? stopClocks(state, now, () => 'judge') : stopByAct(state, mechanism, kind, unit, now);
  // Assigning starts clocks unit by unit, with the time left of a unit that refused; a co-unit's act starts none.
  const starts = kind !== 'assign' && unit?.part !== 'co';
  const due = dueOf(ask);
  const started = starts
    ? startClocks(state, { mechanism, kind, units: restarted(state, ask), due, now, calendar })
    : [];
  return ok([...stageAfter(state, ask), ...own.value, ...stopped, ...started]);
}

/** A returned or reopened matter is the lead unit's again. */
const restarted = (state: MatterState, ask: Checked): Uuid[] =>
  ask.kind === 'return' || ask.kind === 'reopen' ? state.units.filter((u) => u.part === 'lead').map((u) => u.unit) : [];

const dueOf = (ask: Checked): Day | null => ('due' in ask.given ? (ask.given.due ?? null) : null);

/** What is particular to each kind of act, besides stage and clocks. */
function particular(state: MatterState, ask: Checked): Result<Effect[]> {
  const due = dueOf(ask);
  if (due && due < dayOf(ask.now))
    return no(problem('matter.due-in-the-past', { due, today: dayOf(ask.now) }, { pointer: '/given/due' }));
  switch (ask.kind) {
    case 'assign':
    case 'accept':
    case 'refuse':
    case 'answer':
    case 'verify':
    case 'return':
    case 'reopen':
      return decideUnits(state, ask);
    case 'extend':
    case 'grant':
    case 'deny':
    case 'pause':
    case 'resume':
      return decideTime(state, ask);
    default:
      return ok([]);
  }
}
