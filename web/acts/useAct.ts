import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ActReceipt, ActRequest } from '../../src/matters/contract.ts';
import type { ActKind } from '../../src/mechanism/contract.ts';
import { api } from '../api.ts';
import { announce } from '../frame/announce.ts';
import { actedHere } from '../live/own.ts';
import { useT } from '../i18n/language.tsx';

type ActOn = { id: string; number: string };

/** So long a row takes to slide away before its list is read anew; see Workbench. */
export const SLIDE_MS = 240;

/** What is listed, counted or summed of matters: an act may change any of it, and whoever goes back to it finds what they did. */
const OF_MATTERS = ['ledger', 'owed', 'figures', 'round', 'catalogues', 'trees', 'works', 'duplicates'] as const;

/** Sends acts on one matter; says what was done, and marks stale what the act may have changed. */
export function useAct({ id, number }: ActOn) {
  const t = useT();
  const queries = useQueryClient();
  return useMutation<ActReceipt, Error, ActRequest>({
    mutationFn: (act) => api.act<ActReceipt>(`/api/matters/${id}/acts`, act),
    onSuccess: async ({ matter, seq }, act) => {
      actedHere(matter, seq);
      announce(t('web.act.done', { act: t(`matter.act.${act.kind satisfies ActKind}`), number }));
      setTimeout(() => void queries.invalidateQueries({ queryKey: ['workbench'] }), SLIDE_MS);
      for (const key of OF_MATTERS) void queries.invalidateQueries({ queryKey: [key] });
      await queries.invalidateQueries({ queryKey: ['matter', id] });
    },
  });
}
