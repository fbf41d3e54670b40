import type { QueryClient } from '@tanstack/react-query';
import { ApiProblem, type ProblemDetails } from '../api.ts';
import { sessionQuery } from './session.ts';

const KEY = ['out'];
/** Nobody was signed in here before, so there is nothing to be told. */
const NEVER_IN = 'http.sign-in-first';
/** Not that a session has ended, but that a password typed just now is wrong. */
const NOT_IT = 'identity.sign-in-failed';

/** Whether an answer says that nobody is signed in any more. */
export const saysOut = (error: unknown): error is ApiProblem =>
  error instanceof ApiProblem && error.problem.status === 401 && error.problem.code !== NOT_IT;

/** Forgets all that was read, and keeps why the session is over for the page that lets one in again. */
export function leave(queries: QueryClient, why: ApiProblem): void {
  const was = queries.getQueryData(sessionQuery.queryKey) !== undefined;
  queries.clear();
  queries.setQueryData<Out>(KEY, { why: why.problem, was });
}

type Out = { why: ProblemDetails; was: boolean };

/**
 * Why one was signed out, in the server's words; nothing for whoever has only just come. Whose browser dropped the session with
 * the page still open was in, though the server cannot know it: they are told `over`.
 */
export function whyOut(queries: QueryClient, over: string): string | undefined {
  const out = queries.getQueryData<Out>(KEY);
  if (!out || (out.why.code === NEVER_IN && !out.was)) return undefined;
  return out.why.code === NEVER_IN ? over : out.why.detail;
}
