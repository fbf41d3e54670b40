import { no, ok, problem, type Problem, type Result } from '../../kernel/index.ts';
import type { Checked } from '../life/ask.rules.ts';
import type { Effect } from '../life/effect.rules.ts';
import { carryFolds, decideCarry } from './carry.rules.ts';
import { madeBy, said, type Folds } from '../life/folds.rules.ts';
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
      return exempt(state, ask as Checked<'exempt'>);
    case 'gain':
      return ok([{ do: 'gain' }]);
    case 'revise':
      return revise(state, ask as Checked<'revise'>);
    case 'carry':
      return decideCarry(state, ask as Checked<'carry'>);
    default:
      return ok([]);
  }
}

/** The office agrees to what the unit said; or says so itself, and why, of what the list has no more. */
function exempt({ waiver }: MatterState, { given }: Checked<'exempt'>): Result<Effect[]> {
  if (waiver?.granted !== null && !given.note)
    return no(problem('matter.exempt-unexplained', {}, { status: 400, pointer: '/given/note' }));
  return ok([{ do: 'waived', granted: true }]);
}

/** An edition that says nothing otherwise is no act: the item stays as the edition before had it. */
function revise(state: MatterState, { given }: Checked<'revise'>): Result<Effect[]> {
  const { catalogued, parent, unlisted } = state;
  if (given.dropped !== undefined && !catalogued && !parent)
    return no(problem('matter.not-catalogued', {}, { pointer: '/given/dropped' }));
  const was = catalogued ? catalogued.dropped !== null : unlisted !== undefined;
  const dropped = given.dropped !== undefined && given.dropped !== was;
  const words =
    (given.text !== undefined && given.text !== state.text) ||
    (given.area !== undefined && given.area !== state.area) ||
    (given.wanted !== undefined && given.wanted !== state.wanted);
  return dropped || words ? ok([{ do: 'revise' }]) : no(problem('matter.edition-says-the-same'));
}

/** What is said of an item of a list. Throws where the office answers what was not asked. */
export const catalogueFolds = {
  ...carryFolds,
  waive: (state, _, act) => {
    state.waiver = { ...madeBy(act), reason: said<'waive'>(act).reason, granted: null };
  },
  waived: (state, { granted }, act) => {
    if (granted && state.waiver?.granted !== null) {
      state.waiver = { ...madeBy(act), reason: said<'exempt'>(act).note ?? '', granted: true };
      return;
    }
    if (!state.waiver) throw new Error('nobody said that there is nothing to do here');
    state.waiver = { ...state.waiver, granted };
  },
  gain: (state, _, act) => {
    state.gain = { ...madeBy(act), text: said<'gain'>(act).text };
  },
  revise: (state, _, act) => {
    const { edition, text, area, wanted, dropped } = said<'revise'>(act);
    if (text !== undefined) state.text = text;
    if (area !== undefined) state.area = area;
    if (wanted !== undefined) state.wanted = wanted;
    if (!state.catalogued) {
      if (state.phase === 'closed' && (text !== undefined || wanted !== undefined)) state.outworded = edition;
      if (dropped) state.unlisted = edition;
      else if (dropped === false) delete state.unlisted;
      return;
    }
    // An item that is no more keeps the edition that had it last.
    const gone = dropped ?? state.catalogued.dropped !== null;
    state.catalogued = gone
      ? { ...state.catalogued, dropped: state.catalogued.dropped ?? edition }
      : { ...state.catalogued, edition, dropped: null };
  },
} satisfies Partial<Folds>;
