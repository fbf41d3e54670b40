import { queryOptions } from '@tanstack/react-query';
import type { MechanismRow, MechanismSource } from '../../../../src/matters/mechanisms/mechanism.contract.ts';
import { api } from '../../../api.ts';

export const mechanismsQuery = queryOptions({
  queryKey: ['admin', 'mechanisms'],
  queryFn: ({ signal }) => api.get<{ rows: MechanismRow[] }>('/api/mechanisms', signal),
  select: ({ rows }) => rows,
});

/** The text of a version; it never changes. */
export const sourceQuery = (key: string, version: number) =>
  queryOptions({
    queryKey: ['mechanism-source', key, version],
    queryFn: ({ signal }) => api.get<MechanismSource>(`/api/mechanisms/${key}/versions/${version}`, signal),
    staleTime: Infinity,
  });
