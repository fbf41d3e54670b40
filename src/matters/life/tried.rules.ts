import { dayOf, type Day } from '../../kernel/index.ts';
import type { MatterState } from './state.rules.ts';

/** The days on which those who raised it were called in vain, since the answer or since it was evaluated last. */
export const triedOn = ({ attempts }: Pick<MatterState, 'attempts'>): Set<Day> =>
  new Set(attempts.map(({ at }) => dayOf(new Date(at))));
