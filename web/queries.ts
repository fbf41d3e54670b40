import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiProblem } from './api.ts';
import { saysOut } from './session/out.ts';

/** Whether it is worth asking again by itself: the line or the server failed, not that the server said no. */
const worthAgain = (error: Error): boolean =>
  error instanceof ApiProblem && (error.problem.status === 0 || error.problem.status >= 500);

/**
 * The cache of what the server said. `signedOut` is called when an answer says that nobody is signed in any more. A lost
 * line is told at once instead of waited for in silence (`networkMode: always`).
 */
export function makeQueries(signedOut: (why: ApiProblem) => void): QueryClient {
  const watch = (error: Error) => {
    if (saysOut(error)) signedOut(error);
  };
  return new QueryClient({
    queryCache: new QueryCache({ onError: watch }),
    mutationCache: new MutationCache({ onError: watch }),
    defaultOptions: {
      queries: {
        networkMode: 'always',
        staleTime: 15_000,
        retry: (count, error) => count < 2 && worthAgain(error),
        retryDelay: 700,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}
