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

/** Registers the matter, calls `done`, and opens it; one whose number and code are to be read out is shown by `onTaken` first. */
export function useRegister(done: () => void, onTaken: (taken: Taken) => void) {
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
      if ('by' in request && request.by?.pass && 'number' in answer) {
        const { mechanism, by, given } = request;
        const taken = { matter, mechanism, number: answer.number, pass: by.pass!, channel: given.channel ?? null };
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
