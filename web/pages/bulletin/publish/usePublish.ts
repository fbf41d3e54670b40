import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { PublishBulletin } from '../../../../src/bulletins/contract.ts';
import { api, ApiProblem } from '../../../api.ts';
import { announce } from '../../../frame/announce.ts';
import { useT } from '../../../i18n/language.tsx';

type Then = { done: () => void; refused: () => void };

/** Publishes a bulletin and shows it as it was frozen; `refused` is called when somebody else published meanwhile. */
export function usePublish(body: PublishBulletin, { done, refused }: Then) {
  const t = useT();
  const queries = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: () => api.act<{ bulletin: string }>('/api/bulletins', body),
    onSuccess: async ({ bulletin }) => {
      done();
      await queries.invalidateQueries({ queryKey: ['bulletins'] });
      await navigate({ to: '/bulletins/$id', params: { id: bulletin } });
      announce(t('documents.publish.done'));
      // The bulletin that this one corrects says so from now on.
      await queries.invalidateQueries({ queryKey: ['bulletin'] });
    },
    // Somebody published meanwhile: the desk is read anew and shows what there is now, before anybody presses again.
    onError: (error) => {
      if (!(error instanceof ApiProblem) || error.problem.status !== 409) return;
      refused();
      void queries.invalidateQueries({ queryKey: ['bulletin', 'preview', body.round] });
    },
  });
}
