import { no, ok, problem, type Result } from '../../kernel/index.ts';
import { mayLetGo } from '../actor.policy.ts';
import { conflictOf } from '../parties/conflict.rules.ts';
import type { Checked } from './ask.rules.ts';
import type { Effect } from './effect.rules.ts';
import type { MatterState } from './state.rules.ts';

/** Asks a seat to help, or lets it go. Who helps reads the matter and adds to it; the units owe what they owed. */
export function decideHelping(state: MatterState, ask: Checked): Result<Effect[]> {
  return ask.kind === 'help' ? help(state, ask as Checked<'help'>) : unhelp(state, ask as Checked<'unhelp'>);
}

/** Seats that do work in a unit; who oversees all reads it anyway. */
export const MAY_HELP: ReadonlySet<string> = new Set(['handler', 'head']);

function help(state: MatterState, { higher: seated, mechanism, appointing }: Checked<'help'>): Result<Effect[]> {
  const refused = (code: string, params = {}) => no(problem(`matter.${code}`, params, { pointer: '/given/seat' }));
  if (!seated) return refused('no-such-seat');
  if (!MAY_HELP.has(seated.role) && !(state.sealed && seated.role !== 'administrator'))
    return refused('not-a-helping-seat');
  if (state.helpers.some(({ seat }) => seat === seated.seat)) return refused('already-helps');
  if (state.units.some(({ unit }) => unit === seated.unit)) return refused('takes-part-already');
  if (mechanism.acts.help?.impartial && appointing) {
    const { why, party } = conflictOf(state.parties, appointing, null);
    if (why) return refused(why, { name: appointing.name, party });
  }
  return ok([{ do: 'help', seat: seated.seat, unit: seated.unit }]);
}

function unhelp(state: MatterState, { given: { seat }, caller, mechanism }: Checked<'unhelp'>): Result<Effect[]> {
  // Of a sealed matter whoever is named lets another go, and not themselves: somebody always knows of it.
  if (state.sealed && seat === caller.seat)
    return no(problem('matter.unname-by-another', {}, { pointer: '/given/seat' }));
  if (state.sealed && state.raised?.seat === seat)
    return no(problem('matter.unname-raised', {}, { pointer: '/given/seat' }));
  if (!state.sealed && !mayLetGo(mechanism, state, caller, seat))
    return no(problem('matter.ends-own-help-only', {}, { pointer: '/given/seat' }));
  if (state.helpers.some((one) => one.seat === seat)) return ok([{ do: 'unhelp', seat }]);
  return no(problem('matter.does-not-help', {}, { pointer: '/given/seat' }));
}
