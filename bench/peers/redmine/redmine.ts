import { expect, webClient } from '../../load/web.ts';
import type { Chance } from '../../world/chance.ts';
import { PASSWORD } from '../../world/people.ts';
import type { Peer } from '../peer.ts';
import type { Running } from '../running.ts';
import { AGENTS, inBodies, inSubjects, newTicket, repliedTo, REPLY, TICKETS } from '../tickets.ts';

/** Redmine as an agent's program asks it, by its REST interface; its pages for counts, which it does not have there. */
export async function openRedmine(running: Running): Promise<Peer> {
  const { port, pids } = running;
  const clients = Array.from({ length: AGENTS }, () => webClient(port));
  const keys: string[] = [];
  for (const [n, client] of clients.entries()) {
    const authorization = `Basic ${Buffer.from(`agent${n + 1}:${PASSWORD}`).toString('base64')}`;
    const { body } = expect(await client.ask('/users/current.json', { headers: { authorization } }), 200);
    keys.push((JSON.parse(body) as { user: { api_key: string } }).user.api_key);
  }
  const projects = await projectsOf();
  return {
    name: 'Redmine 5',
    pids,
    does: {
      raise: create,
      create,
      async list(n) {
        const { body } = expect(
          await get(n, '/issues.json', { status_id: 'open', sort: 'due_date', limit: '20' }),
          200,
        );
        const { length } = (JSON.parse(body) as { issues: unknown[] }).issues;
        if (length !== 20) throw new Error(`a list of ${length}, not of 20`);
      },
      subject: async (n, c) =>
        void expect(await get(n, '/search.json', { q: inSubjects(c), titles_only: '1', ...issues }), 200),
      body: async (n, c) => void expect(await get(n, '/search.json', { q: inBodies(c), ...issues }), 200),
      open: async (n, c) =>
        void expect(await get(n, `/issues/${1 + c.below(TICKETS)}.json`, { include: 'journals' }), 200, '"journals"'),
      async reply(n, c) {
        expect(await send(n, 'PUT', `/issues/${repliedTo(n, c)}.json`, { issue: { notes: REPLY } }), 204);
      },
      counts: async (n) =>
        void expect(await get(n, '/issues', { set_filter: '1', status_id: 'open', group_by: 'project', ...page }), 200),
    },
    async close() {
      for (const client of clients) client.close();
      await running.stop();
    },
  };

  async function create(n: number, c: Chance): Promise<void> {
    const { subject, body, queue } = newTicket(c);
    const issue = {
      project_id: projects[queue],
      tracker_id: SUPPORT,
      subject,
      description: body,
      due_date: '2030-01-01',
    };
    expect(await send(n, 'POST', '/issues.json', { issue }), 201);
  }
  function get(n: number, path: string, query: Record<string, string>) {
    return clients[n]!.ask(`${path}?${new URLSearchParams(query)}`, { headers: { 'x-redmine-api-key': keys[n]! } });
  }
  function send(n: number, method: 'POST' | 'PUT', path: string, body: object) {
    const headers = { 'x-redmine-api-key': keys[n]!, 'content-type': 'application/json' };
    return clients[n]!.ask(path, { method, headers, body: JSON.stringify(body) });
  }
  async function projectsOf(): Promise<number[]> {
    const { body } = expect(await get(0, '/projects.json', { limit: '100' }), 200);
    const all = (JSON.parse(body) as { projects: { id: number; identifier: string }[] }).projects;
    return all.toSorted((a, b) => (a.identifier < b.identifier ? -1 : 1)).map(({ id }) => id);
  }
}

const SUPPORT = 3;
const issues = { issues: '1', limit: '20' };
const page = { per_page: '25', sort: 'due_date' };
