import { z } from 'zod';
import { refuse } from '../../kernel/index.ts';
import {
  findCityName,
  findCityNameEn,
  SeatRole,
  SessionOpened,
  SessionView,
  SignIn,
  signIn,
  signOut,
  TakeSeat,
  takeSeat,
  type Callers,
  type Known,
} from '../identity/index.ts';
import { transact } from '../postgres/index.ts';
import type { Http, HttpDeps, HttpOptions } from './plugin.ts';
import { COOKIE } from './caller.ts';

type Deps = HttpDeps & Pick<HttpOptions, 'seating' | 'live'> & { readonly callers: Callers };

const tags = ['session'];

/** Signing in and out, who one is, and which seat one sits on. */
export function sessionRoutes(http: Http, { pool, now, seating, live, callers }: Deps): void {
  async function view({ caller, mustChange }: Known): Promise<z.infer<typeof SessionView>> {
    const { city } = caller;
    const [[cityName, cityNameEn, here], seats] = await Promise.all([
      transact(pool, caller, (tx) =>
        Promise.all([findCityName(tx, city), findCityNameEn(tx, city), live?.since(tx, city, null)]),
      ),
      seating.findSeats(pool, city, caller.account, now()),
    ]);
    // Whoever signs in here sits on a seat; an originator has a session of another kind.
    const onSeat = { ...caller, role: SeatRole.parse(caller.role) };
    return { caller: onSeat, cityName, cityNameEn, seats: [...seats], mustChange, position: here?.position ?? null };
  }

  http.post(
    '/api/session',
    {
      config: { public: true, refuses: [401, 403, 429], example: { login: 'ducha', password: 'abcd-efgh-jkmn-pqrs' } },
      schema: { tags, summary: 'Sign in', body: SignIn, response: { 201: SessionOpened }, security: [] },
    },
    async (request, reply) => {
      const { login, password } = request.body;
      const { ip, headers } = request;
      const opened = await signIn(pool, { login, password, address: ip, agent: headers['user-agent'] ?? '' }, now());
      const known = await callers.find(opened.token, now());
      if (!known) {
        await signOut(pool, opened.token);
        return refuse('identity.no-seat', { login }, { status: 403 });
      }
      reply.setCookie(COOKIE, opened.token, {
        path: '/',
        httpOnly: true,
        sameSite: 'lax',
        secure: request.protocol === 'https',
        expires: opened.expiresAt,
      });
      reply.code(201);
      return { ...(await view(known)), token: opened.token, expiresAt: opened.expiresAt.toISOString() };
    },
  );

  http.get(
    '/api/session',
    {
      config: { beforePassword: true },
      schema: { tags, summary: 'Who is signed in, and on which seat', response: { 200: SessionView } },
    },
    async (request) => view(request.known!),
  );

  http.put(
    '/api/session/seat',
    { schema: { tags, summary: 'Take another of one’s seats', body: TakeSeat, response: { 200: SessionView } } },
    async (request) => {
      const { city, account } = request.caller;
      const { seat } = request.body;
      const caller = await seating.findCaller(pool, city, account, seat, now());
      if (!caller) return refuse('identity.not-your-seat', {}, { status: 403, pointer: '/seat' });
      await takeSeat(pool, request.token!, seat);
      callers.forget(request.token!);
      return view({ caller, mustChange: false });
    },
  );

  http.delete(
    '/api/session',
    { config: { public: true }, schema: { tags, summary: 'Sign out', response: { 204: z.null() } } },
    async (request, reply) => {
      if (request.token !== null) {
        await signOut(pool, request.token);
        callers.forget(request.token);
      }
      return reply.clearCookie(COOKIE, { path: '/' }).code(204).send(null);
    },
  );
}
