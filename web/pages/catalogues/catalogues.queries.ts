import { queryOptions } from '@tanstack/react-query';
import type { Catalogues, Matrix, MatrixQuery } from '../../../src/matters/catalogues/matrix.contract.ts';
import { api, query } from '../../api.ts';

export const cataloguesQuery = queryOptions({
  queryKey: ['catalogues'],
  queryFn: ({ signal }) => api.get<Catalogues>('/api/catalogues', signal),
});

/** Where each unit stands with each item of a list. Of a row of the lists its two names are asked for, and nothing else that it says. */
export const matrixQuery = (asked: MatrixQuery | null) =>
  queryOptions({
    queryKey: ['catalogues', asked?.mechanism, asked?.catalogue],
    queryFn: ({ signal }) =>
      api.get<Matrix>(
        `/api/catalogues/matrix${query({ mechanism: asked?.mechanism, catalogue: asked?.catalogue })}`,
        signal,
      ),
    enabled: asked !== null,
  });
