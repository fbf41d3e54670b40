import type { FastifyReply, FastifyRequest } from 'fastify';
import { findKnownOriginator, type KnownOriginator, type OpenedOriginatorSession } from '../directory/index.ts';
import { problem, Refusal, refuse, type Uuid } from '../kernel/index.ts';
import type { Pool } from '../platform/postgres/index.ts';

/** Apart from the desk's: whoever sits at one may raise a matter too, and is somebody else there. */
const COOKIE = 'huiyin_counter';
const PATH = '/api/counter';

/** The token of an originator's session; null when none was sent. */
export const tokenOf = (request: FastifyRequest): string | null => request.cookies[COOKIE] ?? null;

/** Who asks at the counter; null for somebody who has not signed in. */
export async function whoAsks(pool: Pool, request: FastifyRequest, now: Date): Promise<KnownOriginator | null> {
  const token = tokenOf(request);
  return token === null ? null : findKnownOriginator(pool, token, now);
}

/** Who asks about this matter. Throws `counter.sign-in-first` (401), and 404 for one that their session does not open. */
export async function whoAsksAbout(
  pool: Pool,
  request: FastifyRequest,
  matter: Uuid | null,
  now: Date,
): Promise<KnownOriginator> {
  const known = await whoAsks(pool, request, now);
  if (!known) throw new Refusal(problem('counter.sign-in-first', {}, { status: 401 }));
  if (known.matter !== null && matter !== null && known.matter !== matter)
    refuse('matter.not-found', { id: matter }, { status: 404 });
  return known;
}

/** Gives the browser the session: not readable by any script, sent to the counter alone and from its own pages alone. */
export function giveCookie(
  request: FastifyRequest,
  reply: FastifyReply,
  { token, until }: OpenedOriginatorSession,
): void {
  reply.setCookie(COOKIE, token, {
    path: PATH,
    httpOnly: true,
    sameSite: 'strict',
    secure: request.protocol === 'https',
    expires: until,
  });
}

export const takeCookie = (reply: FastifyReply): FastifyReply => reply.clearCookie(COOKIE, { path: PATH });
