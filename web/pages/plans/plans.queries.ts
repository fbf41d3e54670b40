import { queryOptions } from '@tanstack/react-query';
import type { TreeList, TreeView } from '../../../src/matters/trees/tree.contract.ts';
import { api, query } from '../../api.ts';

export const treesQuery = queryOptions({
  queryKey: ['trees'],
  queryFn: ({ signal }) => api.get<TreeList>('/api/trees', signal),
});

export const treeQuery = (id: string | undefined, asOf: string | undefined) =>
  queryOptions({
    queryKey: ['trees', id, asOf],
    queryFn: ({ signal }) => api.get<TreeView>(`/api/trees/${id}${query({ asOf })}`, signal),
    enabled: id !== undefined,
  });
