import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { ActReceipt, RegisterMatter } from '../../../src/matters/contract.ts';
import { api } from '../../api.ts';
import { announce } from '../../frame/announce.ts';
import { useT } from '../../i18n/language.tsx';

/** Registers the matter, calls `done`, and opens it. */
export function useRegister(done: () => void) {
  const t = useT();
  const queries = useQueryClient();
  const navigate = useNavigate();
  return useMutation<ActReceipt, Error, RegisterMatter>({
    mutationFn: (request) => api.act<ActReceipt>('/api/matters', request),
    onSuccess: async ({ matter }, { assign }) => {
      done();
      for (const queryKey of [['workbench'], ['ledger'], ['round'], ['rounds']])
        void queries.invalidateQueries({ queryKey });
      await navigate({ to: '/matters/$id', params: { id: matter }, replace: true });
      announce(t(assign ? 'web.register.done.assign' : 'web.register.done'));
    },
  });
}
