import type { Query, QueryClient } from '@tanstack/react-query';
import type { LiveNews } from '../../src/platform/live/contract.ts';
import type { MatterView } from '../../src/matters/contract.ts';
import { withoutOwn } from './own.ts';
import { staleBy, together, type Pace } from './stale.ts';

/** Lists are read again so long after the first news, each page at a time of its own, and then no sooner than this again. */
const GATHER_MS = 300;
const SCATTER_MS = 700;
const LISTS_EVERY_MS = 4_000;

export type Following = {
  readonly hear: (news: LiveNews) => void;
  /** Everything may have changed but who is signed in, and what is being written. */
  readonly anew: () => void;
  readonly end: () => void;
};

/** Has everything that news touch read again, in its time. Returns what to do with news, and how to end. */
export function following(queries: QueryClient): Following {
  let waiting: LiveNews | null = null;
  let timer: number | undefined;
  let last = 0;

  const read = (news: LiveNews, pace: Pace) =>
    void queries.invalidateQueries({
      predicate: (query) => staleBy(query.queryKey, news) === pace && !isThere(query, news),
    });
  function lists(): void {
    timer = undefined;
    last = Date.now();
    // Asked again: the answer to an act of this page may have come after the news of it.
    const news = waiting && withoutOwn(waiting);
    if (news) read(news, 'soon');
    waiting = null;
  }
  return {
    hear: (all) => {
      const news = withoutOwn(all);
      if (!news) return;
      read(news, 'now');
      waiting = together(waiting, news);
      const rest = Math.max(GATHER_MS, last + LISTS_EVERY_MS - Date.now());
      timer ??= window.setTimeout(lists, rest + Math.random() * SCATTER_MS);
    },
    anew: () => {
      void queries.invalidateQueries({
        predicate: ({ queryKey }) => queryKey[0] !== 'session' && queryKey[0] !== 'draft',
      });
    },
    end: () => clearTimeout(timer),
  };
}

/** Whether a matter was read since it moved. */
function isThere({ queryKey, state }: Query, { moved }: LiveNews): boolean {
  if (queryKey[0] !== 'matter' || queryKey.length !== 2 || !state.data) return false;
  const { row } = state.data as MatterView;
  return moved.every((one) => one.id !== row.id || one.seq <= row.seq);
}
