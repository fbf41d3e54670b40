import { ApiProblem } from '../api.ts';

/** What the server found wrong with single fields, by field: `/given/until` is the field `until`. */
export function fieldFaults(error: unknown): Record<string, string> {
  if (!(error instanceof ApiProblem)) return {};
  const faults: Record<string, string> = {};
  for (const { pointer, detail } of error.problem.errors ?? []) {
    const field = pointer?.split('/').filter(Boolean)[1];
    if (field) faults[field] ??= detail;
  }
  return faults;
}
