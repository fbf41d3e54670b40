import { z } from 'zod';
import { originatorCaller } from '../../directory/index.ts';
import { uuidv7 } from '../../kernel/index.ts';
import type { RoutePlugin } from '../../platform/http/index.ts';
import { transact } from '../../platform/postgres/index.ts';
import { viewAsTold } from '../appeal.view.ts';
import { settled } from './moved.ts';
import { asSent, failing } from './open311.faults.ts';
import { BASE, format, inFormat, key } from './open311.format.ts';
import { GeoAdded, GeoAddedBody, GeoSpan, GeoSpanBody, GeoUpdate, geoUpdates } from './open311.rules.ts';
import { passWords } from './pass.acts.ts';
import { sourceOf } from './source.acts.ts';
import { listMoved } from './taken.store.ts';

const tags = ['handing-over'];
const config = { public: true } as const;
const DAYS_MS = 30 * 86_400_000;
/** Requests that are looked through for one answer, as many as GeoReport has in a list. */
const MOST = 1000;

/** What is said after a request was handed over, both ways: the extension of GeoReport that its clients at work speak. */
export const updateRoutes: RoutePlugin = (http, { pool, now, files }) => {
  http.get(
    `${BASE}/servicerequestupdates.:format`,
    {
      config,
      schema: {
        tags,
        summary:
          'GeoReport v2, service request updates: what whoever raised these requests was asked, promised and answered, oldest first',
        params: z.object({ format }),
        querystring: GeoSpanBody.extend(key),
        response: { 200: z.array(GeoUpdate) },
      },
    },
    async (request, reply) => {
      const { city, source } = await sourceOf(pool, request.query.api_key);
      const parsed = GeoSpan.safeParse(request.query, asSent);
      if (!parsed.success) return failing(parsed.error);
      const { start_date, end_date } = parsed.data;
      const last = settled(now());
      const until = end_date && new Date(end_date) < last ? new Date(end_date) : last;
      const from = start_date ? new Date(start_date) : new Date(until.getTime() - DAYS_MS);
      const found = await transact(pool, { city, system: true }, async (tx) => {
        const moved = await listMoved(tx, city, source.id, { at: from, external: '' }, last, MOST);
        const rows: GeoUpdate[] = [];
        for (const { external, matter, originator } of moved) {
          const { view } = await viewAsTold(tx, originatorCaller(city, originator, ''), matter, 'zh', now());
          rows.push(...geoUpdates(view, external, { from, until }));
        }
        return rows.toSorted((a, b) => Date.parse(a.updated_datetime) - Date.parse(b.updated_datetime));
      });
      return inFormat(reply, request.params.format, 'updates', found);
    },
  );

  http.post(
    `${BASE}/servicerequestupdates.:format`,
    {
      config,
      schema: {
        tags,
        summary:
          'GeoReport v2, service request updates: pass on what whoever raised a request says, a reply where they were asked something; `update_id` is taken once',
        params: z.object({ format }),
        body: GeoAddedBody,
        response: { 201: z.array(z.object({ update_id: z.string() })) },
      },
    },
    async (request, reply) => {
      const parsed = GeoAdded.safeParse(request.body, asSent);
      if (!parsed.success) return failing(parsed.error);
      const from = await sourceOf(pool, parsed.data.api_key);
      const { service_request_id: external, update_id, description: text } = parsed.data;
      const number = update_id ?? uuidv7(now());
      await passWords({ pool, files }, from, { external, number, text }, now());
      reply.code(201);
      return inFormat(reply, request.params.format, 'updates', [{ update_id: number }]);
    },
  );
};
