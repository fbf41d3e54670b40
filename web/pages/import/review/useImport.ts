import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { BeginImport, ChangeRow, ImportRow, ImportView, Mapping } from '../../../../src/intake/sheets/contract.ts';
import { api } from '../../../api.ts';
import { transfersQuery } from '../../../transfers/transfers.ts';
import { watch } from '../../../transfers/watched.ts';
import { importQuery } from '../import.queries.ts';

/** The changes that can be made to an import; each brings the page to how it then is. */
export function useImport(id: string) {
  const queries = useQueryClient();
  const rowsAgain = () => queries.invalidateQueries({ queryKey: ['import-rows', id] });
  const became = async (view: ImportView) => {
    queries.setQueryData(importQuery(id).queryKey, view);
    await rowsAgain();
  };
  const say = (way: string) => (body: object) => api.post<ImportView>(`/api/imports/${id}/${way}`, body);
  const mapping = useMutation({
    mutationFn: (to: Mapping) => api.put<ImportView>(`/api/imports/${id}/mapping`, { mapping: to }),
    onSuccess: became,
  });
  const unit = useMutation({
    mutationFn: (given: { printed: string; unit: string | null }) => say('units')(given),
    onSuccess: became,
  });
  const choose = useMutation({
    mutationFn: (rows: 'all' | 'ready' | 'none') => say('choose')({ rows }),
    onSuccess: became,
  });
  const row = useMutation({
    mutationFn: ({ n, ...change }: ChangeRow & { n: number }) =>
      api.put<ImportRow>(`/api/imports/${id}/rows/${n}`, change),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: importQuery(id).queryKey });
      await rowsAgain();
    },
  });
  const begin = useMutation({
    mutationFn: (given: BeginImport) => say('begin')(given),
    onSuccess: async (view) => {
      watch(id);
      await became(view);
      await queries.invalidateQueries({ queryKey: transfersQuery.queryKey });
    },
  });
  const review = useMutation({ mutationFn: () => say('review')({}), onSuccess: became });
  const all = [mapping, unit, choose, row, begin, review];
  return {
    mapping: mapping.mutate,
    unit: unit.mutate,
    choose: choose.mutate,
    row,
    begin: begin.mutate,
    review: review.mutate,
    busy: all.some(({ isPending }) => isPending),
    error: all.find(({ error }) => error)?.error ?? null,
  };
}
export type Importing = ReturnType<typeof useImport>;
