import { expect, webClient } from '../../load/web.ts';
import type { Chance } from '../../world/chance.ts';
import { PASSWORD } from '../../world/people.ts';
import type { Peer } from '../peer.ts';
import { AGENTS, inBodies, inSubjects, newTicket, repliedTo, REPLY, TICKETS } from '../tickets.ts';
import type { Running } from '../running.ts';

/**
 * Request Tracker as an agent's browser or program asks it: its REST interface where that answers faster than its pages, which is
 * everywhere but for a ticket's history (in REST without the words) and counts (pages alone have them).
 */
export async function openRt(running: Running): Promise<Peer> {
  const { port, pids } = running;
  const clients = Array.from({ length: AGENTS }, () => webClient(port));
  const cookies: string[] = [];
  for (const [n, client] of clients.entries()) {
    const type = { 'content-type': 'application/x-www-form-urlencoded' };
    const body = `user=agent${n + 1}&pass=${PASSWORD}`;
    const { headers } = await client.ask('/NoAuth/Login.html', { method: 'POST', headers: type, body });
    cookies.push(String((headers['set-cookie'] as string[] | undefined)?.[0]).split(';')[0]!);
  }
  // Its pages refuse whoever does not come from one of them.
  const as = (n: number) => ({ cookie: cookies[n]!, referer: `http://localhost:${port}/` });
  const get = (n: number, path: string, query: Record<string, string>) =>
    clients[n]!.ask(`${path}?${new URLSearchParams(query)}`, { headers: as(n) });
  const post = (n: number, path: string, body: object) =>
    clients[n]!.ask(path, {
      method: 'POST',
      headers: { ...as(n), 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  const fields = {
    per_page: '20',
    fields: 'Subject,Status,Due,Queue,Owner',
    'fields[Queue]': 'Name',
    'fields[Owner]': 'Name',
  };
  const found = (n: number, query: string, order: object) =>
    get(n, '/REST/2.0/tickets', { query, ...order, ...fields });
  const newest = { orderby: 'id', order: 'DESC' };
  return {
    name: 'Request Tracker 5',
    pids,
    does: {
      raise: create,
      create,
      async list(n) {
        const { body } = expect(await found(n, `Status = '__Active__'`, { orderby: 'Due', order: 'ASC' }), 200);
        if ((JSON.parse(body) as { count: number }).count !== 20) throw new Error(`a list of others than 20: ${body}`);
      },
      subject: async (n, c) => void expect(await found(n, `Subject LIKE '${inSubjects(c)}'`, newest), 200),
      body: async (n, c) => void expect(await found(n, `Content LIKE '${inBodies(c)}'`, newest), 200),
      async open(n, c) {
        const id = String(1 + c.below(TICKETS));
        expect(await get(n, '/Ticket/History.html', { id }), 200, `#${id}:`);
      },
      async reply(n, c) {
        const words = { Content: REPLY, ContentType: 'text/plain' };
        expect(await post(n, `/REST/2.0/ticket/${repliedTo(n, c)}/correspond`, words), 201);
      },
      async counts(n) {
        const chart = { Query: `Status = '__Active__'`, GroupBy: 'Queue', ChartStyle: 'bar' };
        expect(await get(n, '/Search/Chart.html', chart), 200, queueName(39));
      },
    },
    async close() {
      for (const client of clients) client.close();
      await running.stop();
    },
  };

  async function create(n: number, c: Chance): Promise<void> {
    const { subject, body, queue } = newTicket(c);
    const ticket = {
      Queue: queueName(queue),
      Subject: subject,
      Content: body,
      Requestor: 'asker',
      Due: '2030-01-01 10:00:00',
    };
    expect(await post(n, '/REST/2.0/ticket', ticket), 201);
  }
}

const queueName = (n: number): string => `unit-${String(n + 1).padStart(2, '0')}`;
