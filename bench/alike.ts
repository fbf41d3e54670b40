import { httpClient, signIn, startHttp } from './load/http.ts';
import { median, percentile, type Row } from './row.ts';
import { texts } from './world/texts.ts';
import type { World } from './world/world.ts';

const TEXTS = 60;
const AIM_MS = 50;
/** Who writes: as they are called in world/people.ts. */
const WRITERS = ['the supervision office', 'a mayor', 'the commonest unit', 'the rarest unit'];

/** What somebody writes: whole texts, the same broken off as one types, and what hardly any matter has. */
function written(): string[] {
  const whole = texts(4000).slice(-TEXTS);
  return whole.flatMap(({ text }, n) =>
    n % 3 === 0 ? [text] : n % 3 === 1 ? [text.slice(0, 9)] : [`鲸鱼湾${text.slice(4, 30)}，另有鹭鸶受伤`],
  );
}

/** Open matters that are like what is being written, over HTTP, under the rights of who writes. */
export async function bench(world: World): Promise<Row[]> {
  const server = await startHttp(world.applicationUrl);
  const tokens = await signIn(server.port, world.seats);
  const client = httpClient(server.port);
  const times: { ms: number; text: string; who: string; rows: number }[] = [];
  try {
    // The first turn finds caches empty.
    for (let turn = 0; turn < 3; turn++)
      for (const [seat, { who }] of world.seats.entries()) {
        if (!WRITERS.includes(who)) continue;
        for (const text of written()) {
          const path = `/api/matters/alike?${new URLSearchParams({ text })}`;
          const { status, body, ms } = await client.ask('GET', path, tokens[seat]!);
          if (status !== 200) throw new Error(`${text} was answered with ${status}: ${body.slice(0, 300)}`);
          const { rows } = JSON.parse(body) as { rows: unknown[] };
          if (turn > 0) times.push({ ms, text, who, rows: rows.length });
        }
      }
  } finally {
    client.close();
    server.stop();
  }
  const all = times.map(({ ms }) => ms);
  const worst = times.reduce((slow, one) => (one.ms > slow.ms ? one : slow));
  const found = times.filter(({ rows }) => rows > 0).length;
  return [
    {
      what: `open matters like a text among ${world.matters.toLocaleString('en-US')}, 95th percentile`,
      measured: percentile(all, 0.95),
      unit: 'ms',
      aim: { bound: 'at most', value: AIM_MS, of: 'figure' },
      note: `${all.length} questions, ${Math.round((100 * found) / all.length)} % found some; median ${median(all).toFixed(1)} ms; worst ${worst.ms.toFixed(0)} ms: “${worst.text.slice(0, 20)}”, ${worst.who}`,
    },
  ];
}
