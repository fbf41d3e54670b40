import { queryOptions } from '@tanstack/react-query';
import type { PlainMap } from '../../src/kernel/outline.contract.ts';
import { api } from '../api.ts';

/** The plain map of the city, which hardly ever changes. */
export const mapQuery = queryOptions({
  queryKey: ['map'],
  queryFn: ({ signal }) => api.get<PlainMap>('/api/map', signal),
  staleTime: Number.POSITIVE_INFINITY,
});
