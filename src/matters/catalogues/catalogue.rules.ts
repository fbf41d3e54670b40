import { no, ok, problem, type Problem, type Result } from '../../kernel/index.ts';
import type { Given } from '../life/given.contract.ts';
import type { Checked } from '../life/ask.rules.ts';
import type { Effect, MatterAct } from '../life/effect.rules.ts';
import type { MatterState } from '../life/state.rules.ts';

/** Why what is being registered can be no item of a list; null where it can, or is none. */
export const mayBeCatalogued = ({ given, mechanism }: Checked<'register'>): Problem | null =>
  given.catalogued && !mechanism.catalogue
    ? problem('matter.no-catalogue', { mechanism: mechanism.name.zh }, { pointer: '/given/catalogued' })
    : null;

/** What is said to a unit that has nothing to do here, what came of it afterwards, and what another edition says otherwise. */
export function decideCatalogue(state: MatterState, ask: Checked): Result<Effect[]> {
  switch (ask.kind) {
    case 'exempt':
      return ok([{ do: 'waived', granted: true }]);
    case 'gain':
      return ok([{ do: 'gain' }]);
    case 'revise':
      return revise(state, ask as Checked<'revise'>);
    default:
      return ok([]);
  }
}

/** An edition that says nothing otherwise is no act: the item stays as the edition before had it. */
function revise(state: MatterState, { given }: Checked<'revise'>): Result<Effect[]> {
  const { catalogued } = state;
  if (given.dropped !== undefined && !catalogued)
    return no(problem('matter.not-catalogued', {}, { pointer: '/given/dropped' }));
  const dropped = given.dropped !== undefined && given.dropped !== (catalogued!.dropped !== null);
  const words =
    (given.text !== undefined && given.text !== state.text) ||
    (given.area !== undefined && given.area !== state.area) ||
    (given.wanted !== undefined && given.wanted !== state.wanted);
  return dropped || words ? ok([{ do: 'revise' }]) : no(problem('matter.edition-says-the-same'));
}

type Handled = Extract<Effect, { do: 'waive' | 'waived' | 'gain' | 'revise' }>;

/** Takes such an effect into the state. Throws where the office answers what was not asked. */
export function foldCatalogue(state: MatterState, effect: Handled, act: MatterAct): void {
  switch (effect.do) {
    case 'waive':
      state.waiver = { act: act.id, at: act.at, reason: (act.given as Given<'waive'>).reason, granted: null };
      return;
    case 'waived':
      if (!state.waiver) throw new Error('nobody said that there is nothing to do here');
      state.waiver = { ...state.waiver, granted: effect.granted };
      return;
    case 'gain':
      state.gain = { act: act.id, at: act.at, text: (act.given as Given<'gain'>).text };
      return;
    case 'revise': {
      const { edition, text, area, wanted, dropped } = act.given as Given<'revise'>;
      if (text !== undefined) state.text = text;
      if (area !== undefined) state.area = area;
      if (wanted !== undefined) state.wanted = wanted;
      if (!state.catalogued) return;
      // An item that is no more keeps the edition that had it last.
      const gone = dropped ?? state.catalogued.dropped !== null;
      state.catalogued = gone
        ? { ...state.catalogued, dropped: state.catalogued.dropped ?? edition }
        : { ...state.catalogued, edition, dropped: null };
    }
  }
}
