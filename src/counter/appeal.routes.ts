import { z } from 'zod';
import { refuse, type Uuid } from '../kernel/index.ts';
import { act } from '../matters/index.ts';
import { languageIn, type RoutePlugin } from '../platform/http/index.ts';
import { transact } from '../platform/postgres/index.ts';
import { goesOnIn, viewFor } from './appeal.view.ts';
import { appealFileRoutes } from './appeal-file.routes.ts';
import { cityRoutes } from './city.routes.ts';
import { AppealAct, AppealPage, AppealView } from './contract.ts';
import { filesAreOf } from './files.store.ts';
import { limiter, slowly } from './limit.rules.ts';
import { raisedBy } from './raised.acts.ts';
import { raiseRoutes } from './raise.routes.ts';
import { whoAsksAbout } from './who.routes.ts';

const tags = ['counter'];
const params = z.object({ id: z.uuid() });
const open = { config: { public: true } } as const;

/** What somebody whose matter was joined to another says goes to where it is worked on. */
const THERE: ReadonlySet<string> = new Set(['reply', 'note', 'attach', 'evaluate']);

/** Raising a matter and following it, for whoever has no seat in the city. */
export const appealRoutes: RoutePlugin = async (http, given) => {
  for (const routes of [cityRoutes, raiseRoutes, followRoutes, appealFileRoutes]) await routes(http, given);
};

const followRoutes: RoutePlugin = (http, { pool, now }) => {
  const acting = limiter({ burst: 20, everySeconds: 60 });

  http.get(
    '/api/counter/appeals',
    {
      ...open,
      schema: {
        tags,
        summary: 'The matters that one has raised, newest first',
        querystring: z.object({ before: z.uuid().optional() }),
        response: { 200: AppealPage },
        security: [],
      },
    },
    async (request) => {
      const { caller, matter } = await whoAsksAbout(pool, request, null, now());
      return raisedBy(pool, caller, matter, request.query.before ?? null);
    },
  );

  http.get(
    '/api/counter/appeals/:id',
    {
      ...open,
      schema: { tags, summary: 'A matter that one has raised', params, response: { 200: AppealView }, security: [] },
    },
    async (request) => {
      const { id } = request.params;
      const { caller } = await whoAsksAbout(pool, request, id, now());
      return viewFor(pool, caller, id, languageIn(request), now());
    },
  );

  http.post(
    '/api/counter/appeals/:id/acts',
    {
      config: { public: true, refuses: [401, 409] },
      schema: {
        tags,
        summary: 'Answer a question, add words or files, or judge the answer',
        params,
        body: AppealAct,
        response: { 200: AppealView },
        security: [],
      },
    },
    async (request) => {
      const { id } = request.params;
      const { caller } = await whoAsksAbout(pool, request, id, now());
      slowly(acting, caller.seat, now());
      const given = request.body.given['files'];
      const named = Array.isArray(given)
        ? given.filter((one) => typeof one === 'string' && z.uuid().safeParse(one).success)
        : [];
      const own = await transact(pool, { city: caller.city, system: true }, (tx) =>
        filesAreOf(tx, caller.city, named as Uuid[], caller.seat),
      );
      if (!own) refuse('counter.files-not-yours', {}, { pointer: '/given/files' });
      const to = THERE.has(request.body.kind) ? await goesOnIn(pool, caller, id) : id;
      await act(pool, caller, to, request.body, now());
      return viewFor(pool, caller, id, languageIn(request), now());
    },
  );
};
