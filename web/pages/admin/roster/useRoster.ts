import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type {
  LackingSeats,
  RosterDone,
  RosterPlan,
  RosterRead,
} from '../../../../src/intake/roster/roster.contract.ts';
import { dropDraft, keepDraft, readDraft } from '../../../acts/drafts.ts';
import { api } from '../../../api.ts';
import { upload } from '../../../files/upload.ts';
import { joined, NOBODY, type RosterDraft } from './draft.ts';

/**
 * Units and people before they are in the register: kept on this machine, judged by the server whenever they change, brought in
 * all at once. The key names the seat, so that nobody finds another's.
 */
export function useRoster(seat: string) {
  const key = `${seat}.roster`;
  const queries = useQueryClient();
  const [{ draft, version }, setKept] = useState(() => ({ draft: readDraft<RosterDraft>(key) ?? NOBODY, version: 0 }));
  const [told, setTold] = useState<Pick<RosterRead, 'unused' | 'notes'> | null>(null);
  const [share, setShare] = useState<number | null>(null);
  const change = (to: (now: RosterDraft) => RosterDraft) =>
    setKept(({ draft: now, version: before }) => {
      const next = to(now);
      if (next.units.length + next.people.length > 0) keepDraft(key, next);
      else dropDraft(key);
      return { draft: next, version: before + 1 };
    });
  const { units, people } = draft;
  const body = { units, people };
  const empty = units.length + people.length === 0;
  const preview = useQuery({
    queryKey: ['roster-plan', version],
    queryFn: () => api.post<RosterPlan>('/api/roster/preview', body),
    enabled: !empty,
    placeholderData: keepPreviousData,
    gcTime: 0,
  });
  const reading = useMutation({
    mutationFn: (file: File) =>
      upload<RosterRead>(`/api/roster/read?name=${encodeURIComponent(file.name)}`, file, setShare),
    onSuccess: ({ unused, notes, ...read }) => {
      setTold({ unused, notes });
      change((now) => joined(now, read));
    },
    onSettled: () => setShare(null),
  });
  const lacking = useMutation({
    mutationFn: (above: boolean) => api.post<LackingSeats>('/api/roster/lacking', { ...body, above }),
    onSuccess: (lines) => change((now) => joined(now, lines)),
  });
  const bringing = useMutation({
    // Lines are known again by their ids, so a lost answer may be asked for once more.
    mutationFn: () => api.post<RosterDone>('/api/roster', body),
    onSuccess: async () => {
      change(() => NOBODY);
      setTold(null);
      await Promise.all(
        [['admin'], ['units'], ['first-steps']].map((queryKey) => queries.invalidateQueries({ queryKey })),
      );
    },
  });
  return {
    draft,
    empty,
    change,
    plan: empty ? undefined : preview.data,
    preview,
    /** What the file last read was like, besides its lines. */
    told: empty ? null : told,
    share,
    reading,
    lacking,
    bringing,
  };
}
export type RosterDesk = ReturnType<typeof useRoster>;
