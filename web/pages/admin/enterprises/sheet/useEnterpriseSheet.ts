import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type {
  EnterpriseLine,
  EnterprisePlan,
  EnterprisesDone,
  EnterpriseSheetRead,
} from '../../../../../src/intake/enterprises/enterprise-sheet.contract.ts';
import { dropDraft, keepDraft, readDraft } from '../../../../acts/drafts.ts';
import { api } from '../../../../api.ts';
import { upload } from '../../../../files/upload.ts';

type Lines = readonly EnterpriseLine[];

/**
 * Enterprises of a table before they are in the register: kept on this machine, judged by the server whenever they change,
 * brought in all at once. The key names the seat, so that nobody finds another's.
 */
export function useEnterpriseSheet(seat: string) {
  const key = `${seat}.enterprises`;
  const queries = useQueryClient();
  const [{ lines, version }, setKept] = useState(() => ({
    lines: readDraft<{ lines: Lines }>(key)?.lines ?? [],
    version: 0,
  }));
  const [told, setTold] = useState<Pick<EnterpriseSheetRead, 'unused' | 'notes'> | null>(null);
  const [share, setShare] = useState<number | null>(null);
  const change = (to: (now: Lines) => Lines) =>
    setKept(({ lines: now, version: before }) => {
      const next = to(now);
      if (next.length > 0) keepDraft(key, { lines: next });
      else dropDraft(key);
      return { lines: next, version: before + 1 };
    });
  const empty = lines.length === 0;
  const preview = useQuery({
    queryKey: ['enterprise-plan', version],
    queryFn: () => api.post<EnterprisePlan>('/api/enterprises/sheet/preview', { lines }),
    enabled: !empty,
    placeholderData: keepPreviousData,
    gcTime: 0,
  });
  const reading = useMutation({
    mutationFn: (file: File) =>
      upload<EnterpriseSheetRead>(`/api/enterprises/sheet/read?name=${encodeURIComponent(file.name)}`, file, setShare),
    onSuccess: ({ unused, notes, lines: read }) => {
      setTold({ unused, notes });
      change(() => read);
    },
    onSettled: () => setShare(null),
  });
  const bringing = useMutation({
    // Lines are known again by their ids, so a lost answer may be asked for once more.
    mutationFn: () => api.post<EnterprisesDone>('/api/enterprises/sheet', { lines }),
    onSuccess: async () => {
      change(() => []);
      setTold(null);
      await queries.invalidateQueries({ queryKey: ['admin', 'enterprises'] });
    },
  });
  const plan = empty ? undefined : preview.data;
  return { lines, empty, change, plan, preview, told: empty ? null : told, share, reading, bringing };
}
export type EnterpriseDesk = ReturnType<typeof useEnterpriseSheet>;
