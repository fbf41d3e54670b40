import type { IncomingHttpHeaders } from 'node:http';
import { z } from 'zod';
import { refuse } from '../../kernel/index.ts';
import type { RoutePlugin } from '../../platform/http/index.ts';
import { transact } from '../../platform/postgres/index.ts';
import { languageOf } from '../../platform/i18n/index.ts';
import { sourceDesk, sourceLately } from './lately.acts.ts';
import { movedSince } from './moved.ts';
import { passOn } from './pass.acts.ts';
import { MovedQuery, MovedRequests, PassedOn } from './passed.contract.ts';
import { changeSource, openSource, sourceOf } from './source.acts.ts';
import {
  HandedOver,
  LatelyQuery,
  NewSource,
  SourceAct,
  SourceLately,
  SourceList,
  SourceOpened,
  SourceToken,
  TakenRequest,
} from './source.contract.ts';
import { take, tell } from './take.acts.ts';
import { findTaken } from './taken.store.ts';

const tags = ['handing-over'];
const BEARER = /^Bearer ([\w.-]{1,80})$/iu;

/** Programs that hand over what was raised elsewhere: kept by administrators; and the interface by which they do. */
export const sourceRoutes: RoutePlugin = (http, { pool, now }) => {
  const shown = ({ authorization = '' }: IncomingHttpHeaders) => sourceOf(pool, BEARER.exec(authorization)?.[1]);

  http.get(
    '/api/sources',
    { schema: { tags, summary: 'The programs that may hand requests over', response: { 200: SourceList } } },
    ({ caller }) => transact(pool, caller, (tx) => sourceDesk(tx, caller, now())),
  );

  http.get(
    '/api/sources/:id/requests',
    {
      schema: {
        tags,
        summary: 'What a source handed over, newest first, and where each stands; what of it was refused, and why',
        params: z.object({ id: z.uuid() }),
        querystring: LatelyQuery,
        response: { 200: SourceLately },
      },
    },
    ({ caller, params: { id }, query: { at, external }, cookies, headers }) => {
      const language = languageOf(cookies['lang'], headers['accept-language']);
      const before = at ? { at: new Date(at), external } : null;
      return transact(pool, caller, (tx) => sourceLately(tx, caller, id, before, { language, now: now() }));
    },
  );

  http.post(
    '/api/sources',
    {
      schema: {
        tags,
        summary: 'Open a source; its token is told this once',
        body: NewSource,
        response: { 201: SourceOpened },
      },
    },
    async ({ caller, body }, reply) => {
      const token = await transact(pool, caller, (tx) => openSource(tx, caller, body, now()));
      reply.code(201);
      return { id: body.id, token };
    },
  );

  http.post(
    '/api/sources/:id/acts',
    {
      schema: {
        tags,
        summary: 'End a source, whose token opens nothing any more, or give it another token, told this once',
        params: z.object({ id: z.uuid() }),
        body: SourceAct,
        response: { 200: SourceToken },
      },
    },
    async ({ caller, params: { id }, body }) => ({
      token: await transact(pool, caller, (tx) => changeSource(tx, caller, id, body, now())),
    }),
  );

  http.post(
    '/api/intake/requests',
    {
      config: { public: true, refuses: [401, 409], example: EXAMPLE },
      schema: {
        tags,
        summary: 'Hand over a request that was raised elsewhere; `external`, the sender’s own number, is taken once',
        body: HandedOver,
        response: { 200: TakenRequest },
      },
    },
    async ({ headers, body }) => take(pool, await shown(headers), body, now()),
  );

  http.get(
    '/api/intake/requests',
    {
      config: { public: true, refuses: [401] },
      schema: {
        tags,
        summary: 'What moved since a moment of what this source handed over: what was asked, promised, answered there',
        querystring: MovedQuery,
        response: { 200: MovedRequests },
      },
    },
    async ({ headers, query }) => movedSince(pool, await shown(headers), query, now()),
  );

  http.post(
    '/api/intake/requests/:external/acts',
    {
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
    async ({ headers, params: { external }, body }) => passOn(pool, await shown(headers), external, body, now()),
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
};

const EXAMPLE = {
  external: '12345-20261128-000381',
  text: '厂门口的工业路被挖断，货车进不来。',
  place: '清河县工业路 8 号',
  contact: '13812345678',
  kind: 'enterprise',
};

const REPLY = { id: '12345-20261128-000381-R1', kind: 'reply', text: '三号门，靠近锅炉房那一侧。' };
