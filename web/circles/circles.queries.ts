import { queryOptions } from '@tanstack/react-query';
import type { CircleList } from '../../src/matters/circles/circles.contract.ts';
import { api } from '../api.ts';

/** Who is named for what is sealed, as far as this seat may know; nothing to most. */
export const circlesQuery = queryOptions({
  queryKey: ['admin', 'circles'],
  queryFn: ({ signal }) => api.get<CircleList>('/api/circles', signal),
});
