import { ApiProblem } from '../api.ts';

/** Whether the same request may be answered a moment later: the line or the server was away, and it was not refused. */
export const passes = (error: unknown): boolean =>
  !(error instanceof ApiProblem) || error.problem.status === 0 || error.problem.status >= 500;
