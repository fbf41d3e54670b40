import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { findScheme } from '../../directory/index.ts';
import { Refusal, uuidv7, type Problem, type Uuid } from '../../kernel/index.ts';
import { getNewestMechanism } from '../../matters/index.ts';
import type { RoutePlugin } from '../../platform/http/index.ts';
import { describe } from '../../platform/i18n/index.ts';
import { transact, type Pool, type Tx } from '../../platform/postgres/index.ts';
import {
  GeoBody,
  GeoQuery,
  GeoQueryBody,
  GeoRequest,
  GeoService,
  GeoStatus,
  geoStatus,
  handedOver,
} from './open311.rules.ts';
import { sourceOf } from './source.acts.ts';
import type { FoundSource } from './source.store.ts';
import { take, tell } from './take.acts.ts';
import { findTaken, listTaken, type Taken } from './taken.store.ts';

const tags = ['handing-over'];
const BASE = '/api/open311/v2';
type Errors = { code: number; description: string }[];
const key = { api_key: z.string().max(80).optional() };
/** GeoReport's own limits of a list without an id: ninety days, a thousand requests. */
const DAYS_MS = 90 * 86_400_000;
const MOST = 1000;

/** The hotline's interface: Open311 GeoReport v2 in JSON. Its token is `api_key`, its faults are lists of code and description. */
export const open311Routes: RoutePlugin = async (app, { pool, now }) => {
  await app.register(async (inner) => {
    const http = inner as unknown as typeof app;
    http.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_, body, done) =>
      done(null, Object.fromEntries(new URLSearchParams(body as string))),
    );

    http.get(
      `${BASE}/services.json`,
      {
        config: { public: true },
        schema: {
          tags,
          summary: 'GeoReport v2: what may be handed over',
          querystring: z.object(key),
          response: { 200: z.array(GeoService) },
        },
      },
      async (request, reply) =>
        answer(reply, async () => {
          const { city, source } = await sourceOf(pool, request.query.api_key);
          return services(pool, city, source);
        }),
    );

    http.post(
      `${BASE}/requests.json`,
      {
        config: { public: true },
        schema: {
          tags,
          summary: 'GeoReport v2: hand over a request; `external_id`, the sender’s own number, is taken once',
          body: GeoBody,
          response: {
            201: z.array(z.object({ service_request_id: z.string(), service_notice: z.string() })),
          },
        },
      },
      async (request, reply) =>
        answer(reply, async () => {
          const parsed = GeoRequest.safeParse(request.body);
          if (!parsed.success) return failing(parsed.error);
          const from = await sourceOf(pool, parsed.data.api_key);
          const { service_code: code } = parsed.data;
          const known = (await services(pool, from.city, from.source)).some((one) => one.service_code === code);
          if (!known) return fail(404, [`service_code ${code} is not known`]);
          const category = code === from.source.mechanism ? null : code;
          const external = parsed.data.external_id ?? uuidv7(now());
          const taken = await take(pool, from, handedOver(parsed.data, external, category), now());
          reply.code(201);
          return [{ service_request_id: taken.external, service_notice: taken.number }];
        }),
    );

    http.get(
      `${BASE}/requests/:id`,
      {
        config: { public: true },
        schema: {
          tags,
          summary: 'GeoReport v2: where a request stands, `<id>.json`',
          params: z.object({ id: z.string().max(120) }),
          querystring: z.object(key),
          response: { 200: z.array(GeoStatus) },
        },
      },
      async (request, reply) =>
        answer(reply, async () => {
          const { city, source } = await sourceOf(pool, request.query.api_key);
          const external = request.params.id.replace(/\.json$/u, '');
          return transact(pool, { city, system: true }, async (tx) => {
            const taken = await findTaken(tx, city, source.id, external);
            if (!taken) return fail(404, [`${external} is not known`]);
            return [geoStatus(await tell(tx, city, taken, now()), source.mechanism)];
          });
        }),
    );

    http.get(
      `${BASE}/requests.json`,
      {
        config: { public: true },
        schema: {
          tags,
          summary: 'GeoReport v2: the requests that this source handed over, of ninety days at most, newest first',
          querystring: GeoQueryBody.extend(key),
          response: { 200: z.array(GeoStatus) },
        },
      },
      async (request, reply) =>
        answer(reply, async () => {
          const { city, source } = await sourceOf(pool, request.query.api_key);
          const parsed = GeoQuery.safeParse(request.query);
          if (!parsed.success) return failing(parsed.error);
          const { service_request_id: ids, service_code: code, start_date, end_date, status } = parsed.data;
          const states = new Set(status?.split(',') ?? ['open', 'closed']);
          const until = end_date ? new Date(end_date) : new Date(now().getTime() + 1);
          const from = new Date(Math.max(until.getTime() - DAYS_MS, start_date ? Date.parse(start_date) : 0));
          return transact(pool, { city, system: true }, async (tx) => {
            const listed = ids
              ? await findEach(tx, city, source.id, ids)
              : await listTaken(tx, city, source.id, from, until, MOST);
            const found: GeoStatus[] = [];
            for (const taken of listed) {
              const one = geoStatus(await tell(tx, city, taken, now()), source.mechanism);
              if (states.has(one.status) && (!code || code === one.service_code)) found.push(one);
            }
            return found;
          });
        }),
    );
  });
};

/** Those of a source that are named by its own numbers; a number that it has not handed over is none. */
async function findEach(tx: Tx, city: number, source: Uuid, ids: string): Promise<Taken[]> {
  const found: Taken[] = [];
  for (const external of [...new Set(ids.split(',').map((one) => one.trim()))].slice(0, MOST_NAMED)) {
    const taken = external ? await findTaken(tx, city, source, external) : undefined;
    if (taken) found.push(taken);
  }
  return found;
}
const MOST_NAMED = 100;

/** The categories that have none below them, where the mechanism classifies; else the mechanism as a whole. */
async function services(pool: Pool, city: number, source: FoundSource): Promise<GeoService[]> {
  return transact(pool, { city, system: true }, async (tx) => {
    const { mechanism } = await getNewestMechanism(tx, city, source.mechanism);
    const fixed = { metadata: false, type: 'realtime' as const, keywords: '' };
    const whole = {
      ...fixed,
      service_code: source.mechanism,
      service_name: mechanism.name.zh,
      description: '',
      group: '',
    };
    const scheme = mechanism.scheme ? await findScheme(tx, city, mechanism.scheme) : undefined;
    if (!scheme) return [whole];
    const inUse = scheme.categories.filter(({ retired }) => !retired);
    const above = new Set(inUse.map(({ parent }) => parent));
    const name = new Map(inUse.map(({ code, zh }) => [code, zh]));
    const leaves = inUse.filter(({ code }) => !above.has(code));
    return [
      whole,
      ...leaves.map(({ code, zh, parent }) => ({
        ...fixed,
        service_code: code,
        service_name: zh,
        description: zh,
        group: (parent && name.get(parent)) ?? '',
      })),
    ];
  });
}

/** GeoReport's faults: a list of code and description. */
function fail(status: number, descriptions: readonly string[]): never {
  throw new GeoFault(
    status,
    descriptions.map((description) => ({ code: status, description })),
  );
}
const failing = ({ issues }: z.ZodError): never =>
  fail(
    400,
    issues.map(({ path, message }) => `${path.join('.')}: ${message}`),
  );
class GeoFault extends Error {
  readonly status: number;
  readonly errors: Errors;
  constructor(status: number, errors: Errors) {
    super('a GeoReport fault');
    this.status = status;
    this.errors = errors;
  }
}

/** Answers, or says what is wrong as GeoReport has it said. */
async function answer<T>(reply: FastifyReply, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const fault = error instanceof Refusal ? faultOf(error.problem) : error;
    if (!(fault instanceof GeoFault)) throw error;
    reply.code(fault.status);
    return fault.errors as T;
  }
}

const faultOf = (problem: Problem): GeoFault =>
  new GeoFault(
    problem.status,
    [problem, ...(problem.errors ?? [])].map((one) => ({ code: one.status, description: describe('zh', one) })),
  );
