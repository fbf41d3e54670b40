import { applicationPool } from '../../src/platform/postgres/index.ts';
import { httpClient, signIn, startHttp, type HttpClient } from '../load/http.ts';
import { median, type Row } from '../row.ts';
import type { World } from '../world/world.ts';
import { play, record } from './bare.ts';
import { pgbench } from './pgbench.ts';
import { workOf, type Task } from './work.ts';

const CLIENTS = 32;
const ROUNDS = 5;
const EACH = 3_000;

/** Acts over HTTP, against the same statements through the bare driver and against one statement by pgbench; in turns. */
export async function bench(world: World): Promise<Row[]> {
  const server = await startHttp(world.applicationUrl);
  const tokens = await signIn(server.port, world.seats);
  const clients = Array.from({ length: CLIENTS }, () => httpClient(server.port));
  const bare = applicationPool(world.applicationUrl);
  const work = await workOf(world);
  try {
    await overHttp(clients, tokens, work.some(EACH));
    await play(bare, await record(world, work.some(500)), CLIENTS);
    const [http, driver, one]: [number[], number[], number[]] = [[], [], []];
    for (let round = 0; round < ROUNDS; round++) {
      const tasks = work.some(EACH);
      http.push(await rate(tasks.length, overHttp(clients, tokens, tasks)));
      const scripts = await record(world, work.some(EACH));
      driver.push(await rate(scripts.length, play(bare, scripts, CLIENTS)));
      if (round % 2 === 0) one.push((await pgbench(world)) ?? NaN);
    }
    const what = 'acts over HTTP, chained, checked, under row-level security, 32 clients';
    const measured = median(http);
    const row = { what, measured, unit: 'acts/s' };
    const lacking = Number.isNaN(one[0]);
    return [
      {
        ...row,
        ceiling: { what: 'the same statements through the bare driver', measured: median(driver) },
        aim: { bound: 'at least', value: 0.7, of: 'ratio' },
        note: `median of ${ROUNDS} rounds of ${EACH}; ratio of each round: ${http.map((h, i) => (h / driver[i]!).toFixed(2)).join(', ')}`,
      },
      lacking
        ? { ...row, aim: { bound: 'at least', value: 0.4, of: 'ratio' }, note: 'skipped: no pgbench on this machine' }
        : {
            ...row,
            ceiling: { what: 'one CTE by pgbench, 8 clients', measured: median(one) },
            aim: { bound: 'at least', value: 0.4, of: 'ratio' },
          },
    ];
  } finally {
    for (const client of clients) client.close();
    server.stop();
    await bare.end();
  }
}

async function rate(count: number, done: Promise<unknown>): Promise<number> {
  const since = performance.now();
  await done;
  return count / ((performance.now() - since) / 1000);
}

async function overHttp(clients: readonly HttpClient[], tokens: readonly string[], tasks: Task[]): Promise<void> {
  let next = 0;
  const worker = async (client: HttpClient): Promise<void> => {
    for (let task = tasks[next++]; task; task = tasks[next++]) {
      const path = `/api/matters/${task.matter}/acts`;
      const { status, body } = await client.ask('POST', path, tokens[task.seat]!, task.request);
      if (status !== 200) throw new Error(`${task.request.kind} was answered with ${status}: ${body}`);
    }
  };
  await Promise.all(clients.map(worker));
}
