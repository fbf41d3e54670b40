import type { z } from 'zod';
import { Refusal, type Problem } from '../../kernel/index.ts';
import { inputProblem } from '../../platform/http/index.ts';
import { describe } from '../../platform/i18n/index.ts';

/** A fault as GeoReport tells it: a list of code and description, the code being that of HTTP. */
export type GeoFaults = { code: number; description: string }[];

/** What is wrong with a request, before it is told in the format that was asked for; `problem`: the same as it can be said in each language. */
export class GeoFault extends Error {
  readonly status: number;
  readonly faults: GeoFaults;
  readonly problem: Problem | null;
  constructor(status: number, faults: GeoFaults, told: Problem | null = null) {
    super('a GeoReport fault');
    this.status = status;
    this.faults = faults;
    this.problem = told;
  }
}

/** Throws what a body or an address has wrong, by its fields; each must have been parsed with {@link asSent}. */
export const failing = ({ issues }: z.ZodError): never => {
  throw refused(inputProblem(issues, 'body'));
};
/** So that what is missing is told from what is of another kind. */
export const asSent = { reportInput: true };

/** What was thrown, as a fault; null for what is no fault of the request. */
export function faultOf(error: unknown): GeoFault | null {
  if (error instanceof GeoFault) return error;
  if (error instanceof Refusal) return refused(error.problem);
  const { statusCode: status = 500, message } = error as { statusCode?: number; message: string };
  return status >= 400 && status < 500 ? new GeoFault(status, [{ code: status, description: message }]) : null;
}

/** A problem in GeoReport's words; of a request that could not be read, what is wrong in each field. */
export function refused(problem: Problem): GeoFault {
  const { code, status, errors = [] } = problem;
  const told = code === 'http.input' ? errors : [problem, ...errors];
  return new GeoFault(
    status,
    told.map((one) => ({ code: one.status, description: describe('zh', one) })),
    problem,
  );
}
