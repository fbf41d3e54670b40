import { phaseOf, ruleFor } from '../../mechanism/index.ts';
import { standsFor } from '../catalogues/carry.rules.ts';
import { MAY_HELP } from './decide-helping.rules.ts';
import { watchedAfter } from '../settlement/settlement.rules.ts';
import { saysNo } from './decide-raised.rules.ts';
import { countsEveryUnit, handedBackBy } from './handed-back.rules.ts';
import { neverAnswered } from './former.rules.ts';
import type { Checked } from './ask.rules.ts';
import type { Effect } from './effect.rules.ts';
import { isNobodys } from './struck.rules.ts';
import type { MatterState } from './state.rules.ts';

/** The stage that the act leads to. A co-unit's act never moves the matter. */
export function stageAfter(state: MatterState | null, ask: Checked): Extract<Effect, { do: 'stage' }>[] {
  const to = leadsTo(state, ask);
  if (
    !to ||
    ask.unit?.part === 'co' ||
    (state && onlyHelps(state, ask)) ||
    (state?.stage === to && ask.kind !== 'assign')
  )
    return [];
  if (state && ask.kind === 'assign' && keepsLead(state, ask as Checked<'assign'>)) return [];
  return [{ do: 'stage', to, phase: phaseOf(ask.mechanism, to) }];
}

/** Where the mechanism's words lead from here: to, again where that was entered before, or instead. */
function leadsTo(state: MatterState | null, ask: Checked): string | undefined {
  const { to, again, instead } = ruleFor(ask.mechanism, standsFor(ask)) ?? {};
  if (!state) return to;
  if (saysNo(ask)) return instead;
  // A judgement in favour takes nothing back that another has set off; and what is filed anew stays where it is.
  if (ask.kind === 'evaluate' && state.stage === instead) return undefined;
  if (ask.kind === 'classify' && state.category) return undefined;
  // What the public waits for is struck off after it was taken off the list, and not by somebody's contentment.
  if (ask.kind === 'evaluate' && state.listed) return undefined;
  // Taken up again after it was struck off without any unit: it waits to be assigned where it did before.
  if (ask.kind === 'reopen' && neverAnswered(state) && isNobodys(state)) return waited(state, ask) ?? to;
  // What is not owed again by a finding taken back takes nothing up again.
  if (ask.kind === 'retract' && watchedAfter(state, ask) === null) return undefined;
  const twice = (to !== undefined && state.entered[to] !== undefined) || handedBackBefore(state, ask);
  return again !== undefined && twice ? again : to;
}

/** The stage entered last in which a matter waits for a unit; undefined where it never was in one. */
function waited({ entered }: MatterState, { mechanism }: Checked): string | undefined {
  const known = Object.keys(entered).filter((stage) => phaseOf(mechanism, stage) === 'open');
  return known.toSorted((a, b) => entered[a]!.localeCompare(entered[b]!)).at(-1);
}

/** Whether the unit has handed it back once already, if not as its lead. */
const handedBackBefore = (state: MatterState, { kind, mechanism, unit }: Checked): boolean =>
  kind === 'refuse' && countsEveryUnit(mechanism) && unit !== null && handedBackBy(state, unit.unit) !== undefined;

/**
 * Whether an assignment leaves the matter with the lead unit that works on it. Another co-unit or another date does not take
 * it back to the start: the lead has accepted, and could not accept again.
 */
const keepsLead = (state: MatterState, ask: Checked<'assign'>): boolean =>
  state.units.some((u) => u.unit === ask.given.lead && u.part === 'lead' && u.stance !== 'refused');

/** Whether somebody acts because they were asked to help, and for no unit that takes part. */
export const onlyHelps = ({ helpers, sealed }: MatterState, { caller, unit }: Checked): boolean =>
  // Of what is sealed whoever is named does all.
  !sealed && unit === null && MAY_HELP.has(caller.role) && helpers.some(({ seat }) => seat === caller.seat);
