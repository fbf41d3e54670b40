import { z } from 'zod';
import { originatorCaller } from '../directory/index.ts';
import { NewId } from '../kernel/contract.ts';
import { refuse, type Uuid } from '../kernel/index.ts';
import { AlikeQuery } from '../matters/alike/alike.contract.ts';
import { act, findRaised, getMechanism, withoutPersonal } from '../matters/index.ts';
import { FileReceipt, keepFile, keepSealed } from '../platform/files/index.ts';
import { languageOf } from '../platform/i18n/index.ts';
import { readUpload, type RoutePlugin } from '../platform/http/index.ts';
import { transact } from '../platform/postgres/index.ts';
import { alikeAppeals } from './alike.acts.ts';
import { goesOnIn, raisedItself, viewFor } from './appeal.view.ts';
import { counterOf, theCity } from './city.acts.ts';
import {
  AlikeAppeals,
  AppealAct,
  AppealPage,
  AppealRaised,
  AppealView,
  type AppealRow,
  CityQuery,
  Counter,
  DutyToday,
  ListedPage,
  ListedQuery,
  NewAppeal,
} from './contract.ts';
import { MOST_BYTES } from './files.rules.ts';
import { filesAreOf } from './files.store.ts';
import { limiter } from './limit.rules.ts';
import { dutyIn } from './duty.acts.ts';
import { listedIn } from './listed.acts.ts';
import { raise } from './raise.acts.ts';
import { sayItIsTheSame } from './same.acts.ts';
import { toldStage } from './stage.ts';
import { whoAsks, whoAsksAbout } from './who.routes.ts';
import { NO_OUTLINE, PlainMap } from '../kernel/contract.ts';

const tags = ['counter'];
const params = z.object({ id: z.uuid() });
const PAGE = 30;
const open = { config: { public: true } } as const;

/** Raising a matter and following it, for whoever has no seat in the city. */
export const appealRoutes: RoutePlugin = (http, { pool, now, files, sealing, tiles = null, outline = null }) => {
  // A hall of enterprises, or half a town behind one mast, comes from one address; who has signed in is told apart by who they are.
  const newcomers = limiter({ burst: 100, everySeconds: 30 });
  const acting = limiter({ burst: 20, everySeconds: 60 });
  const comparing = limiter({ burst: 60, everySeconds: 5 });
  const uploading = limiter({ burst: 60, everySeconds: 20 });
  const slowly = (limit: typeof acting, who: string) => {
    const seconds = limit(who, now());
    if (seconds > 0) refuse('counter.slowly', { seconds }, { status: 429 });
  };

  http.get(
    '/api/counter',
    {
      ...open,
      schema: {
        tags,
        summary: 'What anybody may raise in the city, and what it promises',
        querystring: CityQuery,
        response: { 200: Counter },
        security: [],
      },
    },
    async ({ query }) => ({ ...(await counterOf(pool, query.city, now())), map: outline !== null }),
  );
  http.get(
    '/api/counter/map',
    {
      ...open,
      schema: {
        tags,
        summary: 'The plain map of the city, for whoever points at a place; no lines where it has none',
        response: { 200: PlainMap },
        security: [],
      },
    },
    () => ({ ...(outline ?? NO_OUTLINE), tiles }),
  );

  http.get(
    '/api/counter/listed',
    {
      ...open,
      schema: {
        tags,
        summary: 'The list of matters under public supervision, or those taken off it lately with what came of them',
        querystring: ListedQuery,
        response: { 200: ListedPage },
        security: [],
      },
    },
    async ({ query }) => listedIn(pool, (await theCity(pool, query.city)).city, query, now()),
  );

  http.get(
    '/api/counter/duties',
    {
      ...open,
      schema: {
        tags,
        summary: 'Who is on duty today at the stations of the city',
        querystring: CityQuery,
        response: { 200: DutyToday },
        security: [],
      },
    },
    async ({ query }) => dutyIn(pool, (await theCity(pool, query.city)).city, now()),
  );

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
      slowly(uploading, request.ip);
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
      if (known?.matter === null) slowly(acting, known.caller.seat);
      else slowly(newcomers, request.ip);
      const city = known?.caller.city ?? (await theCity(pool, request.query.city)).city;
      reply.code(201);
      const language = languageOf(request.cookies['lang'], request.headers['accept-language']);
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
      slowly(comparing, request.ip);
      const { city, text } = request.query;
      const known = await whoAsks(pool, request, now());
      // Who follows a single matter by its code is shown no other.
      const who = known && known.matter === null ? known.caller.seat : null;
      return alikeAppeals(pool, known?.caller.city ?? (await theCity(pool, city)).city, who, text);
    },
  );

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
      return transact(pool, caller, async (tx) => {
        const found = await findRaised(tx, caller.city, request.query.before ?? null, PAGE + 1);
        const shown = found
          .slice(0, PAGE)
          .filter(({ id, state }) => (matter === null || matter === id) && raisedItself(state, caller.seat));
        const rows: AppealRow[] = [];
        for (const { id, state } of shown) {
          const { number, text, stage, phase, registeredAt } = state;
          const { stages } = await getMechanism(tx, caller.city, state.mechanism, state.version);
          const { zh, en } = stages[stage]!.name;
          rows.push({ id, number, text, stage: toldStage(state, { zh, en }, caller.seat), phase, registeredAt });
        }
        return { rows, next: found.length > PAGE ? found[PAGE - 1]!.id : null };
      });
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
      return viewFor(pool, caller, id, languageOf(request.cookies['lang'], request.headers['accept-language']), now());
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
      slowly(acting, caller.seat);
      const given = request.body.given['files'];
      const named = Array.isArray(given)
        ? given.filter((one) => typeof one === 'string' && z.uuid().safeParse(one).success)
        : [];
      const own = await transact(pool, { city: caller.city, system: true }, (tx) =>
        filesAreOf(tx, caller.city, named as Uuid[], caller.seat),
      );
      if (!own) refuse('counter.files-not-yours', {}, { pointer: '/given/files' });
      const to = request.body.kind === 'evaluate' ? await goesOnIn(pool, caller, id) : id;
      await act(pool, caller, to, request.body, now());
      return viewFor(pool, caller, id, languageOf(request.cookies['lang'], request.headers['accept-language']), now());
    },
  );
};
