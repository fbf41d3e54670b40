import { queryOptions, useSuspenseQuery, type QueryClient } from '@tanstack/react-query';
import type { SessionView } from '../../src/platform/identity/contract.ts';
import { api } from '../api.ts';
import { keepOwnUnsent } from './unsent.ts';

/** Before anything of it is drawn: what others left on its seats is no concern of this person. */
function arrived(view: SessionView): SessionView {
  keepOwnUnsent({ account: view.caller.account, seats: view.seats.map(({ id }) => id) });
  return view;
}

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async ({ signal }) => arrived(await api.get<SessionView>('/api/session', signal)),
  staleTime: 5 * 60_000,
  retry: false,
});

/** The session; only inside the frame, which lets nobody in without one. */
export const useSession = (): SessionView => useSuspenseQuery(sessionQuery).data;

export const signIn = async (login: string, password: string): Promise<SessionView> =>
  arrived(await api.post<SessionView>('/api/session', { login, password }));

/**
 * Changes the seat: everything read before belongs to the other seat and is forgotten. The session itself stays, so that the desk
 * hears of it and is laid anew (see Frame).
 */
export async function takeSeat(queries: QueryClient, seat: string): Promise<void> {
  const view = await api.put<SessionView>('/api/session/seat', { seat });
  queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionQuery.queryKey[0] });
  queries.setQueryData(sessionQuery.queryKey, view);
}

export async function signOut(queries: QueryClient): Promise<void> {
  await api.remove('/api/session');
  queries.clear();
}
