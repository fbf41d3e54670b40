import type { Fault } from './contract.ts';

/** A fault found in a mechanism that has the right shape; `path` leads to the place in the file. */
export type FaultAt = { path: (string | number)[]; code: string; params: Fault['params'] };

/** A fault of a mechanism file at a line, told by the sentence `mechanism.` + `code`. */
export const mechanismFault = (line: number, code: string, params: Fault['params'] = {}): Fault => ({
  line,
  code: `mechanism.${code}`,
  params,
});
