import { httpClient, signIn, startHttp } from '../load/http.ts';
import { percentile, type Row } from '../row.ts';
import type { World } from '../world/world.ts';
import { questions, type Question } from './questions.ts';

const TIMES = 25;
const NAMED = 6;
const AIM_MS = 50;

/** Every list, page, search and filter over HTTP, one after the other; the worst decides. */
export const bench = async (world: World): Promise<Row[]> => [
  await asRow(
    world,
    `any list, page, search or filter at ${world.matters.toLocaleString('en-US')} matters, 95th percentile of the worst`,
    await questions(world),
  ),
];

/** How long the answers to all of these took, as one row that names the slowest. */
export async function asRow(world: World, what: string, asked: readonly Question[]): Promise<Row> {
  const server = await startHttp(world.applicationUrl);
  const tokens = await signIn(server.port, world.seats);
  const client = httpClient(server.port);
  const times = new Map<string, number[]>(asked.map(({ name }) => [name, []]));
  try {
    // In turns, so that a moment in which the machine is busy elsewhere falls on all; the first finds caches empty.
    for (let turn = 0; turn <= TIMES; turn++)
      for (const { name, seat, path } of asked) {
        const { status, body, ms } = await client.ask('GET', path, tokens[seat]!);
        if (status !== 200) throw new Error(`${name} (${path}) was answered with ${status}: ${body.slice(0, 300)}`);
        if (turn > 0) times.get(name)!.push(ms);
      }
  } finally {
    client.close();
    server.stop();
  }
  const slow = [...times]
    .map(([name, samples]) => ({ name, p95: percentile(samples, 0.95), p50: percentile(samples, 0.5) }))
    .sort((a, b) => b.p95 - a.p95);
  const over = slow.filter(({ p95 }) => p95 > AIM_MS).length;
  const worst = slow
    .slice(0, NAMED)
    .map(({ name, p95, p50 }) => `${name} ${p95.toFixed(0)} ms (median ${p50.toFixed(0)})`);
  const all = [...times.values()].flat();
  return {
    what,
    measured: slow[0]!.p95,
    unit: 'ms',
    aim: { bound: 'at most', value: AIM_MS, of: 'figure' },
    note: `${slow.length} shapes, ${over} over the aim; over all shapes p50 ${percentile(all, 0.5).toFixed(1)} ms, p95 ${percentile(all, 0.95).toFixed(1)} ms; worst: ${worst.join('; ')}`,
  };
}
