import { z } from 'zod';
import { languageIn, type RoutePlugin } from '../../platform/http/index.ts';
import { transact } from '../../platform/postgres/index.ts';
import { intakeRoutes } from './intake.routes.ts';
import { sourceDesk, sourceLately } from './lately.acts.ts';
import { changeSource, openSource } from './source.acts.ts';
import {
  LatelyQuery,
  NewSource,
  SourceAct,
  SourceLately,
  SourceList,
  SourceOpened,
  SourceToken,
} from './source.contract.ts';

const tags = ['handing-over'];

/** Programs that hand over what was raised elsewhere: kept by administrators; and the interface by which they do. */
export const sourceRoutes: RoutePlugin = async (http, given) => {
  await intakeRoutes(http, given);
  await deskRoutes(http, given);
};

const deskRoutes: RoutePlugin = (http, { pool, now }) => {
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
      const language = languageIn({ cookies, headers });
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
};
