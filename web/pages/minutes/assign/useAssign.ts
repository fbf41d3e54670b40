import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { api } from '../../../api.ts';
import { announce } from '../../../frame/announce.ts';
import { useT } from '../../../i18n/language.tsx';
import type { Review } from '../review/review.ts';
import { forgetNames, namesFor } from './names.ts';
import { openRoundOf } from './openRound.ts';

/** Saves what is not saved, assigns the draft as a round, and goes there. */
export function useAssign(draft: string, review: Review, flush: () => Promise<boolean>) {
  const t = useT();
  const queries = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: async () => {
      if (!(await flush())) throw new Error(t('documents.assign.unsaved'));
      const round = openRoundOf(draft, review, namesFor(draft, review));
      const answer = await api.act<{ round: string }>(`/api/minutes/${draft}/assign`, round);
      return { ...answer, n: round.items.length };
    },
    onSuccess: async ({ round, n }) => {
      forgetNames(draft);
      await navigate({ to: '/rounds/$id', params: { id: round } });
      announce(t('documents.assign.done', { n }));
      await queries.invalidateQueries();
    },
  });
}
