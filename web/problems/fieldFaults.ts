import { ApiProblem } from '../api.ts';

/** What the server found wrong with single fields, by field: `/given/until` is the field `until`, `/round` the field `round`. */
export function fieldFaults(error: unknown): Record<string, string> {
  if (!(error instanceof ApiProblem)) return {};
  const faults: Record<string, string> = {};
  for (const { pointer, detail } of error.problem.errors ?? []) {
    const [whole, part] = pointer?.split('/').filter(Boolean) ?? [];
    const field = part ?? whole;
    if (field) faults[field] ??= detail;
  }
  return faults;
}
