import { catalogueFolds } from '../catalogues/catalogue.rules.ts';
import { gateFolds } from '../gates/fold-gates.rules.ts';
import { foldConflicts } from '../parties/conflicted.rules.ts';
import { withParties } from '../parties/parties.rules.ts';
import { recurringFolds } from '../recurrence/recurrence.rules.ts';
import { arrangedBy, withSession } from '../sessions/session.rules.ts';
import { settlementFolds } from '../settlement/settlement.rules.ts';
import { targetFolds } from '../targets/fold-targets.rules.ts';
import type { Effect, MatterAct } from './effect.rules.ts';
import { clockFolds } from './fold-clocks.rules.ts';
import { takeGiven } from './fold-given.rules.ts';
import { joiningFolds } from './fold-joining.rules.ts';
import { raisedFolds } from './fold-raised.rules.ts';
import { supervisionFolds } from './fold-supervision.rules.ts';
import { unitFolds } from './fold-units.rules.ts';
import { madeBy, type Fold, type Folds } from './folds.rules.ts';
import { opened } from './opened.rules.ts';
import type { MatterState } from './state.rules.ts';

/** Acts after which a screen drawn before them still tells the truth about what may be done. */
const HARMLESS = new Set(['note', 'attach', 'remind', 'report', 'instruct', 'slip', 'divide', 'help', 'measure']);

/** A co-unit's acceptance moves nothing: sixty of them on one morning must not send each other back to look again. */
const isHarmless = (act: MatterAct): boolean =>
  HARMLESS.has(act.kind) || (act.kind === 'accept' && !act.effects.some((effect) => effect.do === 'stage'));

/**
 * The state after one more act. Pure; gives a new state and leaves the old one as it was. Throws where the acts cannot be a
 * matter's: a first act that does not open one, an effect on what is not there. `huiyin verify` names such an act.
 */
export const fold = (before: MatterState | null, act: MatterAct): MatterState =>
  advance(before ? { ...before, counts: { ...before.counts } } : opened(act), act);

/**
 * The state after all acts, or null where there are none. As {@link fold} over each, without a copy for each: `after` is shown the
 * one state, which changes with the next act.
 */
export function foldAll(acts: Iterable<MatterAct>, after?: (state: MatterState) => void): MatterState | null {
  let state: MatterState | null = null;
  for (const act of acts) {
    state = advance(state ?? opened(act), act);
    after?.(state);
  }
  return state;
}

/** Takes an act into a state that is nobody else's: lists in it are replaced and not altered, as earlier states share them. */
function advance(state: MatterState, act: MatterAct): MatterState {
  state.seq = act.seq;
  state.updatedAt = act.at;
  if (!isHarmless(act)) state.moved = act.seq;
  takeGiven(state, act);
  for (const effect of act.effects) apply(state, effect, act);
  return state;
}

const nothing = (): void => undefined;

/** What each kind of effect does to a matter; those of one subject stand together, each in its own file. */
const FOLDS = {
  // Read as the matter is opened.
  open: nothing,
  attach: nothing,
  // Kept for who may open it; the state holds the marks.
  conceal: nothing,
  stage: (state, { to, phase }, { at }) => {
    state.stage = to;
    state.phase = phase;
    state.entered = { ...state.entered, [to]: at };
  },
  due: (state, { due }) => {
    state.due = due;
  },
  green: (state, { on }) => {
    state.green = on;
  },
  confidential: (state) => {
    state.confidential = true;
  },
  seal: (state) => {
    state.sealed = true;
  },
  concern: (state, { subject, unnamed }) => {
    state.concerns = { id: subject, unnamed };
  },
  below: (state, { parent, number }) => {
    state.parent = { id: parent, number };
  },
  divide: (state, { child, number }, act) => {
    state.children = [...state.children, { ...madeBy(act), matter: child, number }];
  },
  parties: (state, effect, act) => {
    state.parties = withParties(state.parties, act, effect.firms);
    if (effect.impartial && state.appointed) state.appointed = { ...state.appointed, impartial: effect.impartial };
    foldConflicts(state, effect);
  },
  clear: foldConflicts,
  recuse: foldConflicts,
  appoint: (state, { seat, unit, impartial }, act) => {
    state.appointed = { ...madeBy(act), seat, unit, impartial };
  },
  arrange: (state, _, act) => {
    state.arranged = arrangedBy(act);
  },
  session: (state, _, act) => {
    state.arranged = null;
    state.sessions = withSession(state.sessions, act);
  },
  ...unitFolds,
  ...clockFolds,
  ...raisedFolds,
  ...joiningFolds,
  ...supervisionFolds,
  ...catalogueFolds,
  ...recurringFolds,
  ...settlementFolds,
  ...targetFolds,
  ...gateFolds,
} satisfies Folds;

const apply = (state: MatterState, effect: Effect, act: MatterAct): void =>
  (FOLDS[effect.do] as Fold<Effect['do']>)(state, effect, act);
