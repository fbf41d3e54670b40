import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { RegisteredOnBehalf, RegisterOnBehalf } from '../../../src/counter/behalf/behalf.contract.ts';
import type { ActReceipt, RegisterMatter } from '../../../src/matters/contract.ts';
import { api } from '../../api.ts';
import { announce } from '../../frame/announce.ts';
import { useT } from '../../i18n/language.tsx';
import type { Taken } from './TakenNote.tsx';

export type Registering = RegisterMatter | RegisterOnBehalf;

/** Registers the matter, calls `done`, and opens it; one whose number and code are to be read out is shown by `onTaken` first. */
export function useRegister(done: () => void, onTaken: (taken: Taken) => void) {
  const t = useT();
  const queries = useQueryClient();
  const navigate = useNavigate();
  return useMutation<ActReceipt | RegisteredOnBehalf, Error, Registering>({
    mutationFn: (request) => api.act('by' in request ? '/api/matters/on-behalf' : '/api/matters', request),
    onSuccess: async (answer, request) => {
      const { matter } = answer;
      const { assign } = request;
      done();
      for (const queryKey of [['workbench'], ['ledger'], ['round'], ['rounds']])
        void queries.invalidateQueries({ queryKey });
      if ('by' in request && request.by?.pass && 'number' in answer) {
        const { mechanism, by, given } = request;
        onTaken({ matter, mechanism, number: answer.number, pass: by.pass!, channel: given.channel ?? null });
        return;
      }
      await navigate({ to: '/matters/$id', params: { id: matter }, replace: true });
      announce(t(assign ? 'web.register.done.assign' : 'web.register.done'));
    },
  });
}
