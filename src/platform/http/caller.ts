import type { FastifyInstance, FastifyRequest } from 'fastify';
import { problem, Refusal } from '../../kernel/index.ts';
import { whyGone, type Caller, type Callers, type Known } from '../identity/index.ts';
import type { HttpDeps } from './plugin.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks. Throws the refusal `http.sign-in-first` (401) when nobody is signed in. */
    readonly caller: Caller;
    /** The session's token; null when none was sent. */
    token: string | null;
    known: Known | null;
  }
  interface FastifyContextConfig {
    /** Anybody may call the route, signed in or not. */
    public?: boolean;
    /** The route is open to whoever must change their password first. */
    beforePassword?: boolean;
  }
}

export const COOKIE = 'huiyin';
const BEARER = /^Bearer ([\w.-]{1,80})$/i;

/** Finds out who asks before any route runs; a route that is not public answers nobody else. */
export function knowCallers(
  http: FastifyInstance,
  { pool, now }: Pick<HttpDeps, 'pool' | 'now'>,
  callers: Callers,
): void {
  http.decorateRequest('token', null);
  http.decorateRequest('known', null);
  http.decorateRequest('caller', {
    getter(this: FastifyRequest): Caller {
      if (this.known === null) throw signInFirst();
      return this.known.caller;
    },
  });
  http.addHook('onRequest', async (request) => {
    if (!request.url.startsWith('/api/')) return;
    request.token = BEARER.exec(request.headers.authorization ?? '')?.[1] ?? request.cookies[COOKIE] ?? null;
    if (request.token !== null) request.known = await callers.find(request.token, now());
    const { public: forAll = false, beforePassword = false } = request.routeOptions.config;
    if (forAll || request.is404) return;
    if (request.known === null) throw await goneOf(request.token);
    if (request.known.mustChange && !beforePassword)
      throw new Refusal(problem('identity.change-password-first', {}, { status: 403 }));
  });
  const goneOf = async (token: string | null) => {
    if (token === null) return signInFirst();
    const why = await whyGone(pool, token, now());
    return new Refusal(why ?? problem('http.session-ended', {}, { status: 401 }));
  };
}

const signInFirst = () => new Refusal(problem('http.sign-in-first', {}, { status: 401 }));
