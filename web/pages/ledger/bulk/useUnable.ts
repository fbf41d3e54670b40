import { useQuery } from '@tanstack/react-query';
import type { MatterRow } from '../../../../src/matters/contract.ts';
import type { Ables } from '../../../../src/matters/able/able.contract.ts';
import { readable } from '../../../../src/platform/i18n/wording.rules.ts';
import type { FormAct } from '../../../acts/fields.ts';
import { api } from '../../../api.ts';
import { useLanguage } from '../../../i18n/language.tsx';

/**
 * Which of the rows cannot take the act, each with its reason in words, as the dialog is opened. Where that cannot be learned none is
 * held back: each row answers for itself when it is done.
 */
export function useUnable(kind: FormAct, rows: readonly MatterRow[]) {
  const { t, find } = useLanguage();
  const ids = rows.map(({ id }) => id);
  const { data, isPending } = useQuery({
    queryKey: ['able', kind, ids],
    queryFn: () => api.post<Ables>('/api/matters/able', { kind, ids }),
    retry: false,
    gcTime: 0,
    staleTime: Infinity,
  });
  const unable = new Map(data?.unable.map(({ id, code, params }) => [id, t(code, readable(params, find))]));
  return { asking: isPending, unable: unable as ReadonlyMap<string, string> };
}
