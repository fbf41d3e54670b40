import { z } from 'zod';
import { originatorCaller } from '../directory/index.ts';
import { NewId } from '../kernel/contract.ts';
import { refuse } from '../kernel/index.ts';
import { AlikeQuery } from '../matters/alike/alike.contract.ts';
import { withoutPersonal } from '../matters/index.ts';
import { FileReceipt, keepFile, keepSealed } from '../platform/files/index.ts';
import { languageIn, readUpload, type RoutePlugin } from '../platform/http/index.ts';
import { alikeAppeals } from './alike.acts.ts';
import { theCity, theCityNumber } from './city.acts.ts';
import { AlikeAppeals, AppealRaised, CityQuery, NewAppeal } from './contract.ts';
import { MOST_BYTES } from './files.rules.ts';
import { limiter, slowly } from './limit.rules.ts';
import { raise } from './raise.acts.ts';
import { sayItIsTheSame } from './same.acts.ts';
import { whoAsks } from './who.routes.ts';

const tags = ['counter'];

/** Raising a matter, for whoever has no seat in the city: the files that go with it, what is alike, and the matter itself. */
export const raiseRoutes: RoutePlugin = (http, { pool, now, files, sealing }) => {
  // A hall of enterprises, or half a town behind one mast, comes from one address; who has signed in is told apart by who they are.
  const newcomers = limiter({ burst: 100, everySeconds: 30 });
  const signedIn = limiter({ burst: 20, everySeconds: 60 });
  const comparing = limiter({ burst: 60, everySeconds: 5 });
  const uploading = limiter({ burst: 60, everySeconds: 20 });

  http.post(
    '/api/counter/files',
    {
      config: { public: true, upload: true, refuses: [429] },
      bodyLimit: MOST_BYTES,
      schema: {
        tags,
        summary: 'Upload a file for an appeal; without having signed in `by` is who will raise it',
        consumes: ['application/octet-stream'],
        querystring: CityQuery.extend({
          name: z.string().max(500).optional(),
          by: NewId.optional(),
          id: NewId.optional(),
          /** For what named seats alone are to read. */
          sealed: z.enum(['true']).optional(),
        }),
        response: { 201: FileReceipt },
        security: [],
      },
    },
    async (request, reply) => {
      slowly(uploading, request.ip, now());
      const { by, id, city, sealed } = request.query;
      const known = await whoAsks(pool, request, now());
      const caller = known?.caller ?? (by ? originatorCaller((await theCity(pool, city)).city, by, '') : null);
      if (!caller) return refuse('counter.who', {}, { pointer: '?by' });
      const upload = await readUpload(request);
      reply.code(201);
      const own = id ? { id } : {};
      if (sealed) return keepSealed({ pool, files, sealing }, caller, { ...upload, ...own }, now());
      // A name stands in acts for good; what is personal in it is not kept at all.
      const name = withoutPersonal(upload.name);
      return keepFile({ pool, files }, caller, { ...upload, name, ...own }, now());
    },
  );

  http.post(
    '/api/counter/appeals',
    {
      config: { public: true, refuses: [429] },
      schema: {
        tags,
        summary: 'Raise a matter',
        querystring: CityQuery,
        body: NewAppeal,
        response: { 201: AppealRaised },
        security: [],
      },
    },
    async (request, reply) => {
      const known = await whoAsks(pool, request, now());
      if (known?.matter === null) slowly(signedIn, known.caller.seat, now());
      else slowly(newcomers, request.ip, now());
      const city = known?.caller.city ?? (await theCityNumber(pool, request.query.city));
      reply.code(201);
      const language = languageIn(request);
      const raised = await raise(pool, city, { known, request: { ...request.body, language }, now: now() });
      if (request.body.same) await sayItIsTheSame(pool, known, city, request.body, now());
      return raised;
    },
  );

  http.get(
    '/api/counter/alike',
    {
      config: { public: true, refuses: [429] },
      schema: {
        tags,
        summary: 'Whether what is being written is raised already: one’s own by number, of others only how many',
        querystring: CityQuery.extend(AlikeQuery.shape),
        response: { 200: AlikeAppeals },
        security: [],
      },
    },
    async (request) => {
      slowly(comparing, request.ip, now());
      const { city, text } = request.query;
      const known = await whoAsks(pool, request, now());
      // Who follows a single matter by its code is shown no other.
      const who = known && known.matter === null ? known.caller.seat : null;
      return alikeAppeals(pool, known?.caller.city ?? (await theCity(pool, city)).city, who, text);
    },
  );
};
