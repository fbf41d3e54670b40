import type { ActKind } from '../../mechanism/contract.ts';

/** The other way that the same thing to do may go; a row offers it beside its first act, where that mechanism has it. */
export const besides: Partial<Record<ActKind, ActKind>> = {
  accept: 'refuse',
  answer: 'report',
  verify: 'return',
  grant: 'deny',
  close: 'return',
  propose: 'report',
  reopen: 'exclude',
  // What is due again and again stands before the answer, which may be given all the same.
  measure: 'answer',
  report: 'answer',
};

/** All that a row may offer for what is to be done. Leaders give their word where they read of it, or give back what was raised to them. */
export const offered = (act: ActKind): ActKind[] => [
  act,
  ...(besides[act] ? [besides[act]] : []),
  ...(act === 'remind' ? (['instruct'] as const) : []),
  ...(act === 'answer' ? (['lower'] as const) : []),
];
