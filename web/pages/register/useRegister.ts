import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { RegisteredOnBehalf, RegisterOnBehalf } from '../../../src/counter/behalf/behalf.contract.ts';
import type { ActReceipt, RegisterMatter } from '../../../src/matters/contract.ts';
import { api } from '../../api.ts';
import { announce } from '../../frame/announce.ts';
import { readable } from '../../../src/platform/i18n/wording.rules.ts';
import { useLanguage } from '../../i18n/language.tsx';
import type { Taken } from './TakenNote.tsx';

export type Registering = RegisterMatter | RegisterOnBehalf;

/**
 * Registers the matter, calls `done`, and opens it. One whose number and code are to be read out is shown by `onTaken` first, and so is one
 * that the seat may not read (`reads`), with its number alone where there is no code.
 */
export function useRegister(done: () => void, onTaken: (taken: Taken) => void, reads: boolean) {
  const { t, find } = useLanguage();
  const queries = useQueryClient();
  const navigate = useNavigate();
  return useMutation<ActReceipt | RegisteredOnBehalf, Error, Registering>({
    mutationFn: (request) => api.act('by' in request ? '/api/matters/on-behalf' : '/api/matters', request),
    onSuccess: async (answer, request) => {
      const { matter } = answer;
      const { assign } = request;
      const joined = 'joined' in answer && answer.joined ? answer.joined : null;
      const why = joined?.why ? t(joined.why.code, readable(joined.why.params, find)) : null;
      done();
      for (const queryKey of [['workbench'], ['ledger'], ['round'], ['rounds']])
        void queries.invalidateQueries({ queryKey });
      if ('by' in request && 'number' in answer && (request.by?.pass || !reads)) {
        const { mechanism, by, given } = request;
        const { number } = answer;
        const taken = { matter, mechanism, number, pass: by?.pass ?? null, channel: given.channel ?? null, reads };
        onTaken({ ...taken, joined: joined && { into: joined.into, why } });
        return;
      }
      await navigate({ to: '/matters/$id', params: { id: matter }, replace: true });
      if (joined)
        return why === null
          ? announce(t('web.register.done.joined', joined))
          : announce(t('web.register.taken.not-joined', { into: joined.into, why }), 'fault');
      announce(t(assign ? 'web.register.done.assign' : 'web.register.done'));
    },
  });
}
