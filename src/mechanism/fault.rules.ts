import type { Fault } from './contract.ts';

/** A fault of a mechanism file at a line, told by the sentence `mechanism.` + `code`. */
export const mechanismFault = (line: number, code: string, params: Fault['params'] = {}): Fault => ({
  line,
  code: `mechanism.${code}`,
  params,
});
