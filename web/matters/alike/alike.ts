import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { AlikeMatters } from '../../../src/matters/alike/alike.contract.ts';
import { MOST_COMPARED } from '../../../src/matters/alike/limits.rules.ts';
import { api, query } from '../../api.ts';

type Alike = AlikeMatters['rows'];

/** How long nothing is typed before it is asked: as long as one stops at the end of a few words. */
const PAUSE_MS = 400;
const NONE: AlikeMatters = { rows: [] };
/** Fewer characters are like anything. */
const FEWEST = 4;

const alikeQuery = (text: string) =>
  queryOptions({
    queryKey: ['alike', text],
    queryFn: ({ signal }) => api.get<AlikeMatters>(`/api/matters/alike${query({ text })}`, signal),
    enabled: text.length >= FEWEST,
    staleTime: 60_000,
  });

/** The open matters and published answers that are like what is being typed, asked when a pause is made; none until then. */
export function useAlikeText(typed: string): AlikeMatters {
  const text = typed.trim().slice(0, MOST_COMPARED);
  const [asked, setAsked] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  // What stood there stays until the next answer, so that nothing below jumps at each word.
  const { data } = useQuery({ ...alikeQuery(asked), placeholderData: keepPreviousData });
  return text.length >= FEWEST && asked.length >= FEWEST ? (data ?? NONE) : NONE;
}

/** The open matters that are like this one, and whether it may be joined to one; undefined until that is known. */
export function useAlike(id: string): AlikeMatters | undefined {
  const { data } = useQuery({
    queryKey: ['alike', id],
    queryFn: ({ signal }) => api.get<AlikeMatters>(`/api/matters/${id}/alike`, signal),
  });
  return data;
}

/** The open matters that are like this one. */
export const useAlikeMatter = (id: string): Alike => useAlike(id)?.rows ?? [];
