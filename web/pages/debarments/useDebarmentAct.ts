import { useQueryClient } from '@tanstack/react-query';
import { useT } from '../../i18n/language.tsx';
import { useRegisterAct } from '../admin/form/useRegisterAct.ts';

/** Sends an act on the register of debarments, and reads the register anew. */
export function useDebarmentAct(path: string, onDone: () => void) {
  const t = useT();
  const queries = useQueryClient();
  return useRegisterAct<unknown>(path, t('debarments.done'), () => {
    onDone();
    void queries.invalidateQueries({ queryKey: ['debarments'] });
  });
}
