import type { FirstSteps } from './contract.ts';

/** The steps after the founding, in the order in which one leans on another. */
export type StepKey = 'units' | 'seats' | 'passwords' | 'rules' | 'round';
export type Step = { readonly key: StepKey; readonly done: boolean };

/** Which steps are done. Nothing is ticked by hand that the register can say. */
export function stepsOf(at: FirstSteps): readonly Step[] {
  const seated = at.supervisors > 0 && at.mayors > 0 && at.withoutHandler === 0 && at.withoutHead === 0;
  return [
    { key: 'units', done: at.units > 0 },
    { key: 'seats', done: at.units > 0 && seated },
    { key: 'passwords', done: at.supervisors > 0 && at.withoutPassword === 0 },
    { key: 'rules', done: at.rulesSeen },
    { key: 'round', done: at.rounds > 0 },
  ];
}

/** Whether the card is to be shown: the city was founded step by step, a step is left, and nobody put it away. */
export const showsSteps = (at: FirstSteps): boolean =>
  at.begun && !at.dismissed && stepsOf(at).some(({ done }) => !done);
