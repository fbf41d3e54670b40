import type { MatterState } from './state.rules.ts';

/** Whether somebody who raised it is not content with the answer that stands, and has not said otherwise since. */
export const disputed = ({ evaluations, callback, exclusion }: MatterState): boolean =>
  (callback?.no === true || evaluations.some(({ solved, satisfied }) => !solved || !satisfied)) &&
  !(callback?.solved && callback.satisfied) &&
  exclusion?.agreed !== true;
