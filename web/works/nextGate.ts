import type { GateView } from '../../src/matters/gates/gate.contract.ts';

/** Whether a gate is passed as things stand: what was done since may want it inspected anew. */
export const isPassed = ({ last }: Pick<GateView, 'last'>): boolean => last !== null && last.passed && !last.lapsed;

/** Whether a gate still waits for another, or for something that was not done yet. */
export const hasToWait = ({ waits }: Pick<GateView, 'waits'>): boolean => waits.gates.length + waits.acts.length > 0;

/** Whether a gate may be inspected and was not passed: the form begins with the first such. */
export const isNext = (gate: Pick<GateView, 'last' | 'waits'>): boolean => !isPassed(gate) && !hasToWait(gate);
