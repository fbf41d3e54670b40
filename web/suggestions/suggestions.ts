import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { maySuggest } from '../../src/intake/suggestions/access.rules.ts';
import type { Suggestions, SuggestionQuery } from '../../src/intake/suggestions/suggest.contract.ts';
import { api } from '../api.ts';
import { useSession } from '../session/session.ts';

/** How long nothing is typed before it is asked: as long as one stops at the end of a few words. */
const PAUSE_MS = 400;
/** Fewer characters are like anything. */
const FEWEST = 4;

const suggestionQuery = (asked: SuggestionQuery) =>
  queryOptions({
    queryKey: ['suggestion', asked],
    queryFn: () => api.post<Suggestions>('/api/suggestions', asked),
    staleTime: 60_000,
  });

/** For what a category and a unit are to be suggested; `matter` where it is one already. */
export type Asked = { mechanism: string; text: string; matter?: string };

/**
 * What is suggested for what is being typed, asked when a pause is made; nothing until then, nor for a seat that is suggested nothing, nor
 * where there is nothing to ask for (`null`).
 */
export function useSuggestions(asking: Asked | null): Suggestions | undefined {
  const { caller } = useSession();
  const typed = asking?.text.trim() ?? '';
  const [text, setText] = useState(typed);
  useEffect(() => {
    const timer = setTimeout(() => setText(typed), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  const { mechanism = '', matter } = asking ?? {};
  const enough = asking !== null && text.length >= FEWEST && typed.length >= FEWEST && maySuggest(caller.role);
  // What stood there stays until the next answer, so that nothing below jumps at each word.
  const { data } = useQuery({
    ...suggestionQuery({ mechanism, text, ...(matter ? { matter } : {}) }),
    enabled: enough,
    placeholderData: keepPreviousData,
  });
  return enough ? data : undefined;
}
