import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { InjectOptions } from 'fastify';
import { openPerson } from '../../src/directory/index.ts';
import { diskFiles } from '../../src/platform/files/index.ts';
import { buildHttp, type Http, type HttpOptions } from '../../src/platform/http/index.ts';
import { SeatRole, type Caller } from '../../src/platform/identity/index.ts';
import { foundCity, insertSession } from '../../src/platform/identity/identity.store.ts';
import { newToken, parseToken } from '../../src/platform/identity/token.ts';
import { transact, type Pool } from '../../src/platform/postgres/index.ts';
import { atTheEnd } from './ending.ts';

type Answer = Awaited<ReturnType<Http['inject']>>;

/** An HTTP interface for tests: every answer is checked against its schema, and callers are signed in for real. */
export type TestHttp = {
  readonly http: Http;
  /** A request as the caller (null: as nobody), without a network. */
  ask(caller: Caller | null, request: InjectOptions): Promise<Answer>;
  /** The token of the caller's session, for a request that goes over a network. */
  tokenOf(caller: Caller): Promise<string>;
  /** What was thrown that nobody foresaw. */
  readonly faults: unknown[];
};

/** Builds it with these routes for these callers; each gets an account and a session. */
export async function testHttp(
  pool: Pool,
  callers: readonly Caller[],
  options: Partial<HttpOptions> = {},
): Promise<TestHttp> {
  const folder = await mkdtemp(join(tmpdir(), 'huiyin-files-'));
  const now = options.now ?? (() => new Date());
  const faults: unknown[] = [];
  const http = await buildHttp({
    pool,
    now,
    files: diskFiles(folder),
    sealing: { draw: noSealing, open: noSealing },
    seating: {
      findCaller: async (_, city, account, seat) =>
        callers.find((c) => c.city === city && c.account === account && (seat === null || c.seat === seat)),
      findSeats: async (_, city, account) =>
        callers
          .filter((c) => c.city === city && c.account === account)
          .map(({ seat, role, title, unit }) => ({ id: seat, role: SeatRole.parse(role), title, unit })),
    },
    routes: [],
    mayReadFile: async () => false,
    webRoot: null,
    proveAnswers: true,
    onFault: (_, error) => faults.push(error),
    ...options,
  });
  const tokens = new Map<Caller, { token: string; at: number }>();
  /** Signed in anew when the test's clock has moved on by more than an hour: sessions expire by it. */
  const tokenOf = async (caller: Caller): Promise<string> => {
    const known = tokens.get(caller);
    const at = now();
    if (known && Math.abs(at.getTime() - known.at) < 3_600_000) return known.token;
    const token = await signedIn(pool, caller, at);
    tokens.set(caller, { token, at: at.getTime() });
    return token;
  };
  for (const caller of callers) await tokenOf(caller);
  atTheEnd(async () => {
    await http.close();
    await rm(folder, { recursive: true });
  });
  return {
    http,
    faults,
    tokenOf,
    ask: async (caller, request) => {
      const authorization = caller ? { authorization: `Bearer ${await tokenOf(caller)}` } : {};
      return http.inject({ ...request, headers: { ...authorization, ...request.headers } });
    },
  };
}

const noSealing = () => Promise.reject(new Error('this test is given nothing by which files are sealed'));

async function signedIn(pool: Pool, { city, account, name }: Caller, at: Date): Promise<string> {
  await transact(pool, { city, system: true }, async (tx) => {
    await foundCity(tx, city, '示范市', 'Demo City');
    const here = tx.db.selectFrom('account').select('id').where('city', '=', city).where('id', '=', account);
    if (await here.executeTakeFirst()) return;
    const person = { id: account, login: `u${account}`, name, seat: null, password: 'never-typed' };
    await openPerson(tx, { city, system: true }, person, at);
  });
  const token = newToken(city);
  const until = new Date(at.getTime() + 24 * 60 * 60 * 1000);
  await insertSession(pool, { city, hash: parseToken(token)!.hash, account, at, until, address: '', agent: 'test' });
  return token;
}
