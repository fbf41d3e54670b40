import { z } from 'zod';
import { refuse, uuidv7, type Uuid } from '../../kernel/index.ts';
import { languageIn, type RoutePlugin } from '../../platform/http/index.ts';
import { transact, type Tx } from '../../platform/postgres/index.ts';
import { theCity } from '../city.acts.ts';
import { CityQuery } from '../contract.ts';
import { asSent, failing } from './open311.faults.ts';
import { discoveryRoutes } from './open311.discovery.routes.ts';
import { BASE, format, inFormat, key, type Format } from './open311.format.ts';
import {
  GeoBody,
  GeoQuery,
  GeoQueryBody,
  GeoRequest,
  GeoService,
  GeoStatus,
  geoStatus,
  handedOver,
  notTaken,
} from './open311.rules.ts';
import { allServices, servicesOf } from './open311.services.ts';
import { speakGeoReport } from './open311.speech.ts';
import { updateRoutes } from './open311.updates.routes.ts';
import { sourceOf } from './source.acts.ts';
import { take, tell } from './take.acts.ts';
import { findTaken, listTaken, type Taken } from './taken.store.ts';

const tags = ['handing-over'];
const config = { public: true } as const;
/** GeoReport's own limits of a list without an id: ninety days, a thousand requests. */
const DAYS_MS = 90 * 86_400_000;
const MOST = 1000;

/** The hotline's interface: Open311 GeoReport v2, in XML and JSON. Its token is `api_key`, its faults are lists of code and description. */
export const open311Routes: RoutePlugin = async (app, given) => {
  const { pool, now, files } = given;
  await app.register(async (inner) => {
    const http = inner as unknown as typeof app;
    speakGeoReport(http, given);
    await updateRoutes(http, given);
    await discoveryRoutes(http, given);

    http.get(
      `${BASE}/services.:format`,
      {
        config,
        schema: {
          tags,
          summary: 'GeoReport v2: what may be handed over; without a key all that any source may',
          params: z.object({ format }),
          querystring: CityQuery.extend(key).loose(),
          response: { 200: z.array(GeoService) },
        },
      },
      async (request, reply) => {
        const { api_key, city: asked } = request.query;
        const language = languageIn(request);
        const from = api_key === undefined ? null : await sourceOf(pool, api_key);
        const city = from?.city ?? (await theCity(pool, asked)).city;
        const rows = await transact(pool, { city, system: true }, async (tx) =>
          from ? (await servicesOf(tx, city, from.source.mechanism, language)).rows : allServices(tx, city, language),
        );
        return inFormat(reply, request.params.format, 'services', rows);
      },
    );

    http.post(
      `${BASE}/requests.:format`,
      {
        config,
        schema: {
          tags,
          summary: 'GeoReport v2: hand over a request; `external_id`, the sender’s own number, is taken once',
          params: z.object({ format }),
          body: GeoBody,
          response: {
            201: z.array(
              z.object({
                service_request_id: z.string(),
                service_notice: z.string(),
                /** The names of fields that were sent and not taken, with commas between; only where there are any. */
                not_taken: z.string().optional(),
              }),
            ),
          },
        },
      },
      async (request, reply) => {
        const parsed = GeoRequest.safeParse(request.body, asSent);
        if (!parsed.success) return failing(parsed.error);
        const from = await sourceOf(pool, parsed.data.api_key);
        const { city, source } = from;
        const { service_code: code } = parsed.data;
        const { takes } = await transact(pool, { city, system: true }, (tx) =>
          servicesOf(tx, city, source.mechanism, 'zh'),
        );
        if (!takes(code)) noSuchService(code);
        const category = code === source.mechanism ? null : code;
        const { external_id: sent = '' } = parsed.data;
        const taken = await take(
          { pool, files },
          from,
          handedOver(parsed.data, sent || uuidv7(now()), category),
          now(),
          sent,
        );
        const left = notTaken(request.body, parsed.data, taken.leftOut ?? []);
        reply.code(201);
        return inFormat(reply, request.params.format, 'requests', [
          {
            service_request_id: taken.external,
            service_notice: taken.number,
            ...(left.length ? { not_taken: left.join(', ') } : {}),
          },
        ]);
      },
    );

    http.get(
      `${BASE}/requests/:id`,
      {
        config,
        schema: {
          tags,
          summary: 'GeoReport v2: where a request stands, `<id>.xml` or `<id>.json`',
          params: z.object({ id: z.string().max(120) }),
          querystring: z.looseObject(key),
          response: { 200: z.array(GeoStatus) },
        },
      },
      async (request, reply) => {
        const { city, source } = await sourceOf(pool, request.query.api_key);
        const [, external = '', as = 'json'] = /^(.*?)(?:\.(xml|json))?$/su.exec(request.params.id)!;
        const found = await transact(pool, { city, system: true }, async (tx) => {
          const taken = await findTaken(tx, city, source.id, external);
          if (!taken) return refuse('counter.no-such-request', {}, { status: 404 });
          const language = languageIn(request);
          const { nameOf } = await servicesOf(tx, city, source.mechanism, language);
          return geoStatus(await tell(tx, city, taken, now()), source.mechanism, { nameOf, language });
        });
        return inFormat(reply, as as Format, 'requests', [found]);
      },
    );

    http.get(
      `${BASE}/requests.:format`,
      {
        config,
        schema: {
          tags,
          summary: 'GeoReport v2: the requests that this source handed over, of ninety days at most, newest first',
          params: z.object({ format }),
          querystring: GeoQueryBody.extend(key),
          response: { 200: z.array(GeoStatus) },
        },
      },
      async (request, reply) => {
        const { city, source } = await sourceOf(pool, request.query.api_key);
        const parsed = GeoQuery.safeParse(request.query, asSent);
        if (!parsed.success) return failing(parsed.error);
        const { service_request_id: ids, service_code: codes, start_date, end_date, status } = parsed.data;
        const language = languageIn(request);
        // Nothing was handed over later than now: the ninety days before a day to come are those until today.
        const until = new Date(Math.min(now().getTime() + 1, end_date ? Date.parse(end_date) : Infinity));
        const from = new Date(Math.max(until.getTime() - DAYS_MS, start_date ? Date.parse(start_date) : 0));
        const found = await transact(pool, { city, system: true }, async (tx) => {
          const { knows, nameOf } = await servicesOf(tx, city, source.mechanism, language);
          const strange = codes?.find((code) => !knows(code));
          if (!ids && strange !== undefined) noSuchService(strange);
          const listed = ids
            ? await findEach(tx, city, source.id, ids)
            : await listTaken(tx, city, source.id, from, until, MOST);
          const rows: GeoStatus[] = [];
          for (const taken of listed)
            rows.push(geoStatus(await tell(tx, city, taken, now()), source.mechanism, { nameOf, language }));
          if (ids) return rows;
          return rows.filter(
            (one) => (!status || status.includes(one.status)) && (!codes || codes.includes(one.service_code)),
          );
        });
        return inFormat(reply, request.params.format, 'requests', found);
      },
    );
  });
};

const noSuchService = (code: string): never =>
  refuse('counter.geo-no-service', { code }, { status: 404, pointer: '/service_code' });

/** Those of a source that are named by its own numbers; a number that it has not handed over is none. */
async function findEach(tx: Tx, city: number, source: Uuid, ids: readonly string[]): Promise<Taken[]> {
  const found: Taken[] = [];
  for (const external of ids) {
    const taken = await findTaken(tx, city, source, external);
    if (taken) found.push(taken);
  }
  return found;
}
