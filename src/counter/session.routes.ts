import { z } from 'zod';
import {
  askCode,
  CODE_MINUTES,
  closeOriginatorSession,
  contactOf,
  findKnownOriginator,
  openOriginatorSession,
  useCode,
  usePassCode,
  usePassLink,
  type KnownOriginator,
} from '../directory/index.ts';
import { refuse, type Uuid } from '../kernel/index.ts';
import { languageIn, type RoutePlugin } from '../platform/http/index.ts';
import { sentence } from '../platform/i18n/index.ts';
import type { Pool } from '../platform/postgres/index.ts';
import { theCity } from './city.acts.ts';
import { AskCode, CityQuery, CodeAsked, CounterSession, CounterSignIn } from './contract.ts';
import { limiter, slowly } from './limit.rules.ts';
import type { Messenger } from './messenger.ts';
import { giveCookie, takeCookie, tokenOf, whoAsks } from './who.routes.ts';

const tags = ['counter'];

/** Signing in at the counter, without an account: by a code that is sent, by an appeal's number and code, by a link. */
export const counterSessionRoutes =
  (messenger: Messenger, onFault: (error: unknown) => void): RoutePlugin =>
  (http, { pool, now }) => {
    const asking = limiter({ burst: 20, everySeconds: 30 });

    http.post(
      '/api/counter/codes',
      {
        config: { public: true, refuses: [429] },
        schema: {
          tags,
          summary: 'Ask for a one-time code; it is sent where the enterprise has confirmed that contact',
          querystring: CityQuery,
          body: AskCode,
          response: { 201: CodeAsked },
          security: [],
        },
      },
      async (request, reply) => {
        const { enterprise, contact: typed } = request.body;
        const contact = contactOf(typed) ?? refuse('counter.contact-wrong', {}, { status: 400, pointer: '/contact' });
        slowly(asking, request.ip, now());
        const { city, name, nameEn } = await theCity(pool, request.query.city);
        const { id, send } = await askCode(pool, { city, enterprise, contact, address: request.ip }, now());
        if (send !== null) {
          const language = languageIn(request);
          const params = { city: language === 'en' && nameEn ? nameEn : name, code: send, minutes: CODE_MINUTES };
          const [subject, text] = ['counter.code.subject', 'counter.code.text'].map((key) =>
            sentence(language, key, params),
          );
          // Not waited for: how long the answer takes would tell whether something was sent.
          void messenger.send(contact, { id, subject: subject!, text: text! }).catch(onFault);
        }
        reply.code(201);
        return { challenge: id, minutes: CODE_MINUTES };
      },
    );

    http.post(
      '/api/counter/session',
      {
        config: { public: true, refuses: [401, 429] },
        schema: {
          tags,
          summary: 'Sign in at the counter',
          querystring: CityQuery,
          body: CounterSignIn,
          response: { 201: CounterSession },
          security: [],
        },
      },
      async (request, reply) => {
        const { city } = await theCity(pool, request.query.city);
        const opens = await opened(pool, city, request.body, request.ip, now());
        const language = languageIn(request);
        const session = await openOriginatorSession(pool, { city, ...opens, language }, now());
        giveCookie(request, reply, session);
        reply.code(201);
        return view(await findKnownOriginator(pool, session.token, now()));
      },
    );

    http.get(
      '/api/counter/session',
      {
        config: { public: true },
        schema: {
          tags,
          summary: 'Who has signed in at the counter',
          response: { 200: CounterSession.nullable() },
          security: [],
        },
      },
      async (request) => {
        const known = await whoAsks(pool, request, now());
        return known && view(known);
      },
    );

    http.delete(
      '/api/counter/session',
      {
        config: { public: true },
        schema: { tags, summary: 'Sign out of the counter', response: { 204: z.null() }, security: [] },
      },
      async (request, reply) => {
        const token = tokenOf(request);
        if (token !== null) await closeOriginatorSession(pool, token);
        return takeCookie(reply).code(204).send(null);
      },
    );
  };

const view = (known: KnownOriginator | null): z.infer<typeof CounterSession> => ({
  name: known?.caller.name ?? '',
  matter: known?.matter ?? null,
});

/** Whose session it will be, and whether of one matter only. */
async function opened(
  pool: Pool,
  city: number,
  given: z.output<typeof CounterSignIn>,
  address: string,
  now: Date,
): Promise<{ originator: Uuid; matter: Uuid | null }> {
  if ('challenge' in given)
    return { originator: await useCode(pool, { city, id: given.challenge, code: given.code }, now), matter: null };
  if ('link' in given) return usePassLink(pool, { city, token: given.link, address }, now);
  return usePassCode(pool, { city, number: given.number, code: given.pass, address }, now);
}
