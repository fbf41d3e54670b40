import type { IncomingHttpHeaders } from 'node:http';
import { z } from 'zod';
import { refuse } from '../../kernel/index.ts';
import type { RoutePlugin } from '../../platform/http/index.ts';
import { transact } from '../../platform/postgres/index.ts';
import { movedSince } from './moved.ts';
import { passOn } from './pass.acts.ts';
import { MovedQuery, MovedRequests, PassedOn } from './passed.contract.ts';
import { noteUnread } from './refused.acts.ts';
import { tokenIn } from './refused.rules.ts';
import { BODY_BYTES } from './attached.contract.ts';
import { findSource, sourceOf, type From } from './source.acts.ts';
import { HandedOver, JustTaken, TakenRequest } from './source.contract.ts';
import { take, tell } from './take.acts.ts';
import { findTaken } from './taken.store.ts';

const tags = ['handing-over'];
const WORDS_BYTES = 64 * 1024;
const BEARER = /^Bearer ([\w.-]{1,80})$/iu;

/** The interface by which programs hand requests over and follow them, in our own JSON. */
export const intakeRoutes: RoutePlugin = async (app, { pool, now, files }) => {
  await app.register(async (inner) => {
    const http = inner as unknown as typeof app;
    http.setErrorHandler(async (error, request) => {
      await noteUnread(pool, request, '', error, now());
      throw error;
    });

    /** Who shows a token as it is to be shown. A right one in a wrong place is told to be that. */
    async function shown(headers: IncomingHttpHeaders): Promise<From> {
      const token = BEARER.exec(headers.authorization ?? '')?.[1];
      if (token !== undefined) return sourceOf(pool, token);
      const other = tokenIn({ headers, query: {}, body: {}, unread: '' });
      if (other !== null && (await findSource(pool, other))) refuse('counter.token-form', {}, { status: 401 });
      return sourceOf(pool, undefined);
    }

    /** What is larger than words can be is read of nobody whose token is not known. */
    const stranger = async ({ headers }: { headers: IncomingHttpHeaders }): Promise<void> => {
      if (Number(headers['content-length'] ?? Infinity) > WORDS_BYTES) await shown(headers);
    };

    http.post(
      '/api/intake/requests',
      {
        bodyLimit: BODY_BYTES,
        onRequest: stranger,
        config: { public: true, refuses: [401, 409], example: EXAMPLE },
        schema: {
          tags,
          summary: 'Hand over a request that was raised elsewhere; `external`, the sender’s own number, is taken once',
          body: HandedOver,
          response: { 200: JustTaken },
        },
      },
      async ({ headers, body }) => take({ pool, files }, await shown(headers), body, now()),
    );

    http.get(
      '/api/intake/requests',
      {
        config: { public: true, refuses: [401] },
        schema: {
          tags,
          summary:
            'What moved since a moment of what this source handed over: what was asked, promised, answered there',
          querystring: MovedQuery,
          response: { 200: MovedRequests },
        },
      },
      async ({ headers, query }) => movedSince(pool, await shown(headers), query, now()),
    );

    http.post(
      '/api/intake/requests/:external/acts',
      {
        bodyLimit: BODY_BYTES,
        onRequest: stranger,
        config: { public: true, refuses: [401, 404, 409], example: REPLY },
        schema: {
          tags,
          summary:
            'Pass on what whoever raised a request said: their reply to a question, what they add, what was heard on calling them back',
          params: z.object({ external: z.string().max(100) }),
          body: PassedOn,
          response: { 200: TakenRequest },
        },
      },
      async ({ headers, params: { external }, body }) =>
        passOn({ pool, files }, await shown(headers), external, body, now()),
    );

    http.get(
      '/api/intake/requests/:external',
      {
        config: { public: true, refuses: [401] },
        schema: {
          tags,
          summary: 'What has become of a request, by the sender’s own number',
          params: z.object({ external: z.string().max(100) }),
          response: { 200: TakenRequest },
        },
      },
      async ({ headers, params: { external } }) => {
        const { city, source } = await shown(headers);
        return transact(pool, { city, system: true }, async (tx) => {
          const taken = await findTaken(tx, city, source.id, external);
          return taken ? tell(tx, city, taken, now()) : refuse('counter.no-such-request', {}, { status: 404 });
        });
      },
    );
  });
};

const EXAMPLE = {
  external: '12345-20261128-000381',
  text: '厂门口的工业路被挖断，货车进不来。',
  place: '清河县工业路 8 号',
  contact: '13812345678',
  kind: 'enterprise',
};

const REPLY = { id: '12345-20261128-000381-R1', kind: 'reply', text: '三号门，靠近锅炉房那一侧。' };
