import type { Effect } from './effect.rules.ts';
import type { MatterState } from './state.rules.ts';

/**
 * What follows from striking off: where those who raised the matter have no answer, it is told to them, with its reason, and is theirs to
 * judge. What came to another end (parties who agreed or did not, parts that did the work, another matter in which it goes on) was no
 * business of an answer, and of what is sealed nothing is told but by those who are named. Pure.
 */
export function struckOff(state: MatterState): Effect[] {
  const { originators, answer, sealed, settlement, outcome, waiver, children, joined } = state;
  const ended = answer ?? settlement ?? outcome ?? waiver ?? joined;
  return originators.length && !sealed && !ended && !children.length ? [{ do: 'struck' }] : [];
}

/** Whether no unit has it that would go on with it: none was ever asked, or the one that was has refused. Pure. */
export const isNobodys = ({ units }: Pick<MatterState, 'units'>): boolean =>
  !units.some(({ part, stance }) => part === 'lead' && stance !== 'refused');
