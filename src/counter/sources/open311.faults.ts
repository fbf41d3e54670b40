import type { z } from 'zod';
import { Refusal, type Problem } from '../../kernel/index.ts';
import { inputProblem } from '../../platform/http/index.ts';
import { describe, type Language } from '../../platform/i18n/index.ts';

/** A fault as GeoReport tells it: a list of code and description, the code being that of HTTP. */
export type GeoFaults = { code: number; description: string }[];

/** Throws what a body or an address has wrong, by its fields; each must have been parsed with {@link asSent}. */
export const failing = ({ issues }: z.ZodError): never => {
  throw new Refusal(inputProblem(issues, 'body'));
};
/** So that what is missing is told from what is of another kind. */
export const asSent = { reportInput: true };

/** A problem in GeoReport's form; of a request that could not be read, what is wrong in each field. */
export function faultsOf(problem: Problem, language: Language): GeoFaults {
  const { code, errors = [] } = problem;
  const told = code === 'http.input' ? errors : [problem, ...errors];
  return told.map((one) => ({ code: one.status, description: describe(language, one) }));
}
