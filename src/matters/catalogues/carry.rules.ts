import { dayOf, no, ok, problem, type Result } from '../../kernel/index.ts';
import type { ActKind } from '../../mechanism/index.ts';
import type { Checked } from '../life/ask.rules.ts';
import { answersForAll } from '../life/decide-units.rules.ts';
import type { Effect } from '../life/effect.rules.ts';
import { madeBy, said, type Folds } from '../life/folds.rules.ts';
import { sameWords } from './carried.rules.ts';
import type { Carried } from '../life/state-parts.rules.ts';
import type { MatterState } from '../life/state.rules.ts';

const AS = { going: 'accept', done: 'answer', none: 'waive' } as const;

/**
 * The act in whose place one stands: what an earlier ledger says of a unit leads where the unit's own word would have led, and the same clocks stop and
 * begin. Every other act stands for itself. Pure.
 */
export const standsFor = (ask: Pick<Checked, 'kind' | 'given'>): ActKind =>
  ask.kind === 'carry' ? AS[(ask as Checked<'carry'>).given.stands] : ask.kind;

/** Takes over what an earlier ledger says. A day that lies ahead, a “none of ours” without a why, and the same once more are refused. */
export function decideCarry(state: MatterState, ask: Checked<'carry'>): Result<Effect[]> {
  const { stands, text, doneOn } = ask.given;
  const today = dayOf(ask.now);
  if (doneOn && doneOn > today)
    return no(problem('matter.carried-ahead', { on: doneOn, today }, { status: 400, pointer: '/given/doneOn' }));
  if (stands === 'none' && !text)
    return no(problem('matter.carried-unexplained', {}, { status: 400, pointer: '/given/text' }));
  if (state.carried && sameWords(state.carried, ask.given)) return no(problem('matter.carried-already'));
  const lead = state.units.find(({ part }) => part === 'lead')!;
  if (stands !== 'going') return ok([...answersForAll(state, ask.mechanism, lead, ask.now), { do: 'carry' }]);
  return ok([{ do: 'unit', unit: lead.unit, part: lead.part, stance: 'accepted' }, { do: 'carry' }]);
}

export const carryFolds = {
  carry: (state, _, act) => {
    const { stands, book, text = null, doneOn = null, evidence = null } = said<'carry'>(act);
    const carried: Carried = { ...madeBy(act), stands, book, text, doneOn, evidence };
    state.carried = carried;
    if (stands === 'none') state.waiver = { ...madeBy(act), reason: text ?? '', granted: null };
  },
} satisfies Partial<Folds>;
