import { refuse, refuseOffCalendar } from '../../kernel/index.ts';
import type { RoutePlugin } from '../../platform/http/index.ts';
import { transact } from '../../platform/postgres/index.ts';
import { findMatters } from '../lookup.store.ts';
import { OVERSEERS } from '../matter.policy.ts';
import { SamplePage, SampleQuery } from './sample.contract.ts';
import { findSamples } from './sample.store.ts';

const PAGE = 12;

/** What was drawn to be called back, week by week, with all that is needed to draw it again. */
export const sampleDrawRoutes: RoutePlugin = (http, { pool }) => {
  http.get(
    '/api/samples',
    {
      config: { refuses: [403] },
      schema: {
        tags: ['matters'],
        summary: 'The weekly samples for call-back: what was drawn from, what was drawn, and who still waits',
        querystring: SampleQuery,
        response: { 200: SamplePage },
      },
    },
    async ({ caller, query }) => {
      if (!OVERSEERS.includes(caller.role)) refuse('matter.samples-for-overseers', {}, { status: 403 });
      if (query.before) refuseOffCalendar({ '?before': query.before });
      return transact(pool, caller, async (tx) => {
        const found = await findSamples(tx, caller.city, query.before ?? null, PAGE);
        const matters = await findMatters(tx, caller.city, [...new Set(found.flatMap(({ drawn }) => drawn))]);
        const rows = found.map(({ drawn, population, ...sample }) => ({
          ...sample,
          drawnAt: new Date(sample.drawnAt).toISOString(),
          population: [...population],
          drawn: drawn.flatMap((id) => {
            const state = matters.get(id);
            if (!state) return [];
            const { number, text, callback } = state;
            return [{ id, number, text, waiting: state.drawn !== null, reached: callback?.reached ?? false }];
          }),
        }));
        return { rows, next: found.length === PAGE ? found.at(-1)!.week : null };
      });
    },
  );
};
