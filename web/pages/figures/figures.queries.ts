import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { Behind, Countable, Counted, FigureQuery } from '../../../src/figures/counts/count.contract.ts';
import type { Ranking } from '../../../src/figures/ranking/ranking.contract.ts';
import type { MatterRow } from '../../../src/matters/lists/row.contract.ts';
import { endOfDay } from '../../../src/kernel/day.ts';
import { api, query } from '../../api.ts';
import type { BehindSearch, FiguresSearch } from './figures-search.ts';

export const countableQuery = queryOptions({
  queryKey: ['figures', 'countable'],
  queryFn: ({ signal }) => api.get<Countable>('/api/figures', signal),
  staleTime: 5 * 60_000,
});

/** The address as it is asked of the server; a day that has not ended asks for now. */
export function askedOf<S extends FiguresSearch>(search: S, today: string) {
  const { asOf, ...rest } = search;
  const then = asOf && asOf < today ? new Date(endOfDay(asOf).getTime() - 1).toISOString() : undefined;
  return { ...rest, asOf: then };
}

export const countedQuery = (asked: FigureQuery | null) =>
  queryOptions({
    queryKey: ['figures', 'counted', asked],
    queryFn: ({ signal }) => api.get<Counted>(`/api/figures/counted${query({ ...asked })}`, signal),
    enabled: asked !== null,
  });

export const behindQuery = (search: BehindSearch, today: string) =>
  infiniteQueryOptions({
    queryKey: ['figures', 'matters', search, today],
    queryFn: ({ pageParam, signal }) => behindPage(search, today, pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
  });

function behindPage(
  search: BehindSearch,
  today: string,
  after: string | undefined,
  signal?: AbortSignal,
): Promise<Behind> {
  const { by: _, ...asked } = askedOf(search, today);
  return api.get<Behind>(`/api/figures/matters${query({ ...asked, after })}`, signal);
}

/** The matters behind a number to `most` of them: those that are shown, and the pages after them, which the page itself does not grow by. */
export async function allBehind(
  search: BehindSearch,
  today: string,
  shown: { rows: readonly MatterRow[]; next: string | null },
  most: number,
): Promise<readonly MatterRow[]> {
  const rows = [...shown.rows];
  for (let { next } = shown; next !== null && rows.length < most;) {
    const page = await behindPage(search, today, next);
    rows.push(...page.rows);
    next = page.next;
  }
  return rows.slice(0, most);
}

/** What the server is asked for a ranking, to be shown or exported. */
export function rankingAsked(search: FiguresSearch, today: string) {
  const { mechanism, from, to, asOf } = askedOf(search, today);
  const now: '1' | undefined = search.asOf !== undefined && search.asOf >= today ? '1' : undefined;
  return { mechanism, from, to, asOf, now };
}

/** A ranking that was held is told as it was held; whoever names a day that has not ended wants its numbers of now. */
export const rankingQuery = (search: FiguresSearch, today: string) => {
  const asked = rankingAsked(search, today);
  return queryOptions({
    queryKey: ['figures', 'ranking', asked],
    queryFn: ({ signal }) => api.get<Ranking>(`/api/figures/ranking${query(asked)}`, signal),
  });
};
