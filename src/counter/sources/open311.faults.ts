import type { z } from 'zod';
import { Refusal, type Problem } from '../../kernel/index.ts';
import { describe } from '../../platform/i18n/index.ts';

/** A fault as GeoReport tells it: a list of code and description, the code being that of HTTP. */
export type GeoFaults = { code: number; description: string }[];

/** What is wrong with a request, before it is told in the format that was asked for. */
export class GeoFault extends Error {
  readonly status: number;
  readonly faults: GeoFaults;
  constructor(status: number, faults: GeoFaults) {
    super('a GeoReport fault');
    this.status = status;
    this.faults = faults;
  }
}

/** Throws a fault with these descriptions. */
export function fail(status: number, descriptions: readonly string[]): never {
  throw new GeoFault(
    status,
    descriptions.map((description) => ({ code: status, description })),
  );
}

/** Throws what a body or an address has wrong, by its fields. */
export const failing = ({ issues }: z.ZodError): never =>
  fail(
    400,
    issues.map(({ path, message }) => `${path.join('.')}: ${message}`),
  );

/** What was thrown, as a fault; null for what is no fault of the request. */
export function faultOf(error: unknown): GeoFault | null {
  if (error instanceof GeoFault) return error;
  if (error instanceof Refusal) return refused(error.problem);
  const { statusCode: status = 500, message } = error as { statusCode?: number; message: string };
  return status >= 400 && status < 500 ? new GeoFault(status, [{ code: status, description: message }]) : null;
}

const refused = (problem: Problem): GeoFault =>
  new GeoFault(
    problem.status,
    [problem, ...(problem.errors ?? [])].map((one) => ({ code: one.status, description: describe('zh', one) })),
  );
