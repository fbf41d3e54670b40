import type { Effect, MatterAct } from './effect.rules.ts';
import type { Given } from './given.contract.ts';
import type { MatterState } from './state.rules.ts';

/**
 * How an effect of that kind is taken into a state that is nobody else's: lists in it are replaced and not altered, as earlier states
 * share them. Throws where the effect cannot be one of this matter's.
 */
export type Fold<K extends Effect['do']> = (
  state: MatterState,
  effect: Extract<Effect, { do: K }>,
  act: MatterAct,
) => void;

/** What each kind of effect does to a state. */
export type Folds = { readonly [K in Effect['do']]: Fold<K> };

/** What an act of that kind was given. */
export const said = <K extends keyof typeof Given>(act: MatterAct): Given<K> => act.given as Given<K>;

/** Which act made something, and when. */
export const madeBy = ({ id, at }: MatterAct): { act: MatterAct['id']; at: string } => ({ act: id, at });
