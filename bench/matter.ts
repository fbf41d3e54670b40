import { httpClient, signIn, startHttp } from './load/http.ts';
import { percentile, type Row } from './row.ts';
import { matterWithActs } from './world/matter.ts';
import type { World } from './world/world.ts';

const ACTS = 500;
const TIMES = 200;

/** Opening a matter with five hundred acts over HTTP, by seats that read it for different reasons. */
export async function bench(world: World): Promise<Row[]> {
  const seat = (who: string) => world.seats.findIndex((s) => s.who === who);
  const [office, lead, other] = [seat('the supervision office'), seat('the commonest unit'), seat('the rarest unit')];
  const matter = await matterWithActs(world, ACTS);

  const server = await startHttp(world.applicationUrl);
  const client = httpClient(server.port);
  const times: number[] = [];
  try {
    const tokens = await signIn(server.port, world.seats);
    for (let i = -20; i < TIMES; i++) {
      const answer = await client.ask(
        'GET',
        `/api/matters/${matter}`,
        tokens[[office, lead, other][Math.abs(i) % 3]!]!,
      );
      if (answer.status !== 200) throw new Error(`opening was answered with ${answer.status}: ${answer.body}`);
      if (i >= 0) times.push(answer.ms);
    }
  } finally {
    client.close();
    server.stop();
  }
  return [
    {
      what: `opening a matter with ${ACTS} acts, 95th percentile`,
      measured: percentile(times, 0.95),
      unit: 'ms',
      aim: { bound: 'at most', value: 20, of: 'figure' },
      note: `median ${percentile(times, 0.5).toFixed(1)} ms; by the office, the leading unit, and a unit that has no part in it`,
    },
  ];
}
