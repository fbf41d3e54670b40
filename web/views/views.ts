import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { SavedView, SaveView } from '../../src/views/contract.ts';
import { api } from '../api.ts';
import { announce } from '../frame/announce.ts';
import { useT } from '../i18n/language.tsx';
import { faultText } from '../problems/faultText.ts';

/** The views of this seat and those shared with it; pinned ones first. */
export const viewsQuery = queryOptions({
  queryKey: ['views'],
  queryFn: ({ signal }) => api.get<{ rows: SavedView[] }>('/api/views', signal),
  staleTime: 5 * 60_000,
  select: ({ rows }) => rows,
});

type Change =
  | { do: 'save'; id: string; view: SaveView }
  | { do: 'drop'; id: string }
  | { do: 'pin' | 'unpin'; id: string };

/** Saves, removes and pins views; every place that shows them is told. */
export function useViewChange() {
  const t = useT();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (change: Change): Promise<null> => {
      const path = `/api/views/${change.id}`;
      switch (change.do) {
        case 'save':
          return api.put(path, change.view);
        case 'drop':
          return api.remove(path);
        case 'pin':
          return api.put(`${path}/pin`, {});
        case 'unpin':
          return api.remove(`${path}/pin`);
      }
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: viewsQuery.queryKey }),
    onError: (error) => announce(faultText(t, error), 'fault'),
  });
}
