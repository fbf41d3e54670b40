import { queryOptions } from '@tanstack/react-query';
import type { Catalogues, Matrix, MatrixQuery } from '../../../src/matters/catalogues/matrix.contract.ts';
import { api, query } from '../../api.ts';

export const cataloguesQuery = queryOptions({
  queryKey: ['catalogues'],
  queryFn: ({ signal }) => api.get<Catalogues>('/api/catalogues', signal),
});

export const matrixQuery = (asked: MatrixQuery | null) =>
  queryOptions({
    queryKey: ['catalogues', asked?.mechanism, asked?.catalogue],
    queryFn: ({ signal }) => api.get<Matrix>(`/api/catalogues/matrix${query({ ...asked })}`, signal),
    enabled: asked !== null,
  });
