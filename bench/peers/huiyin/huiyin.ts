import { uuidv7 } from '../../../src/kernel/index.ts';
import type { Pool } from '../../../src/platform/postgres/index.ts';
import { startHttp } from '../../load/http.ts';
import { expect, webClient } from '../../load/web.ts';
import { appealOf } from '../../load/appeal.ts';
import { MECHANISM } from '../../world/lives.ts';
import { PASSWORD, unitId } from '../../world/people.ts';
import type { Peer } from '../peer.ts';
import { AGENTS, inBodies, inSubjects, newTicket, PEERS_CITY, REPLIED, REPLY, textOf } from '../tickets.ts';
import { handler, office } from './fill.ts';

const APPEALS = `/api/counter/appeals?city=${PEERS_CITY}`;
const json = { 'content-type': 'application/json' };
/**
 * Ours as its page asks it: two processes, each with HTTP and the worker of its jobs, as `npm start` would have them, and half of the
 * people at each. The supervision office looks, searches and registers over the whole city; handlers report on what their unit has.
 */
export async function openHuiyin(owner: Pool, applicationUrl: string, ownerUrl: string): Promise<Peer> {
  const servers = [await startHttp(applicationUrl, { ownerUrl }), await startHttp(applicationUrl, { ownerUrl })];
  const clients = Array.from({ length: AGENTS }, (_, n) => webClient(servers[n % servers.length]!.port));
  const signIn = async (n: number, login: string) => {
    const body = JSON.stringify({ login, password: PASSWORD });
    const answer = expect(await clients[n]!.ask('/api/session', { method: 'POST', headers: json, body }), 201);
    return { authorization: `Bearer ${(JSON.parse(answer.body) as { token: string }).token}` };
  };
  const offices = await Promise.all(clients.map((_, n) => signIn(n, office(n))));
  const handlers = await Promise.all(clients.map((_, n) => signIn(n, handler(n))));
  const get = (n: number, path: string) => clients[n]!.ask(path, { headers: offices[n]! });
  const post = (n: number, as: Record<string, string>, path: string, body: object) =>
    clients[n]!.ask(path, { method: 'POST', headers: { ...as, ...json }, body: JSON.stringify(body) });
  const column = async (text: string, values: unknown[]): Promise<string[]> =>
    (await owner.query<{ id: string }>(text, values)).rows.map(({ id }) => id);
  const all = await column('select id from matter where city = $1', [PEERS_CITY]);
  const working = await Promise.all(
    clients.map((_, n) =>
      column(
        `select matter as id from assignment where city = $1 and unit = $2 and stage = 'working' and stance = 'accepted'
         order by matter desc limit ${REPLIED}`,
        [PEERS_CITY, unitId(n)],
      ),
    ),
  );
  const search = (n: number, words: string) => get(n, `/api/matters?limit=20&q=${encodeURIComponent(words)}`);
  return {
    name: 'Huiyin',
    pids: servers.map(({ pid }) => pid),
    does: {
      async raise(n, c) {
        const { subject, body } = newTicket(c);
        const headers = { ...json, 'x-forwarded-for': `10.${n}.${c.below(250)}.${c.below(250)}` };
        const sent = JSON.stringify(appealOf(c, textOf(subject, body), new Date()));
        expect(await clients[n]!.ask(APPEALS, { method: 'POST', headers, body: sent }), 201);
      },
      async create(n, c) {
        const { subject, body, queue } = newTicket(c);
        const given = { text: textOf(subject, body), area: '民生实事' };
        const assign = { lead: unitId(queue), co: [] };
        const matter = { id: uuidv7(new Date()), mechanism: MECHANISM, given, assign };
        expect(await post(n, offices[n]!, '/api/matters', matter), 200);
      },
      async list(n) {
        const { body } = expect(await get(n, '/api/matters?limit=20'), 200);
        if ((JSON.parse(body) as { rows: unknown[] }).rows.length !== 20) throw new Error(`not a list of 20: ${body}`);
      },
      subject: async (n, c) => void expect(await search(n, inSubjects(c)), 200),
      body: async (n, c) => void expect(await search(n, inBodies(c)), 200),
      open: async (n, c) => void expect(await get(n, `/api/matters/${c.pick(all)}`), 200, '"story"'),
      async reply(n, c) {
        const act = { id: uuidv7(new Date()), kind: 'report', given: { text: REPLY } };
        expect(await post(n, handlers[n]!, `/api/matters/${c.pick(working[n]!)}/acts`, act), 200);
      },
      counts: async (n) =>
        void expect(
          await get(n, `/api/figures/counted?mechanism=${MECHANISM}&from=2020-01-01&to=2029-12-31&by=unit`),
          200,
          unitId(39),
        ),
    },
    async close() {
      for (const client of clients) client.close();
      for (const server of servers) server.stop();
    },
  };
}
