import { applicationPool } from '../../src/platform/postgres/index.ts';
import { httpClient, signIn, startHttp, type HttpClient } from '../load/http.ts';
import { median, type Row } from '../row.ts';
import type { World } from '../world/world.ts';
import { play, record } from './bare.ts';
import { pgbench } from './pgbench.ts';
import { workOf, type Task } from './work.ts';

const CLIENTS = 32;
const TURNS = 12;
const EACH = 1_000;

/** Acts over HTTP, against the same statements through the bare driver and against one statement by pgbench; in turns. */
export async function bench(world: World): Promise<Row[]> {
  const server = await startHttp(world.applicationUrl);
  const tokens = await signIn(server.port, world.seats);
  const clients = Array.from({ length: CLIENTS }, () => httpClient(server.port));
  const bare = applicationPool(world.applicationUrl);
  const work = await workOf(world);
  try {
    // Once unmeasured, until everything is read, prepared and compiled.
    for (let i = 0; i < 3; i++) await overHttp(clients, tokens, work.some(EACH));
    await play(bare, await record(world, work.some(500)), CLIENTS);
    const turns: { http: number; driver: number; one: number | null }[] = [];
    for (let turn = 0; turn < TURNS; turn++) {
      const one = turn % 3 === 0 ? await pgbench(world) : null;
      const http = await rate(work.some(EACH), (tasks) => overHttp(clients, tokens, tasks));
      const driver = await rate(await record(world, work.some(EACH)), (scripts) => play(bare, scripts, CLIENTS));
      turns.push({ http, driver, one });
    }
    return rowsOf(turns);
  } finally {
    for (const client of clients) client.close();
    server.stop();
    await bare.end();
  }
}

type Turn = { readonly http: number; readonly driver: number; readonly one: number | null };

function rowsOf(turns: readonly Turn[]): Row[] {
  const what = 'acts over HTTP, chained, checked, under row-level security, 32 clients';
  const measured = median(turns.map((turn) => turn.http));
  const byOne = turns.flatMap(({ http, one }) => (one === null ? [] : [http / one]));
  const row = { what, measured, unit: 'acts/s' };
  const aim = (value: number) => ({ bound: 'at least', value, of: 'ratio' }) as const;
  const byDriver = turns.map((turn) => turn.http / turn.driver);
  const spread = [...byDriver].sort((a, b) => a - b).map((ratio) => ratio.toFixed(2));
  return [
    {
      ...row,
      ceiling: { what: 'the same statements by the bare driver', measured: median(turns.map((turn) => turn.driver)) },
      ratio: median(byDriver),
      aim: aim(0.7),
      note: `${TURNS} turns of ${EACH}, ratios ${spread[0]} to ${spread.at(-1)}`,
    },
    byOne.length === 0
      ? { ...row, aim: aim(0.4), note: 'skipped: this machine has no pgbench' }
      : {
          ...row,
          ceiling: { what: 'one CTE by pgbench, 8 clients', measured: median(turns.flatMap((turn) => turn.one ?? [])) },
          ratio: median(byOne),
          aim: aim(0.4),
        },
  ];
}

async function rate<T>(given: readonly T[], work: (given: readonly T[]) => Promise<void>): Promise<number> {
  const since = performance.now();
  await work(given);
  return given.length / ((performance.now() - since) / 1000);
}

async function overHttp(
  clients: readonly HttpClient[],
  tokens: readonly string[],
  tasks: readonly Task[],
): Promise<void> {
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
