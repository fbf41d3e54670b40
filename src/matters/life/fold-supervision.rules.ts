import type { Given } from './given.contract.ts';
import type { Effect, MatterAct } from './effect.rules.ts';
import type { MatterState } from './state.rules.ts';

type Handled = 'slip' | 'slip-answered' | 'list' | 'delist' | 'raise' | 'lower' | 'instruction';

/** Takes into a state what presses on the matter: its slips, its place on the public list, the seat it was raised to, a leader's word. */
export function foldSupervision(state: MatterState, effect: Extract<Effect, { do: Handled }>, act: MatterAct): void {
  const made = { act: act.id, at: act.at };
  const said = <K extends keyof typeof Given>() => act.given as Given<K>;
  switch (effect.do) {
    case 'slip': {
      const { unit, color, clock } = effect;
      state.slips = [
        ...state.slips,
        { ...made, unit, color, clock, text: said<'slip'>().text ?? null, answered: null },
      ];
      return;
    }
    case 'slip-answered':
      state.slips = state.slips.map((s) =>
        s.unit === effect.unit && s.answered === null ? { ...s, answered: act.at } : s,
      );
      return;
    case 'list': {
      const { title, until } = said<'list'>();
      state.listed = { ...made, title, until };
      return;
    }
    case 'delist': {
      if (!state.listed) throw new Error('it does not stand on the public list');
      const { title, until, at: listedAt } = state.listed;
      const result = effect.verified ? said<'delist'>().result : null;
      state.delisted = { ...made, title, until, listedAt, result };
      state.listed = null;
      return;
    }
    case 'raise':
      state.raised = { ...made, seat: effect.seat, unit: effect.unit, reason: said<'raise'>().reason };
      return;
    case 'lower':
      state.raised = null;
      return;
    case 'instruction':
      state.instruction = { ...made, seat: act.seat, text: said<'instruct'>().text };
      return;
  }
}
